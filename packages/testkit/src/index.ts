export { describeGates } from './describe-gates.ts';
export { evaluateGate } from './evaluate-gate.ts';
export { runExample } from './run-example.ts';
export { runInside } from './run-inside.ts';
export type { Runner, Said } from './run-lines.ts';
export { runLines } from './run-lines.ts';
export { inTemporaryFolder } from './temporary-folder.ts';
export { testPage } from './test-page.ts';
export { testScenarios } from './test-scenarios.ts';
