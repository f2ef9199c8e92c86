export type { Said } from './command-lines.ts';
export { runLines, transcript } from './command-lines.ts';
export { describeGates } from './describe-gates.ts';
export { evaluateGate } from './evaluate-gate.ts';
export { runExample } from './run-example.ts';
export { inTemporaryFolder } from './temporary-folder.ts';
export { testPage } from './test-page.ts';
export { testScenarios } from './test-scenarios.ts';
