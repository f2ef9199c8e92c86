import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reader } from '@iama/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markdownReader } from '../readers/markdown.ts';
import { buildGraph } from './build-graph.ts';

const settings = {
  versions: [],
  implementation: { priorities: [], exceptStatuses: [] },
  test: { priorities: [], exceptStatuses: [] },
  code: true,
  operational: [],
};

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'iama graph ü-'));
});
afterEach(() => {
  chmodSync(root, 0o755);
  rmSync(root, { recursive: true, force: true });
});

function put(path: string, text: string | Uint8Array) {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

function build(
  file: string | undefined = join(root, '.iama/graph.db'),
  readers: readonly Reader[] = [markdownReader()],
) {
  return buildGraph({
    root,
    edition: '1',
    readers,
    resolvers: [],
    settings,
    resolverSettings: { mounts: {} },
    standingOf: () => undefined,
    standings: '',
    contextOf: () => ({ idPatterns: [] }),
    file,
  });
}

async function titles(file?: string) {
  const { graph, read, notes } = await build(file);
  const answer = graph
    .nodes('section')
    .map((section) => `${section.at.path}:${section.at.line} ${section.attributes.title}`);
  const key = graph.key;
  graph.close();
  return { answer, read, notes, key };
}

// @verifies IAMA-GRAPH-001
// @verifies IAMA-GRAPH-002
describe('the graph', () => {
  it('reads only what changed, and answers as a new one would', async () => {
    put('a.md', '# A\n');
    put('b/b.md', '# B\n');
    const first = await titles();
    expect(first).toMatchObject({ answer: ['a.md:1 A', 'b/b.md:1 B'], read: 2 });
    put('b/b.md', '# B2\n\n## C\n');
    put('c.md', '# D\n');
    rmSync(join(root, 'a.md'));
    const second = await titles();
    expect(second).toMatchObject({ answer: ['b/b.md:1 B2', 'b/b.md:3 C', 'c.md:1 D'] });
    rmSync(join(root, '.iama'), { recursive: true });
    const anew = await titles();
    expect({ ...second, read: 0 }).toEqual({ ...anew, read: 0 });
    expect(second.key).not.toBe(first.key);
  });

  it('is built anew when its file is damaged, half written, or of another schema', async () => {
    put('a.md', '# A\n');
    await titles();
    const file = join(root, '.iama/graph.db');
    const whole = readFileSync(file);
    for (const broken of [Buffer.from('not a database'), whole.subarray(0, 5000), Buffer.alloc(0)]) {
      writeFileSync(file, broken);
      expect((await titles()).answer).toEqual(['a.md:1 A']);
    }
  });

  it('is the same for two builds at once', async () => {
    for (let index = 0; index < 30; index += 1) put(`d${index}.md`, `# T${index}\n`);
    const [one, two] = await Promise.all([titles(), titles()]);
    expect(one.answer).toEqual(two.answer);
    expect(one.key).toBe(two.key);
  });

  it('names a source that is no text, and what may hide in it', async () => {
    put('a.md', '# A\n');
    put('b.md', Uint8Array.from([0x89, 0x50, 0, 0, 1]));
    const { graph } = await build();
    expect(graph.problems()).toMatchObject([{ at: { path: 'b.md' }, code: 'binary' }]);
    expect(graph.problems()[0]?.hides).toContain('requirement');
    graph.close();
  });

  it('lives in memory when asked to', async () => {
    put('a.md', '# A\n');
    const { graph } = await buildGraph({
      root,
      edition: '1',
      readers: [markdownReader()],
      resolvers: [],
      settings,
      resolverSettings: { mounts: {} },
      standingOf: () => undefined,
      standings: '',
      contextOf: () => ({ idPatterns: [] }),
      file: undefined,
    });
    expect(graph.counts()).toEqual({ sources: 1, document: 1, section: 1 });
    graph.close();
  });
});
