import { defineGate } from '@iama/gate';
import { brokenReferences } from '../broken-references.ts';

export const sectionReferenceBroken = defineGate({
  id: 'conflicts/section-reference-broken',
  title: 'A reference to a section leads to what it speaks of',
  phase: 1,
  severity: 'error',
  since: '0.1.0',
  source: '§4',
  rationale:
    'Sections are renumbered and references stay. A number that no heading of the document has is broken; so is one whose section does not hold the requirement or the endpoint of the sentence while exactly one other section is about it. A number without a document is taken for one of the same document, and is a warning. Documents are found by file name, id, title or role (`PRD V1 §6.3`); sections of foreign documents, and numbers in documents that number no headings, are not judged.',
  hint: 'Correct the number, or name the heading',
  reads: ['pointer', 'document', 'section', 'passage', 'list'],
  messages: {
    missing: ({ path, number, there }: { path: string; number: string; there: string }) =>
      `\`${path}\` has no Section ${number}${there === '' ? '' : `; the last one is “${there}”`}`,
    misplaced: ({
      path,
      number,
      there,
      what,
      where,
    }: {
      path: string;
      number: string;
      there: string;
      what: string;
      where: string;
    }) => `Section ${number} of \`${path}\` is “${there}”; ${what} stands in “${where}”`,
  },
  examples: [
    {
      name: 'a section of another document, of this one, and one that holds something else',
      files: {
        'docs/PRD_V1_EN.md':
          '# Product Requirements V1\n\n## 1. Purpose\n\nText (see Section 7.2).\n\n## 2. Accounts\n\n### 2.1 Sign-in\n\n- `FR-001`: A user MUST sign in.\n\n## 3. Reports\n\nText\n',
        'docs/guide.md':
          '# Guide\n\nCodes stand in Section 12 of `PRD_V1_EN.md`, limits in PRD V1 §2.4.\n\n| Requirement | Where |\n|---|---|\n| FR-001 | PRD V1 §3 |\n',
      },
      expect: [
        'docs/PRD_V1_EN.md:5 missing',
        'docs/guide.md:3 missing',
        'docs/guide.md:3 missing',
        'docs/guide.md:7 misplaced',
      ],
    },
    {
      name: 'the endpoint of the sentence stands in another section',
      files: {
        'docs/api.md':
          '# API contract\n\n## 1. Jobs\n\n### `POST /jobs/:id/convert`\n\nText\n\n## 2. Billing\n\nText\n\n## 3. Errors\n\nText\n',
        'docs/decisions.md': '# Decisions\n\nAdded `POST /jobs/:id/convert` to `api.md` Section 2.\n',
      },
      expect: ['docs/decisions.md:3 misplaced'],
    },
    {
      name: 'sections that exist, foreign documents, documents without numbers, items of a list',
      files: {
        'docs/prd.md':
          '# Product Requirements\n\n## 1. Purpose\n\nText, see Sections 2 to 3 and Section 2.2.\n\n## 2. Rules\n\n1. A\n2. B\n\n## 3. Reports\n\nStatuses follow RFC 9110 Section 15.5.\n',
        'docs/adr/0001-engine.md':
          '# Engine\n\nRelates to: Section 6.2 Component 6\n\n## Context\n\nText\n\n## Decision\n\nText\n',
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    for (const { fault, path, number, there, what = '', where, certain, places } of brokenReferences(graph)) {
      const [first, ...rest] = places;
      if (!first) continue;
      const related = [
        ...(where ? [{ note: `${what} stands here`, at: where }] : []),
        ...rest.map(({ at }) => ({ note: 'the same reference', at })),
      ];
      const elsewhere = { subject: `${path}#${number}`, related, ...(certain ? {} : { severity: 'warn' as const }) };
      if (fault === 'missing') yield found.missing({ path, number, there }, first, elsewhere);
      else yield found.misplaced({ path, number, there, what, where: where?.section ?? '' }, first, elsewhere);
    }
  },
});
