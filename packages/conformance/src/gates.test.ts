import { describeGates } from '@iama/testkit';
import { gates } from './gates.ts';

// @verifies IAMA-CONF-001, IAMA-CONF-002, IAMA-CONF-003
describeGates(gates);
