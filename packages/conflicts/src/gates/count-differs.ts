import { defineGate } from '@iama/gate';
import type { ConflictData } from '../conflict-data.ts';
import { conflict } from '../conflict-data.ts';
import { wrongCounts } from '../count-claims.ts';
import { countedKinds } from '../said-kind.ts';

export const countDiffers = defineGate({
  id: 'conflicts/count-differs',
  title: 'What a document counts is as many as there are',
  phase: 1,
  severity: 'error',
  since: '0.1.0',
  source: '§4',
  rationale:
    'A count is a promise of completeness: “19 core tables” where 20 are defined says that one was added without a decision or that one is missing. A count is held against the list, table or names right behind it, against the section it names, and, for tables, endpoints, requirements, states, invariants, decisions, error codes and settings, against what the documents define. Vague counts (“at least three”, “the other two”) claim nothing.',
  hint: 'Correct the number, or the list',
  reads: ['count', 'document', 'section', 'passage', 'list', 'grid', ...countedKinds],
  messages: {
    differs: (data: ConflictData & { said: number; are: string; words: string }) =>
      `“${data.words}” says ${data.said} ${data.subject}, but ${data.are}`,
  },
  examples: [
    {
      name: 'the list behind, the names behind, the section it names, and what is defined',
      files: {
        'docs/prd.md':
          '# Requirements\n\n## 1. States\n\nA job is in one of three states:\n\n1. `NEW`\n2. `DONE`\n\nIt adds two entities: `a`, `b` and `c`.\n\n## 2. Proofs\n\n1. One\n2. Two\n3. Three\n',
        'docs/workflow.md': '# Workflow\n\nThe two proofs of Section 2 of `prd.md` MUST pass.\n',
        'docs/db-schema.md':
          '# Database schema\n\nThe schema has four tables.\n\n```sql\nCREATE TABLE users (id INT);\nCREATE TABLE jobs (id INT);\nCREATE TABLE runs (id INT);\n```\n',
      },
      expect: [
        'docs/db-schema.md:3 differs',
        'docs/prd.md:5 differs',
        'docs/prd.md:10 differs',
        'docs/workflow.md:3 differs',
      ],
    },
    {
      name: 'counts that are right, vague, or of something else',
      files: {
        'docs/prd.md':
          '# Requirements\n\nThree things matter:\n\n- A\n- B\n- C\n\nWithin 3 days, at least two reviewers agree:\n\n- A\n- B\n- C\n\nThe other two steps follow. Two plans: Free and Pro.\n\nThese four rules:\n\n1. A\n2. B\n\nand\n\n3. C\n4. D\n',
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    for (const { count, subject, there, are, at } of wrongCounts(graph)) {
      const { number, words } = count.attributes;
      const sides = [
        { at: count.at, value: String(number), words },
        { at, value: String(there), words: are },
      ];
      const { about, data, elsewhere } = conflict(graph, subject, sides);
      const { stop: _stop, ...rest } = elsewhere;
      const related = rest.related?.filter(
        (place) => place.at.path !== count.at.path || place.at.line !== count.at.line,
      );
      yield found.differs(
        { ...data, said: number, are, words: words.slice(0, 80) },
        { ...about, at: count.at },
        {
          ...rest,
          related: [
            ...(related ?? []),
            ...(at.path === count.at.path && at.line === count.at.line ? [] : [{ note: are, at }]),
          ].slice(-1),
        },
      );
    }
  },
});
