import { describe, expect, it } from 'vitest';
import { markdownReader } from '../markdown.ts';

// @verifies IAMA-READ-007
describe('policies', () => {
  it.each([
    ['Only the trial worker writes `trials.state`.', ['sole-writer trials.state trial worker']],
    ['`jobs.status` is written by the job worker only (`ADR-001`).', ['sole-writer jobs.status job worker']],
    ['`jobs.status` must be updated only by the scheduler.', ['sole-writer jobs.status scheduler']],
    ['`jobs.status` is written by the API.', []],
    ['Migrations are forward-only.', ['forward-only  ']],
    ['This plan is not forward-only.', []],
  ])('of “%s”', async (text, said) => {
    const reader = markdownReader();
    await reader.prepare?.();
    const { nodes } = reader.read({ path: 'docs/guide.md', text: `# Guide\n\n${text}\n` }, { idPatterns: [] });
    const found = nodes.flatMap((node) =>
      node.kind === 'item' && node.attributes.list === 'policy'
        ? [`${node.attributes.number} ${node.attributes.subject ?? ''} ${node.attributes.value ?? ''}`]
        : [],
    );
    expect(found).toEqual(said);
  });
});

describe('the error shape of a contract', () => {
  it.each([
    [
      'All error responses follow this shape:\n\n```json\n{\n  "error_code": "X",\n  "message": "text",\n  "detail": {} // optional\n}\n```',
      'error_code message',
    ],
    ['## Error format\n\n```\n{\n  code: string\n  hint?: string\n  meta: { a: 1 }\n}\n```', 'code meta'],
    ['An example of one error:\n\n```json\n{ "oops": 1 }\n```', undefined],
  ])('%#', async (text, required) => {
    const reader = markdownReader();
    await reader.prepare?.();
    const { nodes } = reader.read(
      { path: 'docs/api-contract.md', text: `# API Contract\n\n${text}\n` },
      { idPatterns: [] },
    );
    const shapes = nodes.flatMap((node) =>
      node.kind === 'item' && node.attributes.number === 'error-shape' ? [node.attributes.value] : [],
    );
    expect(shapes).toEqual(required === undefined ? [] : [required]);
  });
});
