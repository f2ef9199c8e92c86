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
