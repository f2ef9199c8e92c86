import { allReaders, settingsOf } from '@iama/command';
import { graphInMemory } from '@iama/core';
import type { Example, Gate } from '@iama/gate';
import { runGates } from '@iama/gate';

/**
 * What a gate says of files held in memory, in the words of its examples: `path:line code` in report order; `unverified`
 * when it says that it can't judge.
 */
export async function evaluateGate(gate: Gate, example: Pick<Example, 'files' | 'settings'>): Promise<string[]> {
  const { readers, resolvers } = await allReaders();
  const graph = await graphInMemory({
    sources: Object.entries(example.files).map(([path, text]) => ({ path, text })),
    readers,
    resolvers,
    settings: { ...settingsOf({}), ...example.settings },
    resolverSettings: { mounts: {} },
    contextOf: () => ({ idPatterns: [] }),
  });
  const { findings, unverified } = runGates([gate], graph);
  graph.close();
  return [
    ...findings.map(({ at, code }) => `${at.path}:${at.line} ${code}`),
    ...(unverified.length > 0 ? ['unverified'] : []),
  ];
}
