import type { Example, Gate } from '@iama/gate';
import { runExample } from './run-example.ts';

/**
 * What a gate says of files held in memory, in the words of its examples: `path:line code` in report order; `unverified`
 * when it says that it can't judge.
 */
export async function evaluateGate(gate: Gate, example: Pick<Example, 'files' | 'settings'>): Promise<string[]> {
  const { findings, unverified } = await runExample(gate, example);
  return [
    ...findings.map(({ at, code }) => `${at.path}:${at.line} ${code}`),
    ...(unverified.length > 0 ? ['unverified'] : []),
  ];
}
