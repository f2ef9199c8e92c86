import { defineGate } from '@iama/gate';
import { comparableCells } from '../comparable-cells.ts';
import type { ConflictData } from '../conflict-data.ts';
import { conflict } from '../conflict-data.ts';
import { inWords } from '../in-words.ts';
import { saidSides } from '../said-sides.ts';

export const tableCellDiffers = defineGate({
  id: 'conflicts/table-cell-differs',
  title: 'Two tables of the same matrix have the same values',
  phase: 1,
  severity: 'error',
  since: '0.1.0',
  source: '§4',
  rationale:
    'A matrix of plans, limits or time-outs is copied into several documents and changed in one. Rows and columns are matched by their labels, cells by value: `3/day`, `3 jobs/day` and `3 jobs per day` are the same; words, empty cells and cells lost to an encoding error are not compared.',
  hint: 'Correct the cell that loses, or refer to the table that decides instead of repeating it',
  reads: ['grid', 'document'],
  messages: {
    differs: (data: ConflictData) => inWords(data),
  },
  examples: [
    {
      name: 'one plan has another limit in the guide',
      files: {
        'docs/prd.md':
          '# Requirements\n\n| Entitlement | Free | Pro |\n|---|---|---|\n| Projects | 3 | 20 |\n| Storage | 1 GB | 50 GB |\n',
        'docs/guide.md':
          '# Guide\n\n| Feature | Free | Pro |\n|---|---|---|\n| Projects | 3 projects | 25 |\n| Storage | 1 GB | 50 GB |\n',
      },
      expect: ['docs/guide.md:5 differs'],
    },
    {
      name: 'an activity has another time-out',
      files: {
        'docs/architecture.md':
          '# Architecture\n\n| Activity | Timeout |\n|---|---|\n| `sendMail` | 5 min |\n| `makeReport` | 30 min |\n',
        'docs/plan.md':
          '# Plan\n\n| Activity | Timeout | Owner |\n|---|---|---|\n| `sendMail` | 300 s | A |\n| `makeReport` | 10 min | B |\n',
      },
      expect: ['docs/architecture.md:6 differs'],
    },
    {
      name: 'other words for the same values, and a cell lost to an encoding error',
      files: {
        'docs/prd.md':
          '# Requirements\n\n| Entitlement | Free | Pro | Max |\n|---|---|---|---|\n| Jobs | 3 jobs/day | 128K | ✅ |\n| Window | 1 h | 10 days | Contract-defined |\n',
        'docs/guide.md':
          '# Guide\n\n| Feature | Free | Pro | Max |\n|---|---|---|---|\n| **Jobs** | 3/day | 128,000 | yes |\n| Window | 3600s | ??0 days | Contract |\n',
      },
      expect: [],
    },
    {
      name: 'the fields of two endpoints are no matrix',
      files: {
        'docs/api.md':
          '# API\n\n## A\n\n| Field | Type | Limit |\n|---|---|---|\n| `user_id` | string | 10 |\n| `page_size` | number | 20 |\n\n## B\n',
        'docs/api-b.md':
          '# API B\n\n| Field | Type | Limit |\n|---|---|---|\n| `user_id` | string | 30 |\n| `page_size` | number | 50 |\n',
      },
      expect: [],
    },
    {
      name: 'tables of two versions',
      files: {
        'docs/prd-v1.md':
          '# Requirements V1\n\n| Entitlement | Free | Pro |\n|---|---|---|\n| Projects | 3 | 20 |\n| Storage | 1 GB | 50 GB |\n',
        'docs/prd-v2.md':
          '# Requirements V2\n\n| Entitlement | Free | Pro |\n|---|---|---|\n| Projects | 5 | 50 |\n| Storage | 2 GB | 80 GB |\n',
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    for (const cells of comparableCells(graph)) {
      const [first] = cells;
      if (!first) continue;
      const sides = saidSides(cells.map((cell) => ({ ...cell, written: cell.written.replace(/[*`]/g, '').trim() })));
      const { about, data, elsewhere } = conflict(graph, `${first.row}, ${first.column}`, sides);
      yield found.differs(data, about, elsewhere);
    }
  },
});
