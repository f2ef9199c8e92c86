import { defineGate } from '@iama/gate';
import { misspelledReferences, unknownReferences } from '../misspelled-references.ts';

export const referenceToUnknownRequirement = defineGate({
  id: 'trace/reference-to-unknown-requirement',
  title: 'Every requirement that is referred to is defined',
  phase: 1,
  severity: 'error',
  since: '0.1.0',
  source: '§6.2',
  rationale:
    'A reference to a requirement that nobody defined looks like coverage and is none: the id was mistyped, renamed or removed.',
  hint: 'Correct the id, or define the requirement',
  reads: ['requirement'],
  messages: {
    unknown: ({ id, nearest }: { id: string; nearest?: string | undefined }) =>
      `No document defines requirement \`${id}\`${nearest ? `; the nearest known one is \`${nearest}\`` : ''}`,
  },
  examples: [
    {
      name: 'the contract names a requirement that is not there',
      files: {
        'docs/prd.md': '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n',
        'docs/guide.md': '# Guide\n\nThe session follows FR-001 and FR-002.\n',
      },
      expect: ['docs/guide.md:3 unknown'],
    },
    {
      name: 'ids of other kinds are no requirements',
      files: {
        'docs/prd.md': '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n',
        'docs/guide.md': '# Guide\n\nFR-001 uses SHA-256, see RFC-2119 and ISO-27001.\n',
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    const misspelled = new Set([...misspelledReferences(graph)].map(({ id }) => id));
    for (const [id, [first, ...others]] of unknownReferences(graph)) {
      if (!first || misspelled.has(id)) continue;
      const nearest = graph.nearest('requirement', id);
      yield found.unknown({ id, nearest }, first, {
        subject: id,
        related: others.map(({ at }) => ({ note: 'also referred to', at })),
      });
    }
  },
});
