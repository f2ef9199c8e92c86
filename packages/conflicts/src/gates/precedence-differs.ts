import { defineGate } from '@iama/gate';
import { rankingInversions } from '../ranking-inversions.ts';

export const precedenceDiffers = defineGate({
  id: 'conflicts/precedence-differs',
  title: 'Documents agree on which document wins',
  phase: 1,
  severity: 'error',
  since: '0.1.0',
  source: '§4',
  rationale:
    'Precedence decides every other conflict, so a second order of documents undoes the first. A list or a sentence that ranks a part of the documents in the same order is no conflict, and the order in which documents are to be read is none either.',
  hint: 'Keep one list of precedence and refer to it',
  reads: ['ranking', 'document', 'section'],
  messages: {
    inverted: ({ above, below, ranks }: { above: string; below: string; ranks: readonly number[] }) =>
      `Here \`${above}\` wins over \`${below}\`; the precedence that governs ranks them ${ranks[0]} and ${ranks[1]}`,
  },
  examples: [
    {
      name: 'a list and a sentence in another order',
      files: {
        'docs/development-workflow.md':
          '# Development workflow\n\n## Precedence\n\n1. `prd.md`\n2. `api-contract.md`\n3. `guide.md`\n',
        'docs/guide.md':
          '# Guide\n\nWhen documents disagree, the earlier one wins:\n\n1. `api-contract.md`\n2. `prd.md`\n',
        'docs/api-contract.md': '# API contract\n\n`docs/guide.md` takes precedence over `docs/prd.md`.\n',
        'docs/prd.md': '# Requirements\n\nText\n',
      },
      expect: ['docs/api-contract.md:3 inverted', 'docs/guide.md:5 inverted'],
    },
    {
      name: 'a part of the list, and an order for reading',
      files: {
        'docs/development-workflow.md':
          '# Development workflow\n\n## Precedence\n\n1. `prd.md`\n2. `api-contract.md`\n3. `guide.md`\n',
        'docs/guide.md':
          '# Guide\n\nDerived from `prd.md` first, then `api-contract.md`.\n\nRead these in order:\n\n1. `guide.md`\n2. `prd.md`\n',
        'docs/api-contract.md': '# API contract\n\nText\n',
        'docs/prd.md': '# Requirements\n\nText\n',
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    for (const { at, above, below, ranks, governing } of rankingInversions(graph)) {
      const related = governing ? [{ note: 'the precedence that governs', at: governing }] : [];
      yield found.inverted({ above, below, ranks }, { id: above, at }, { related, keys: [at.path, below] });
    }
  },
});
