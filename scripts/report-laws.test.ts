import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allReaders, loadGates, settingsOf } from '../packages/command/src/index.ts';
import { graphInMemory } from '../packages/core/src/index.ts';
import { runGates } from '../packages/gate/src/index.ts';
import { commandLine } from '../packages/iama/src/command-line.ts';
import type { NodeFact, NodeKind, Source } from '../packages/model/src/index.ts';
import { edgeKinds, graphExportSchema, nodeAttributes, reportSchema } from '../packages/model/src/index.ts';
import { inTemporaryFolder, runInside, runLines } from '../packages/testkit/src/index.ts';

const root = dirname(import.meta.dirname);
const broken = join(root, 'fixtures/broken');
const sources = readSources(broken);
const gates = await loadGates(commandLine.phases);
const { readers, resolvers } = await allReaders();

// @verifies IAMA-GRAPH-003
// @verifies IAMA-GRAPH-004
test('the order of files changes neither graph nor report', async () => {
  const report = await judge(sources);
  expect(report.nodes.length).toBeGreaterThan(0);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...sources], { minLength: sources.length }), async (shuffled) => {
      expect(await judge(shuffled)).toEqual(report);
    }),
    { numRuns: 5, seed: 7 },
  );
});

test.each(['text', 'json', 'md', 'csv'])(
  'the same files give the same bytes as %s, built anew or not',
  async (format) => {
    await inTemporaryFolder({ copies: [broken] }, async (folder) => {
      const line = `iama trace --format ${format}`;
      const [first, second, third] = await runLines([line, line, 'rm .iama', line], folder, runInside([commandLine]));
      expect(first?.out).not.toBe('');
      expect(second).toEqual(first);
      expect(third).toEqual(first);
    });
  },
);

test.each([
  ['trace', reportSchema],
  ['check', reportSchema],
  ['export', graphExportSchema],
] as const)('what `iama %s --format json` prints is what the published schema says', async (command, schema) => {
  await inTemporaryFolder({ copies: [broken] }, async (folder) => {
    const [said] = await runLines([`iama ${command} --format json`], folder, runInside([commandLine]));
    expect(schema.safeParse(JSON.parse(said?.out ?? '')).error).toBeUndefined();
  });
});

async function judge(shuffled: readonly Source[]) {
  const graph = await graphInMemory({
    sources: shuffled,
    readers,
    resolvers,
    settings: settingsOf({}),
    resolverSettings: { mounts: {} },
    contextOf: () => ({ idPatterns: [] }),
  });
  try {
    const nodes = (Object.keys(nodeAttributes) as NodeKind[]).flatMap((kind): NodeFact[] => graph.nodes(kind));
    const edges = edgeKinds.flatMap((kind) => graph.edges(kind));
    return { nodes, edges, ...runGates(gates, graph) };
  } finally {
    graph.close();
  }
}

function readSources(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
