import { defineGate } from '@iama/gate';
import { silentRequirements } from '../silent-requirements.ts';

export const requirementWithoutPriority = defineGate({
  id: 'trace/requirement-without-priority',
  title: 'A requirement says how urgent it is',
  phase: 1,
  severity: 'error',
  since: '0.1.0',
  source: '§6.1',
  rationale:
    'The risk of a task is the highest priority among its requirements. Where no requirement of a document has a priority, the team does not use them, and one finding says so instead of one for each.',
  hint: 'Add a `Priority:` line (`P0`, `P1`, `P2`, or the words your team uses)',
  reads: ['requirement', 'document'],
  messages: {
    missing: ({ id }: { id: string }) => `Requirement \`${id}\` has no priority`,
    allMissing: ({ count, path }: { count: number; path: string }) =>
      `None of the ${count} requirements in \`${path}\` has a priority`,
  },
  examples: [
    {
      name: 'one of two is silent',
      files: {
        'docs/prd.md':
          '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n\nPriority: P0\n\n### FR-002: Sign out\n\nThe system shall end the session.\n',
      },
      expect: ['docs/prd.md:9 missing'],
    },
    {
      name: 'words count as much as numbers',
      files: {
        'docs/prd.md':
          '# Requirements\n\n| ID | Requirement | Priority |\n|---|---|---|\n| FR-001 | The system shall let a user sign in | Must |\n',
      },
      expect: [],
    },
    {
      name: 'no requirement of a document says it: one finding, not three',
      files: {
        'docs/prd.md':
          '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n\n### FR-002: Sign out\n\nThe system shall end the session.\n\n### FR-003: Lock\n\nThe system shall lock an account.\n',
      },
      expect: ['docs/prd.md:3 allMissing'],
    },
  ],
  *evaluate(graph, found) {
    for (const { path, silent, all } of silentRequirements(
      graph,
      ({ attributes }) => attributes.priority === undefined,
    )) {
      if (all) yield found.allMissing({ count: silent.length, path }, silent[0], { subject: path });
      else for (const requirement of silent) yield found.missing({ id: requirement.id }, requirement);
    }
  },
});
