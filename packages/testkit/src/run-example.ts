import { allReaders, settingsOf } from '@iama/command';
import { graphInMemory } from '@iama/core';
import type { Example, Gate, GateRun } from '@iama/gate';
import { runGates } from '@iama/gate';

/** Runs gates over files held in memory, read as those of a repository without configuration. */
export async function runExample(
  gates: Gate | readonly Gate[],
  example: Pick<Example, 'files' | 'settings'>,
): Promise<GateRun> {
  const { readers, resolvers } = await allReaders();
  const graph = await graphInMemory({
    sources: Object.entries(example.files).map(([path, text]) => ({ path, text })),
    readers,
    resolvers,
    settings: { ...settingsOf({}), ...example.settings },
    resolverSettings: { mounts: {} },
    contextOf: () => ({ idPatterns: [] }),
  });
  try {
    return runGates([gates].flat(), graph);
  } finally {
    graph.close();
  }
}
