export { describeGates } from './describe-gates.ts';
export { evaluateGate } from './evaluate-gate.ts';
