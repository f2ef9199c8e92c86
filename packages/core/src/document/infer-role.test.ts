import { describe, expect, it } from 'vitest';
import { markdownReader } from '../readers/markdown.ts';

async function roleOf(path: string, text = '# Notes\n'): Promise<{ role: string; reason: string }> {
  const reader = markdownReader();
  await reader.prepare?.();
  const { nodes } = reader.read({ path, text }, { idPatterns: [] });
  const [document] = nodes;
  if (document?.kind !== 'document') throw new Error('no document');
  return { role: document.attributes.role, reason: document.attributes.reason };
}

describe('the role of a document', () => {
  it.each([
    ['Docs/ADR/ADR-001-Workflow-Engine.md', 'adr'],
    ['doc/adr/0007-use-redis.md', 'adr'],
    ['docs/decision-records/2024-05-24-topic/README.md', 'adr'],
    ['docs/adr/README.md', 'index'],
    ['docs/adr/adr-template.md', 'other'],
    ['Docs/DEV/API_CONTRACT.md', 'api-contract'],
    ['docs/http_api/boards.md', 'api-contract'],
    ['docs/api-spec.md', 'api-contract'],
    ['Docs/DEV/DB_SCHEMA.md', 'db-schema'],
    ['specs/001-auth/data-model.md', 'db-schema'],
    ['Docs/ACME_PRODUCT_REQUIREMENTS_V1_EN.md', 'prd'],
    ['docs/PRD.zh-CN.md', 'prd'],
    ['specs/001-auth/spec.md', 'prd'],
    ['docs/需求文档.md', 'prd'],
    ['docs/DEVELOPMENT_WORKFLOW.md', 'workflow'],
    ['.specify/memory/constitution.md', 'workflow'],
    ['docs/SERVICE_ARCHITECTURE.md', 'architecture'],
    ['docs/架构设计.md', 'architecture'],
    ['docs/state-machines.md', 'architecture'],
    ['Docs/UX/UX-WIREFRAME-IDE.md', 'ux'],
    ['AGENTS.md', 'guide'],
    ['CONTRIBUTING.md', 'guide'],
    ['docs/implementation_plan.md', 'plan'],
    ['specs/001-auth/tasks.md', 'plan'],
    ['README.ja.md', 'index'],
    ['CHANGELOG.md', 'other'],
    ['CODE_OF_CONDUCT.md', 'other'],
    ['docs/TEST_REPORT.md', 'other'],
    ['docs/templates/prd.md', 'other'],
    ['.claude/skills/api/SKILL.md', 'other'],
    ['docs/misc.md', 'other'],
  ])('%s: %s', async (path, role) => {
    expect((await roleOf(path)).role).toBe(role);
  });

  it.each([
    ['# Notes\n\nDocument Type: API Contract\n', 'api-contract'],
    ['---\ntype: prd\n---\n# Notes\n', 'prd'],
    ['# Product Requirements Document\n', 'prd'],
    ['# ADR-5: Use Redis\n', 'adr'],
    ['# Choice\n\nStatus: Accepted\n\n## Context\n\n## Decision\n', 'adr'],
    [`# Notes\n${'- **FR-001**: it works\n'.repeat(6)}`, 'prd'],
    [`# Notes\n${'- `GET /v1/things`\n'.repeat(9)}`, 'api-contract'],
    ['# Notes\n\n```sql\nCREATE TABLE a (id int);\nCREATE TABLE b (id int);\n```\n', 'db-schema'],
    [`# Notes\n\n${'- [ ] do it\n'.repeat(12)}`, 'plan'],
    ['# How we reviewed the API last year and what came of it\n', 'other'],
  ])('is told by the text %j: %s', async (text, role) => {
    expect((await roleOf('docs/misc.md', text)).role).toBe(role);
  });

  it('says why', async () => {
    expect(await roleOf('docs/API_CONTRACT.md')).toEqual({ role: 'api-contract', reason: 'name says `API_CONTRACT`' });
  });
});
