import { defineGate } from '@iama/gate';
import type { ConflictData } from '../conflict-data.ts';
import { conflict } from '../conflict-data.ts';
import { inWords } from '../in-words.ts';
import { valueSaid } from '../limits/comparable.ts';
import { contradictions } from '../limits/contradictions.ts';
import { saidSides } from '../said-sides.ts';

export const limitDiffers = defineGate({
  id: 'conflicts/limit-differs',
  title: 'A limit has one value, wherever it is said',
  phase: 1,
  severity: 'error',
  since: '0.1.0',
  source: '§4',
  rationale:
    'Time-outs, lifetimes, sizes and retry budgets are repeated in contracts, guides and screens, and changed in one of them. Two numbers are held against each other when the same identifier, the same name or a cited requirement says that they are about one thing; units are converted. A default is no maximum, and what a sentence negates, supposes or gives as an example is no value. Where a single noun links two places, the finding is a warning.',
  hint: 'Correct the value that loses, or refer to the place that decides instead of repeating it',
  reads: ['statement', 'config-key', 'document'],
  messages: {
    differs: (data: ConflictData) => inWords(data),
  },
  examples: [
    {
      name: 'an access token lives longer in the architecture',
      files: {
        'docs/prd.md': '# Requirements\n\nFR-001: A login MUST return an access token that lives for 15 minutes.\n',
        'docs/architecture.md': '# Architecture\n\nAccess tokens live for 60 minutes, refresh tokens for 30 days.\n',
        'docs/guide.md': '# Guide\n\nAn access token lives for 900 seconds.\n',
      },
      expect: ['docs/architecture.md:3 differs'],
    },
    {
      name: 'the default of a key is not what its requirement says',
      files: {
        'docs/prd.md': '# Requirements\n\n### FR-007: Recount\n\nA user may ask for a recount, at most 3 times.\n',
        'docs/settings.md':
          '# Settings\n\n| Key | Default | Requirement |\n|---|---|---|\n| `job.max_recounts` | 5 | FR-007 |\n',
      },
      expect: ['docs/prd.md:5 differs'],
    },
    {
      name: 'a noun links two places',
      files: {
        'docs/prd.md': '# Requirements\n\nA picture may have up to 8 MB.\n',
        'docs/guide.md': '# Guide\n\nA picture may have up to 12 MB.\n',
      },
      expect: ['docs/guide.md:3 differs'],
    },
    {
      name: 'the same in other units, a negated value, an example, a default beside a maximum, and different things',
      files: {
        'docs/prd.md':
          '# Requirements\n\nA picture may have up to 8 MB. The grace window is 300s. The page size is 20 by default.\n\nA sample has 50 to 400 seeds.\n',
        'docs/guide.md':
          '# Guide\n\nA picture may have up to 8,000 KB. The grace window is 5 minutes. The page size is at most 100.\n\nA sample has NOT 500 seeds. For example, a picture may have up to 2 MB.\n\nA report may have up to 20 MB.\n',
      },
      expect: [],
    },
    {
      name: 'a value above its own amendment',
      files: {
        'docs/adr/0001-pictures.md':
          '# Pictures\n\n## Decision\n\nA tray picture may have up to 6 MB.\n\n## Amendment\n\nA tray picture may have up to 8 MB.\n',
        'docs/prd.md': '# Requirements\n\nA tray picture may have up to 8 MB.\n',
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    for (const { statements, subject, certain } of contradictions(graph)) {
      const said = statements.map((one) => ({
        at: one.at,
        value: valueSaid(one),
        written: one.attributes.written,
        words: one.attributes.words,
      }));
      const { about, data, elsewhere } = conflict(graph, subject, saidSides(said));
      yield found.differs(data, about, certain ? elsewhere : { ...elsewhere, severity: 'warn' });
    }
  },
});
