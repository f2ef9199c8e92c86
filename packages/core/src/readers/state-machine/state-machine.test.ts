import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownReader } from '../markdown.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../../../fixtures/formats/workflow');

async function read(text: string, path = 'docs/a.md', only?: 'remark' | 'satteri') {
  const reader = markdownReader(undefined, only);
  await reader.prepare?.();
  return reader.read({ path, text }, { idPatterns: [] });
}

async function factsOf(text: string, path: string, only?: 'remark' | 'satteri'): Promise<string[]> {
  const { nodes } = await read(text, path, only);
  return nodes
    .flatMap(({ kind, id, at, attributes }) => {
      if (kind !== 'state' && kind !== 'transition') return [];
      const said = attributes as { machine: string; initial?: boolean; terminal?: boolean; version?: string };
      const marks = [said.initial ? 'initial' : '', said.terminal ? 'terminal' : '', said.version === 'V2' ? 'V2' : ''];
      return [[at.line, kind, said.machine, id, ...marks.filter((mark) => mark !== '')].join(' ')];
    })
    .sort();
}

// @verifies IAMA-READ-006
describe('states and transitions of documents', () => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -3));

  it.each(names)('%s', async (name) => {
    const text = readFileSync(join(folder, `${name}.md`), 'utf8');
    const wanted = readFileSync(join(folder, `${name}.facts`), 'utf8')
      .split('\n')
      .filter(Boolean)
      .sort();
    expect(await factsOf(text, `docs/${name}.md`)).toEqual(wanted);
    expect(await factsOf(text.replaceAll('\n', '\r\n'), `docs/${name}.md`, 'remark')).toEqual(wanted);
  });

  it('keeps the words that say what a transition waits for, and the section it stands in', async () => {
    const { nodes } = await read('# P\n\n## 3. States\n\n```\nNEW\n  → DONE   (all boxes ticked)\n```\n');
    expect(nodes.find((node) => node.kind === 'transition')).toMatchObject({
      id: 'NEW -> DONE',
      at: { line: 7, column: 5, section: '3. States' },
      attributes: { from: 'NEW', to: 'DONE', trigger: 'all boxes ticked', form: 'arrows' },
    });
  });

  it('takes states for an edge to the requirement named beside them', async () => {
    const { nodes } = await read('# P\n\nRequired states:\n- `OPEN` (REQ-1)\n- `CLOSED` (REQ-2)\n- `PAUSED`\n');
    expect(nodes.filter((node) => node.kind === 'state').map(({ id }) => id)).toEqual(['OPEN', 'CLOSED', 'PAUSED']);
  });

  it('reads any text', async () => {
    const reader = markdownReader();
    await reader.prepare?.();
    const piece = fc.oneof(
      fc.constantFrom(
        ...['# Job states', '```', '```mermaid', 'stateDiagram-v2', '@startuml', '→', '-->', '[*]', '| From | To |'],
        ...[
          '|---|---|',
          '| A_B |',
          '- `OPEN`',
          'States:',
          '┌──┐',
          '│ x │',
          '└─►',
          '▼',
          '(',
          '{',
          '<br>',
          'status = A_A → B_B',
        ],
        ...['From `A`, it transitions to `B`', 'state "x" as y {', '}', 'graph TD', 'A{x} --> B & C', '\t', '\\'],
      ),
      fc.string({ maxLength: 12 }),
    );
    const text = fc.array(fc.tuple(piece, fc.constantFrom(' ', '\n', '\n\n', '')), { maxLength: 60 });
    fc.assert(
      fc.property(text, (pieces) => {
        const source = pieces.map(([one, gap]) => one + gap).join('');
        const { nodes } = reader.read({ path: 'a.md', text: source }, { idPatterns: [] });
        for (const node of nodes) {
          expect(node.at.line).toBeGreaterThan(0);
          expect(node.at.column).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });
});
