import { describe, expect, it } from 'vitest';
import { idPattern } from './id-pattern.ts';
import { inferPrecedence, resolvePrecedence } from './infer-precedence.ts';
import { inferTwins } from './infer-twins.ts';

// @verifies IAMA-READ-010
describe('twins', () => {
  it.each([
    ['PRD_V1_EN.md', 'PRD_V1_ZH.md', { translationOf: 'PRD_V1_EN.md' }],
    ['README.md', 'README.ja.md', { translationOf: 'README.md' }],
    ['docs/en/guide.md', 'docs/de/guide.md', { translationOf: 'docs/en/guide.md' }],
    ['guide.md', 'guide.zh-CN.md', { translationOf: 'guide.md' }],
    ['PRD_V1.md', 'PRD_V2.md', undefined],
    ['design/id.md', 'design/it.md', undefined],
  ])('%s and %s', (original, other, expected) => {
    const twins = inferTwins([
      { path: original, hash: '1' },
      { path: other, hash: '2' },
    ]);
    expect(twins.get(other)).toEqual(expected);
    expect(twins.get(original)).toBeUndefined();
  });

  it('knows a plain copy by its content', () => {
    const twins = inferTwins([
      { path: 'docs/plan.md', hash: '1' },
      { path: 'docs/old/plan-copy.md', hash: '1' },
    ]);
    expect([...twins]).toEqual([['docs/old/plan-copy.md', { copyOf: 'docs/plan.md' }]]);
  });
});

describe('precedence', () => {
  const paths = ['docs/PRD_V1.md', 'docs/adr/001-a.md', 'docs/adr/002-b.md', 'docs/dev/API.md', 'README.md'];
  const list = (path: string, names: readonly (readonly string[])[]) => ({
    kind: 'precedence',
    at: { path, line: 3, column: 1 },
    data: {
      entries: names.map((said, index) => ({ rank: index + 1, line: index + 3, said: said.join(' '), names: said })),
    },
  });

  it('means paths as they are, by their end, as a folder, and whatever the case', () => {
    const [resolved] = resolvePrecedence(
      [list('docs/dev/W.md', [['docs/prd_v1.md'], ['docs/adr/'], ['API.md'], ['GONE.md']])],
      paths,
    );
    expect(resolved?.entries.map((entry) => entry.paths)).toEqual([
      ['docs/PRD_V1.md'],
      ['docs/adr/001-a.md', 'docs/adr/002-b.md'],
      ['docs/dev/API.md'],
      [],
    ]);
  });

  it('takes the list of a workflow document before a longer one', () => {
    const lists = resolvePrecedence(
      [
        list('README.md', [['docs/dev/API.md'], ['docs/PRD_V1.md'], ['README.md']]),
        list('docs/WF.md', [['docs/PRD_V1.md'], ['docs/dev/API.md']]),
      ],
      paths,
    );
    const ranks = inferPrecedence(lists, (path) => (path === 'docs/WF.md' ? 'workflow' : 'index'));
    expect([...ranks].map(([path, { rank }]) => `${rank} ${path}`)).toEqual(['1 docs/PRD_V1.md', '2 docs/dev/API.md']);
  });
});

describe('the pattern of ids', () => {
  it.each([
    ['V1-FR-AUTH-001', 'V\\d+-FR-[A-Z0-9]+-\\d{3}[A-Z]?'],
    ['REQ-7', 'REQ-\\d{1}[A-Z]?'],
    ['SRS.AUTH.12', 'SRS\\.AUTH\\.\\d{2}[A-Z]?'],
    ['auth.login', undefined],
  ])('%s', (id, pattern) => {
    expect(idPattern(id)).toBe(pattern);
    if (pattern) expect(id).toMatch(new RegExp(`^${pattern}$`));
  });
});
