import { describe, expect, it } from 'vitest';
import { inferPrecedence, resolvePrecedence } from '../../infer/infer-precedence.ts';
import { markdownReader } from '../markdown.ts';

const paths = [
  'docs/PRD_V1_EN.md',
  'docs/PRD_V1_ZH.md',
  'docs/adr/ADR-001-a.md',
  'docs/adr/ADR-002-b.md',
  'docs/API_CONTRACT.md',
  'docs/DB_SCHEMA.md',
  'docs/GUIDE.md',
];
const roles: Record<string, string> = {
  'docs/PRD_V1_EN.md': 'prd',
  'docs/PRD_V1_ZH.md': 'prd',
  'docs/adr/ADR-001-a.md': 'adr',
  'docs/adr/ADR-002-b.md': 'adr',
  'docs/API_CONTRACT.md': 'api-contract',
  'docs/DB_SCHEMA.md': 'db-schema',
  'docs/GUIDE.md': 'guide',
  'docs/WORKFLOW.md': 'workflow',
};

async function ranks(...documents: [path: string, text: string][]): Promise<Record<string, number>> {
  const reader = markdownReader();
  await reader.prepare?.();
  const parts = documents.flatMap(([path, text]) => reader.read({ path, text }, { idPatterns: [] }).parts);
  const lists = resolvePrecedence(
    parts.filter(({ kind }) => kind === 'precedence'),
    paths,
    (path) => roles[path],
  );
  const found = inferPrecedence(lists, (path) => roles[path]);
  return Object.fromEntries([...found].map(([path, { rank }]) => [path.replace(/^docs\//, ''), rank]));
}

describe('the order of precedence documents state', () => {
  it('is a numbered list of paths', async () => {
    const text =
      '# W\n\n## 4. Precedence\nAll decisions MUST follow this precedence:\n1. `docs/prd_v1_en.md`\n2. `API_CONTRACT.md`\n3. `DB_SCHEMA`\n';
    expect(await ranks(['docs/WORKFLOW.md', text])).toEqual({
      'PRD_V1_EN.md': 1,
      'API_CONTRACT.md': 2,
      'DB_SCHEMA.md': 3,
    });
  });

  it('names folders, globs and kinds of documents', async () => {
    const text =
      '# A\n\n## Source-of-truth order\n1. PRD files (`V1_EN`)\n2. ADR files (`docs/adr/*.md`)\n3. The API contract and error codes\n4. Guides\n';
    expect(await ranks(['AGENTS.md', text])).toEqual({
      'PRD_V1_EN.md': 1,
      'adr/ADR-001-a.md': 2,
      'adr/ADR-002-b.md': 2,
      'API_CONTRACT.md': 3,
      'GUIDE.md': 4,
    });
  });

  it('lets two documents stand equal under one number', async () => {
    const text =
      '# W\n\nIn case of conflict, the higher one wins:\n\n> 1. `PRD_V1_EN.md`\n> 2. `API_CONTRACT.md`\n> 2. `DB_SCHEMA.md`\n> 3. `GUIDE.md`\n';
    expect(await ranks(['docs/WORKFLOW.md', text])).toEqual({
      'PRD_V1_EN.md': 1,
      'API_CONTRACT.md': 2,
      'DB_SCHEMA.md': 2,
      'GUIDE.md': 3,
    });
  });

  it('is a table, or one line', async () => {
    const table =
      '# W\n\n## Order of precedence\n\n| Rank | Document |\n|---|---|\n| 1 | `PRD_V1_EN.md` |\n| 2 | `GUIDE.md` |\n';
    expect(await ranks(['docs/WORKFLOW.md', table])).toEqual({ 'PRD_V1_EN.md': 1, 'GUIDE.md': 2 });
    const line = '# W\n\nOrder of precedence: `PRD_V1_EN.md` > ADRs > `API_CONTRACT.md` > guides.\n';
    expect(await ranks(['docs/WORKFLOW.md', line])).toEqual({
      'PRD_V1_EN.md': 1,
      'adr/ADR-001-a.md': 2,
      'adr/ADR-002-b.md': 2,
      'API_CONTRACT.md': 3,
      'GUIDE.md': 4,
    });
  });

  it('is what the workflow document says when several disagree', async () => {
    const list = (names: string[]) =>
      `# W\n\n## Precedence\n${names.map((name, index) => `${index + 1}. \`${name}\``).join('\n')}\n`;
    const agents = list(['DB_SCHEMA.md', 'API_CONTRACT.md', 'PRD_V1_EN.md', 'GUIDE.md']);
    const workflow = list(['PRD_V1_EN.md', 'API_CONTRACT.md']);
    expect(await ranks(['AGENTS.md', agents], ['docs/WORKFLOW.md', workflow])).toEqual({
      'PRD_V1_EN.md': 1,
      'API_CONTRACT.md': 2,
    });
  });

  it('is no order of settings', async () => {
    const text = '# C\n\n## Precedence of settings\n1. `app.cluster`\n2. `server.properties`\n3. `APP_CONFIG`\n';
    expect(await ranks(['docs/config.md', text])).toEqual({});
  });
});
