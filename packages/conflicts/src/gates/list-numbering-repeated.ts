import { defineGate } from '@iama/gate';
import { repeatedNumbers } from '../repeated-numbers.ts';

export const listNumberingRepeated = defineGate({
  id: 'conflicts/list-numbering-repeated',
  title: 'A numbered list uses each number once',
  phase: 1,
  severity: 'warn',
  since: '0.1.0',
  source: '§4',
  rationale:
    'Normative lines are cited by their number: “invariant 4” means nothing when there are two. Most pages show a corrected number, so that the text and what a reader sees part ways as well. Lists that are numbered 1, 1, 1 throughout leave the counting to the page.',
  hint: 'Number the list again, and correct the places that cite its numbers',
  reads: ['list', 'document'],
  messages: {
    repeated: ({
      section,
      numbers,
      lines,
    }: {
      section: string;
      numbers: readonly string[];
      lines: readonly string[];
    }) => `The list of \`${section}\` uses ${numbers.join(', ')} twice: ${lines.join('; ')}`,
  },
  examples: [
    {
      name: 'a number is used twice',
      files: { 'docs/prd.md': '# Requirements\n\n## 9. Transitions\n\n1. A\n2. B\n2. C\n4. D\n' },
      expect: ['docs/prd.md:7 repeated'],
    },
    {
      name: 'a list goes on after a paragraph with numbers that are taken',
      files: { 'docs/prd.md': '# Requirements\n\n## 9. Team\n\n1. A\n2. B\n3. C\n\nNice to have:\n\n3. C\n4. D\n' },
      expect: ['docs/prd.md:11 repeated'],
    },
    {
      name: 'every item is 1, a second list, and steps with blocks between them',
      files: {
        'docs/guide.md':
          '# Guide\n\n## Rules\n\n1. A\n1. B\n1. C\n\n## Steps\n\n1. A\n\n```\nx\n```\n\n2. B\n\nThen:\n\n1. C\n\n```\nx\n```\n\n2. D\n',
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    for (const { at, section, numbers, pairs } of repeatedNumbers(graph)) {
      const related = pairs.flatMap(({ number, first, second }, index) => [
        { note: `${number} the first time`, at: { ...at, line: first, column: 1 } },
        ...(index === 0 ? [] : [{ note: `${number} again`, at: { ...at, line: second, column: 1 } }]),
      ]);
      const lines = pairs.map(({ number, first, second }) => `${number} in lines ${first} and ${second}`);
      yield found.repeated({ section, numbers, lines }, { id: section, at }, { related, keys: [at.path, ...numbers] });
    }
  },
});
