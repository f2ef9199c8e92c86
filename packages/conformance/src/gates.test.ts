import { describeGates } from '@iama/testkit';
import { gates } from './gates.ts';

describeGates(gates);
