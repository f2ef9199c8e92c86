import { readdirSync, readFileSync } from 'node:fs';
import type { Mention } from '@iama/model';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Span } from '../../document/document.ts';
import { documents } from '../documents.ts';
import { markdownReader } from '../markdown.ts';
import { requirements } from '../requirements/requirements.ts';
import { mentions } from './mentions.ts';

const folder = new URL('../../../../../fixtures/formats/mentions/', import.meta.url);
const reader = markdownReader([documents, requirements, mentions]);

beforeAll(async () => {
  await reader.prepare?.();
});

function read(text: string, path = 'docs/guide.md'): readonly Mention[] {
  return reader.read({ path, text }, { idPatterns: [] }).mentions;
}

const tokens = (text: string, form: Mention['form'] = 'id') =>
  read(text).flatMap((mention) => (mention.form === form && !mention.negated ? [mention.token] : []));
const negated = (text: string) => read(text).flatMap((mention) => (mention.negated ? [mention.token] : []));

const names = readdirSync(folder).flatMap((name) => (name.endsWith('.md') ? [name.slice(0, -3)] : []));

// @verifies IAMA-READ-003
describe.each(names)('the mentions of %s', (name) => {
  const text = readFileSync(new URL(`${name}.md`, folder), 'utf8');
  const expected = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as object[];

  it('are as expected, in order', () => {
    const found = read(text, `docs/${name}.md`).map(({ at, evidence: _evidence, ...rest }) => ({
      ...rest,
      line: at.line,
      column: at.column,
    }));
    expect(found).toMatchObject(expected);
    expect(found).toHaveLength(expected.length);
  });
});

describe('ids', () => {
  it.each([
    ['`V1-FR-A-001` through `V1-FR-A-003`', ['V1-FR-A-001', 'V1-FR-A-002', 'V1-FR-A-003']],
    ['FR-001–003 and more', ['FR-001', 'FR-002', 'FR-003']],
    ['FR-001??FR-003', ['FR-001', 'FR-002', 'FR-003']],
    ['FR-001\uFFFD003', ['FR-001', 'FR-002', 'FR-003']],
    ['V1-FR-T-001??03A', ['V1-FR-T-001', 'V1-FR-T-002', 'V1-FR-T-003', 'V1-FR-T-003A']],
    ['FR-01 ～\nFR-03', ['FR-01', 'FR-02', 'FR-03']],
    ['TC-U-01\\~03', ['TC-U-01', 'TC-U-02', 'TC-U-03']],
    ['FR-001 - FR-003', ['FR-001', 'FR-002', 'FR-003']],
    ['FR-001/002/004', ['FR-001', 'FR-002', 'FR-004']],
    ['FR-001/FR-005', ['FR-001', 'FR-005']],
    ['FR-001, 002 and 005', ['FR-001', 'FR-002', 'FR-005']],
    ['FR-001 to FR-900000', ['FR-001', 'FR-900000']],
    ['FR-10, 20 users', ['FR-10']],
    ['FR-001 – 100 users', ['FR-001']],
    ['FR-005 to FR-001', ['FR-005', 'FR-001']],
    ['FR-1.2.3. Then', ['FR-1.2.3']],
    ['the FR-001-based rule', ['FR-001']],
    ['fr-001 and req_7', ['fr-001', 'req_7']],
    ['`req~login.pass~2` and r[auth.login+2]', ['req~login.pass~2', 'auth.login+2']],
    ['[FR-001](x.md), **FR-002**, `FR-003`', ['FR-001', 'FR-002', 'FR-003']],
    ['FR1 and F01', ['FR1', 'F01']],
    ['P0 V1 L3 H2 UTF8 S3', []],
    ['https://x.example/FR-001 and a/FR-002', []],
    ['v1.2.3 and Node.js-20', []],
  ])('%s', (text, expected) => {
    expect(tokens(`# A\n\nx ${text}\n`)).toEqual(expected);
  });
});

describe('endpoints', () => {
  it.each([
    ['`POST /api/v1/x`', ['POST /api/v1/x']],
    ['PUT `/a/{id}`.', ['PUT /a/{id}']],
    ['`/api/v1/x/:id/`', ['/api/v1/x/:id']],
    ['`/etc/passwd`, `/docs/a.md`, /bare/path', []],
    ['GET https://elsewhere.example/x', []],
  ])('%s', (text, expected) => {
    expect(tokens(`# A\n\n${text}\n`, 'endpoint')).toEqual(expected);
  });
});

describe('names', () => {
  it('are code spans of one identifier', () => {
    expect(tokens('# A\n\n`users.email`, `A_B`, `two words`, `f()`, ``c_d``, `x`\n', 'name')).toEqual([
      'users.email',
      'A_B',
      'c_d',
    ]);
  });
});

