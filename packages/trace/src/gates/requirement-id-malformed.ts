import { defineGate } from '@iama/gate';
import { misspelledReferences } from '../misspelled-references.ts';

export const requirementIdMalformed = defineGate({
  id: 'trace/requirement-id-malformed',
  title: 'What stands where a requirement id stands is one',
  phase: 1,
  severity: 'error',
  since: '0.1.0',
  source: '§6.2',
  rationale:
    'A requirement whose id has a slip in it (a letter for a digit, a missing number, a space) is invisible to every other gate: nothing would ever say that it is not covered.',
  hint: 'Write the id as its neighbours are written',
  reads: ['malformed-id', 'requirement'],
  messages: {
    malformed: ({ text, reason, nearest }: { text: string; reason: string; nearest?: string | undefined }) =>
      `\`${text}\` looks like a requirement id and is none: ${reason}${nearest ? `; the nearest right one is \`${nearest}\`` : ''}`,
  },
  examples: [
    {
      name: 'a letter O for a zero',
      files: {
        'docs/prd.md':
          '# Requirements\n\n1. `FR-AUTH-001`\n   Requirement: The system shall let a user sign in.\n\n2. `FR-AUTH-002`\n   Requirement: The system shall end the session.\n\n3. `FR-AUTH-003`\n   Requirement: The system shall warn a user.\n\n4. `FR-AUTH-O04`\n   Requirement: The system shall lock an account.\n',
      },
      expect: ['docs/prd.md:12 malformed'],
    },
    {
      name: 'an underscore where the definition has a dash',
      files: {
        'docs/prd.md': '# Requirements\n\n### FR-AUTH-001: Sign in\n\nThe system shall let a user sign in.\n',
        'docs/guide.md': '# Guide\n\nThe session follows FR-AUTH_001.\n',
      },
      expect: ['docs/guide.md:3 malformed'],
    },
    {
      name: 'a suffix is part of an id',
      files: {
        'docs/prd.md':
          '# Requirements\n\n1. `FR-AUTH-001`\n   Requirement: The system shall let a user sign in.\n\n2. `FR-AUTH-001A`\n   Requirement: The system shall end the session.\n',
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    for (const malformed of graph.nodes('malformed-id')) {
      const { reason, nearest } = malformed.attributes;
      yield found.malformed({ text: malformed.id, reason, nearest }, malformed);
    }
    for (const { id, meant, first, others } of misspelledReferences(graph)) {
      const reason = 'its parts are joined in another way than in the id that is defined';
      const related = others.map(({ at }) => ({ note: 'also written so', at }));
      yield found.malformed({ text: id, reason, nearest: meant }, first, { subject: id, related });
    }
  },
});
