import { describe, expect, it } from 'vitest';
import { markdownReader } from './markdown.ts';

async function read(text: string, path = 'docs/prd.md') {
  const reader = markdownReader();
  await reader.prepare?.();
  return reader.read({ path, text }, { idPatterns: [] });
}

describe('a document', () => {
  it('has a role, a reason and its header', async () => {
    const { nodes } = await read(
      '\uFEFF# Product Requirements V2\r\n\r\nDocument ID: `P-2`  \r\nStatus: `Approved`\r\n\r\n## 1. Purpose\r\nText\r\n',
    );
    expect(nodes[0]).toMatchObject({
      kind: 'document',
      id: 'docs/prd.md',
      at: { line: 1 },
      attributes: { role: 'prd', documentId: 'P-2', status: 'Approved', scope: 'V2' },
    });
    expect(nodes[1]).toMatchObject({ kind: 'section', attributes: { title: 'Product Requirements V2', lastLine: 8 } });
    expect(nodes[2]).toMatchObject({
      kind: 'section',
      id: 'docs/prd.md#1',
      attributes: { number: '1', title: 'Purpose' },
    });
  });

  it('keeps the headings below a stray fence', async () => {
    const { nodes, problems } = await read(
      '# A\n\n```\n> note\n```\ntext\n```\n\n## 2. B\n\n```sql\nselect 1\n```\n\n## 3. C\n',
    );
    expect(nodes.filter((node) => node.kind === 'section').map((node) => node.attributes)).toMatchObject([
      { title: 'A' },
      { title: 'B' },
      { title: 'C' },
    ]);
    expect(problems).toMatchObject([{ code: 'fence', at: { line: 7 }, hides: [] }]);
  });

  it('keeps the headings below a fence nobody closed', async () => {
    const { nodes, problems } = await read('# A\n\n```sql\nselect 1\n\n## 2. B\n\n```json\n{}\n```\n');
    expect(nodes.filter((node) => node.kind === 'section')).toHaveLength(2);
    expect(problems).toMatchObject([{ code: 'fence', at: { line: 3 } }]);
  });

  it('leaves a well-formed fence with headings in it alone', async () => {
    const { nodes, problems } = await read('# A\n\n```md\n\n# not a heading\n\n```\n\n```\n\n# neither\n\n```\n');
    expect(nodes.filter((node) => node.kind === 'section')).toHaveLength(1);
    expect(problems).toEqual([]);
  });
});
