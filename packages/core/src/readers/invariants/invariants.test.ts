import { describe, expect, test } from 'vitest';
import { markdownReader } from '../markdown.ts';
import { invariants } from './invariants.ts';

async function read(text: string) {
  const reader = markdownReader([invariants]);
  await reader.prepare?.();
  const { nodes } = reader.read({ path: 'docs/schema.md', text }, { idPatterns: [] });
  return nodes.map(({ id, at, attributes }) => ({ id, line: at.line, ...(attributes as object) }));
}

describe('invariants', () => {
  test('are the items of a section that lists them', async () => {
    const text = [
      '# Schema',
      'Document ID: `SCH-1`',
      '## 20. Schema Invariants',
      'Nobody may break these:',
      '1. **Owner**: every job must have an owner,',
      '   also when it is over.',
      '3. Rows are never deleted.',
      '   - nested words',
      '## 21. Others',
      '1. Not one of them.',
    ].join('\n');
    expect(await read(text)).toEqual([
      {
        id: 'SCH-1#20.1',
        line: 5,
        number: '1',
        title: 'Owner',
        text: 'every job must have an owner, also when it is over.',
        strength: 'MUST',
      },
      { id: 'SCH-1#20.3', line: 7, number: '3', text: 'Rows are never deleted. - nested words', strength: 'NONE' },
    ]);
  });

  test.each([
    ['## Consistency Rules', 'docs/schema.md#consistency-rules.1'],
    ['## 4. 不变量', 'docs/schema.md#4.1'],
    ['## 4. 불변 조건', 'docs/schema.md#4.1'],
    ['## Contract invariants', 'docs/schema.md#contract-invariants.1'],
    ['## Инварианты', 'docs/schema.md#инварианты.1'],
  ])('below %s', async (heading, id) => {
    expect((await read(`# A\n\n${heading}\n\n- One holds\n`)).map((node) => node.id)).toEqual([id]);
  });

  test.each(['## How to test invariants', '## Invariant violations', '## Eventual consistency'])(
    'not below %s',
    async (heading) => {
      expect(await read(`# A\n\n${heading}\n\n- One\n`)).toEqual([]);
    },
  );

  test('may stand in sub-sections and tables', async () => {
    const text =
      '# A\n\n## 7. Invariants\n\n### 7.1 Jobs\n\n* One\n* Two\n\n### 7.2 Money\n\n| # | Invariant |\n|---|---|\n| 4 | Sums must agree |\n';
    expect((await read(text)).map(({ id, line }) => `${id}:${line}`)).toEqual([
      'docs/schema.md#7.1.1:7',
      'docs/schema.md#7.1.2:8',
      'docs/schema.md#7.2.4:14',
    ]);
  });
});