describe('references', () => {
  it.each([
    ['see Section 13', ['Section 13']],
    ['API_CONTRACT Section 5', ['API_CONTRACT Section 5']],
    ['(see `DB_SCHEMA.md` Section 8.1)', ['DB_SCHEMA.md Section 8.1']],
    ['PRD V1 §5.2', ['PRD V1 Section 5.2']],
    ['Sections 2, 3 and 5–7', ['Section 2', 'Section 3', 'Section 5', 'Section 6', 'Section 7']],
    ['第 5 章', ['Section 5']],
    ['RFC 2119 Section 3, or ISO 27001 Section 4', []],
    ['this section 5 times', ['Section 5']],
    ['intersection 5', []],
  ])('%s', (text, expected) => {
    expect(tokens(`# A\n\n${text}\n`, 'reference')).toEqual(expected);
  });
});

describe('what a text warns of', () => {
  it.each([
    ['Wrong: `A_B`', ['A_B']],
    ['- ❌ `A_B`\n- ✅ `C_D`', ['A_B']],
    ['Use `C_D`, not `A_B`', ['A_B']],
    ['Never use `A_B` or `E_F`.', ['A_B', 'E_F']],
    ['use `C_D` instead of `A_B`', ['A_B']],
    ['Do not use:\n- `A_B`\n- `E_F`\n\nThen `C_D`', ['A_B', 'E_F']],
    ['## Deprecated names\n\n`A_B`\n\n## Other\n\n`C_D`', ['A_B']],
    ['| ❌ Wrong | ✅ Right |\n|---|---|\n| ❌ `A_B` | ✅ `C_D` |', ['A_B']],
    ['Wrong:\n\n```\nFR-001\n```\n\nFR-002', ['FR-001']],
    ['```ts\n// Bad\nx(FR-001)\n// Good\nx(FR-002)\n```', ['FR-001']],
    ['`A_B` must never reference `C_D`', []],
    ['It must not be deleted: FR-001', []],
    ['A Wrong answer in FR-001', []],
  ])('%s', (text, expected) => {
    expect(negated(`# A\n\n${text}\n`)).toEqual(expected);
  });
});

describe('where a mention stands', () => {
  it('is the innermost block that claims its line', () => {
    const spans: Span[] = [
      { node: { kind: 'endpoint', id: 'GET /a' }, line: 3, lastLine: 9 },
      { node: { kind: 'requirement', id: 'FR-1' }, line: 5, lastLine: 6 },
    ];
    const claiming = { name: 'claiming', read: () => ({ spans }) };
    const both = markdownReader([claiming, mentions]);
    return Promise.resolve(both.prepare?.()).then(() => {
      const text = '# A\n\nFR-2\n\nFR-1 and FR-3\n\n\nFR-1\n';
      const found = both.read({ path: 'a.md', text }, { idPatterns: [] }).mentions;
      expect(found.map(({ token, within }) => [token, within?.id])).toEqual([
        ['FR-2', 'GET /a'],
        ['FR-3', 'FR-1'],
        ['FR-1', 'GET /a'],
      ]);
    });
  });

  it('is not where a requirement is defined', () => {
    const text =
      '# Requirements\n\n### FR-1: Ring\n\nFR-1 shall ring as FR-2 does.\n\n### FR-2: Stop\n\nIt shall stop.\n';
    expect(read(text).map(({ token, within }) => [token, within?.id])).toEqual([['FR-2', 'FR-1']]);
  });
});

describe('any text', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'FR-1 to FR-9',
      '`a.b`',
      '```',
      '<!--',
      '-->',
      '~~',
      '| a | b |',
      '|---|---|',
      'Wrong:',
      '❌',
      '§2–4',
      '[x](y',
    ),
    fc.string({ maxLength: 60, unit: 'binary' }),
    fc.string({ maxLength: 40 }),
  );

  it('has mentions that stand where they say', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const text = lines.join('\n');
        const rows = text
          .replace(/^\uFEFF/, '')
          .replace(/\r\n?/g, '\n')
          .split('\n');
        for (const mention of read(text)) {
          expect(rows[mention.at.line - 1]?.length ?? -1).toBeGreaterThanOrEqual(mention.at.column - 1);
          if (mention.form === 'name') {
            expect(rows[mention.at.line - 1]?.slice(mention.at.column - 1)).toMatch(mention.token.slice(0, 1));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['ids', 'FR-001, '.repeat(4_000)],
    ['ticks', '`'.repeat(20_000)],
    ['open comments', '<!-- '.repeat(5_000)],
    ['brackets', '[a]('.repeat(5_000)],
    ['paths', `GET ${'/a'.repeat(10_000)}`],
    ['hyphens', `FR${'-1'.repeat(10_000)}`],
    ['sections', `Section ${'1, '.repeat(8_000)}`],
    ['strikes', '~~a'.repeat(6_000)],
    ['nots', 'not '.repeat(6_000)],
    ['bars', '| `a` '.repeat(4_000)],
  ])('a long line of %s is read in time', (_, text) => {
    expect(read(`# A\n\n${text}\n`).length).toBeGreaterThanOrEqual(0);
  });
});
