import { describeGates } from '@iama/testkit';
import { gates } from './gates.ts';

// @verifies IAMA-TRACE-002, IAMA-TRACE-003, IAMA-TRACE-004
describeGates(gates);
