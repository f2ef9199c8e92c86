import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownReader } from '../markdown.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../../../fixtures/formats/decisions');
const wanted = JSON.parse(readFileSync(join(folder, 'wanted.json'), 'utf8')) as Record<string, unknown[]>;

async function read(text: string, path: string) {
  const reader = markdownReader();
  await reader.prepare?.();
  return reader.read({ path, text }, { idPatterns: [] });
}

const named = (statements: readonly { line: number; technologies: readonly string[] }[]): string[] =>
  statements.map(({ line, technologies }) => `${line} ${technologies.join(', ')}`);

async function decisionsOf(text: string, path: string): Promise<unknown[]> {
  const { nodes } = await read(text, path);
  return nodes.flatMap(({ kind, id, at, attributes }) => {
    if (kind !== 'decision') return [];
    const said = attributes as { mandated: Parameters<typeof named>[0]; forbidden: Parameters<typeof named>[0] };
    return [{ id, line: at.line, ...attributes, mandated: named(said.mandated), forbidden: named(said.forbidden) }];
  });
}

// @verifies IAMA-READ-007
describe('decisions of documents', () => {
  it.each(Object.keys(wanted))('%s', async (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(await decisionsOf(text, `docs/adr/${name}`)).toEqual(wanted[name]);
    expect(await decisionsOf(text.replaceAll('\n', '\r\n'), `docs/adr/${name}`)).toEqual(wanted[name]);
  });

  it('says which decision supersedes which', async () => {
    const { edges } = await read(
      readFileSync(join(folder, '0012-store-pictures.md'), 'utf8'),
      'adr/0012-store-pictures.md',
    );
    expect(edges.map(({ kind, from, to }) => `${kind} ${from.id} ${to.id}`)).toEqual([
      'supersedes ADR-0012 ADR-0007',
      'supersedes ADR-0015 ADR-0012',
    ]);
  });

  it.each([
    ['docs/prd.md', '# Product\n\nStatus: Approved\n\n## Context\n\n## Decision log\n\nNone.\n'],
    ['docs/adr/index.md', '# ADRs\n\n- [ADR-1](1.md)\n'],
    ['docs/review-adr-003.md', '# Review of ADR-003\n\n## Findings\n'],
  ])('takes %s for none', async (path, text) => {
    expect(await decisionsOf(text, path)).toEqual([]);
  });

  it('keeps what a guide demands and rules out as items', async () => {
    const text =
      '# Guide\n\n## 1.1 Jobs\n- **MUST use**: Temporal.io for all jobs\n- **NEVER use**: Celery, Bull or custom polling\n\n| ADR | Decision |\n|---|---|\n| 2 | Use LiteLLM, not Airflow |\n\nThe API never calls Redis by hand. Docker must be installed first. No Kubernetes changes are needed.\n';
    const { nodes } = await read(text, 'docs/guide.md');
    const items = nodes.filter(({ kind }) => kind === 'item');
    expect(
      items.map(({ id, at, attributes }) => [id, at.line, (attributes as { technologies: string[] }).technologies]),
    ).toEqual([
      ['docs/guide.md#1.1.mandated-1', 4, ['Temporal.io']],
      ['docs/guide.md#1.1.forbidden-1', 5, ['Celery', 'Bull']],
      ['docs/guide.md#1.1.mandated-2', 9, ['LiteLLM']],
      ['docs/guide.md#1.1.forbidden-2', 9, ['Airflow']],
    ]);
  });

  it('reads any text', async () => {
    const reader = markdownReader();
    await reader.prepare?.();
    const piece = fc.oneof(
      fc.constantFrom(
        '# ADR-1: x',
        '## Status',
        '## Decision',
        'Superseded by [1](0001-a.md)',
        '---',
        'status: [a',
        '```',
      ),
      fc.constantFrom(
        '## Options',
        '### Option A: Redis (Selected)',
        'never use Redis',
        'must use',
        '|',
        'ADR-',
        'not',
      ),
      fc.string({ maxLength: 12 }),
    );
    const text = fc.array(fc.tuple(piece, fc.constantFrom(' ', '\n', '\n\n')), { maxLength: 50 });
    fc.assert(
      fc.property(text, (pieces) => {
        const source = { path: 'adr/0001-a.md', text: pieces.map(([one, gap]) => one + gap).join('') };
        const found = reader.read(source, { idPatterns: [] }).nodes.filter(({ kind }) => kind === 'decision');
        for (const { at } of found) expect(at.line).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
