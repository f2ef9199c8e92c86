import { defineGate } from '@iama/gate';
import type { Place } from '@iama/model';
import { conflict } from '../conflict-data.ts';
import { gridDifferences } from '../translation/grid-differences.ts';
import { missingIds } from '../translation/missing-ids.ts';
import { missingSections } from '../translation/missing-sections.ts';
import { passageDifferences } from '../translation/passage-differences.ts';
import { twins } from '../translation/twins.ts';

interface Otherwise {
  readonly subject: string;
  readonly original: string;
  readonly translated: string;
  readonly decision: string;
}

const otherwise = ({ subject, original, translated, decision }: Otherwise) =>
  `\`${subject}\`: ${translated === '' ? 'nothing of it' : translated} in the translation, ${original === '' ? 'nothing of it' : original} in the original; ${decision}`;

export const translationDiffers = defineGate({
  id: 'conflicts/translation-differs',
  title: 'A translation says what its original says',
  phase: 1,
  severity: 'error',
  since: '0.1.0',
  source: '§4',
  rationale:
    'Reviewers read one language and builders another. Twins are compared by requirement and by section: ids, numbers, names in code, words of obligation and cells of tables have to be the same, whatever the words around them are. Where encoding errors ate parts of the translation, only what has left no trace is reported. What is merely missing is a warning.',
  hint: 'Bring the translation up to its original in the same change',
  reads: ['passage', 'grid', 'document', 'section'],
  messages: {
    id: ({ id, lacks, path }: { id: string; lacks: string; path: string }) =>
      `The ${lacks} \`${path}\` lacks \`${id}\``,
    section: ({ section, path }: { section: string; path: string }) =>
      `The translation \`${path}\` lacks Section “${section}”`,
    passage: otherwise,
    cell: otherwise,
    rows: ({ section, original, translated }: { section: string; original: number; translated: number }) =>
      translated === 0
        ? `The translation has no table in “${section}”, where the original has one of ${original} rows`
        : `The table of “${section}” has ${translated} rows in the translation, ${original} in the original`,
    version: ({ path, original, translated }: { path: string; original: string; translated: string }) =>
      `\`${path}\` is version ${translated}, its original ${original}`,
  },
  examples: [
    {
      name: 'another number, name, strength and cell, a missing id and section, more rows',
      files: {
        'docs/prd_en.md':
          '# Requirements\n\nVersion: 1.0\n\n## 1. Roles\n\nA `MEMBER` or a `VIEWER`.\n\n| Right | Member | Viewer |\n|---|---|---|\n| Start | yes | no |\n\n## 2. Rules\n\n- `FR-001`: A user MUST invite up to 50 members.\n- `FR-002`: A user SHOULD export.\n- `FR-003`: A user MAY leave.\n\n### 2.1 Plans\n\n| Plan | Limit |\n|---|---|\n| A | 1 |\n| B | 2 |\n\n## 3. Gates\n\nText\n',
        'docs/prd_zh.md':
          '# 需求\n\nVersion: 2.0\n\n## 1. 角色\n\n`MEMBER` 或 `OBSERVER`。\n\n| 权限 | Member | Viewer |\n|---|---|---|\n| 开始 | 是 | 是 |\n\n## 2. 规则\n\n- `FR-001`: 用户必须（MUST）邀请最多 40 名成员。\n- `FR-002`: 用户必须（MUST）导出。\n\n### 2.1 计划\n\n| 计划 | 上限 |\n|---|---|\n| A | 1 |\n',
      },
      expect: [
        'docs/prd_en.md:17 id',
        'docs/prd_en.md:26 section',
        'docs/prd_zh.md:1 version',
        'docs/prd_zh.md:7 passage',
        'docs/prd_zh.md:11 cell',
        'docs/prd_zh.md:15 passage',
        'docs/prd_zh.md:16 passage',
        'docs/prd_zh.md:20 rows',
      ],
    },
    {
      name: 'the same in other words',
      files: {
        'docs/prd_en.md':
          '# Requirements\n\n## 1. Roles\n\nThree roles: `MEMBER`, `VIEWER` and `OWNER`. Removal takes effect within 60 seconds.\n\n- `FR-001`: A user SHOULD see 1,000 rows.\n\n| Right | Member |\n|---|---|\n| Start | yes |\n',
        'docs/prd_zh.md':
          '# 需求\n\n## 1. 角色\n\n3 个角色：`MEMBER`、`VIEWER` 和 `OWNER`。60 秒内移除。\n\n- `FR-001`: 用户应当（SHOULD）看到1000行。\n\n| 权限 | Member |\n|---|---|\n| 开始 | 是 |\n',
      },
      expect: [],
    },
    {
      name: 'cells and words lost to an encoding error',
      files: {
        'docs/prd_en.md':
          '# Requirements\n\n## 1. Roles\n\n- `FR-001`: A user MUST have 3 tries within 30 seconds of `PENDING`.\n\n| Right | Member |\n|---|---|\n| Start | 15 |\n',
        'docs/prd_zh.md':
          '# ??瘙?\n\n## 1. ?脰??\n\n- `FR-001`: ?澆? MUST ??3 甈⊿ ??0 蝘 ENDING`?? ?澆?\n\n| ?? | Member |\n|---|---|\n| ?澆? | ??5 |\n',
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    for (const twin of twins(graph)) {
      const { original, translation } = twin;
      for (const { id, defined, lacks } of missingIds(twin)) {
        const other = lacks === 'translation' ? translation : original;
        const related = [{ note: `the ${lacks} lacks it`, at: other.at }];
        yield found.id({ id, lacks, path: other.at.path }, { id, at: defined.at }, { related, keys: [other.at.path] });
      }
      for (const section of missingSections(graph, twin)) {
        const name = section.at.section ?? section.id;
        const related = [{ note: 'the translation lacks it', at: translation.at }];
        yield found.section(
          { section: name, path: translation.at.path },
          { id: name, at: section.at },
          { related, keys: [translation.at.path] },
        );
      }
      const [version, translatedVersion] = [original.attributes.version, translation.attributes.version];
      if (version !== undefined && translatedVersion !== undefined && version !== translatedVersion) {
        const data = { path: translation.at.path, original: version, translated: translatedVersion };
        yield found.version(data, translation, {
          subject: translation.at.path,
          related: [{ note: `version ${version}`, at: original.at }],
        });
      }
      const pair = (subject: string, from: Place, said: string, at: Place, translated: string) => {
        const sides = [
          { at: from, value: said, words: said },
          { at, value: translated, words: translated },
        ];
        const { data, elsewhere } = conflict(graph, subject, sides);
        const { stop: _stop, ...rest } = elsewhere;
        const related = [{ note: `in the original: ${said === '' ? 'nothing of it' : said}`, at: from }];
        return { data: { ...data, original: said, translated }, elsewhere: { ...rest, subject, related } };
      };
      const differences = passageDifferences(twin);
      for (const difference of differences) {
        const { anchor, onlyOriginal, onlyTranslated, at, again } = difference;
        const [said, translated] = [listed(onlyOriginal), listed(onlyTranslated)];
        const subject = /^\d/.test(anchor) ? (difference.original.at.section ?? anchor) : anchor;
        const from = { ...difference.original.at, line: onlyOriginal[0]?.line ?? difference.original.at.line };
        const { data, elsewhere } = pair(subject, from, said, at, translated);
        const missing = onlyOriginal.length === 0 || onlyTranslated.length === 0;
        yield found.passage(
          data,
          { id: subject, at },
          {
            ...elsewhere,
            related: [
              ...(elsewhere.related ?? []),
              ...again.map((place) => ({ note: 'the same difference', at: place })),
            ],
            keys: [at.path],
            ...(missing ? { severity: 'warn' as const } : {}),
          },
        );
      }
      const { cells, grids } = gridDifferences(graph, twin);
      for (const { subject, original: one, translated: other } of cells) {
        const { data, elsewhere } = pair(subject, one.at, one.value, other.at, other.value);
        yield found.cell(data, { id: subject, at: other.at }, { ...elsewhere, keys: [other.at.path] });
      }
      for (const { original: one, translated: other } of grids) {
        if (
          differences.some(
            ({ original: { at, attributes } }) => at.line <= one.at.line && one.at.line <= attributes.lastLine,
          )
        )
          continue;
        const section = one.at.section ?? '';
        const data = { section, original: one.attributes.rows.length, translated: other?.attributes.rows.length ?? 0 };
        const at = other?.at ?? one.at;
        const related = [
          {
            note: other ? 'the table of the original' : 'the translation has no such table',
            at: other ? one.at : translation.at,
          },
        ];
        yield found.rows(data, { id: section, at }, { related, keys: [one.id, translation.at.path], severity: 'warn' });
      }
    }
  },
});

function listed(tokens: readonly { readonly text: string }[]): string {
  const shown = tokens.slice(0, 6).map(({ text }) => text);
  return tokens.length > 6 ? `${shown.join(', ')} and ${tokens.length - 6} more` : shown.join(', ');
}
