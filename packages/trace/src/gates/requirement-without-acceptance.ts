import { defineGate } from '@iama/gate';
import { silentRequirements } from '../silent-requirements.ts';

export const requirementWithoutAcceptance = defineGate({
  id: 'trace/requirement-without-acceptance',
  title: 'A requirement says how it will be accepted',
  phase: 1,
  severity: 'error',
  since: '0.1.0',
  source: '§6.2, §7.1',
  rationale:
    'A requirement nobody can accept can never be called done, so every later gate would be guessing. Where no requirement of a document says how it is accepted, the document keeps acceptance elsewhere, and one finding says so instead of one for each.',
  hint: 'Add an `Acceptance:` line under the requirement, in words that a test could check',
  reads: ['requirement', 'acceptance', 'document'],
  messages: {
    missing: ({ id }: { id: string }) => `Requirement \`${id}\` does not say how it is accepted`,
    allMissing: ({ count, path }: { count: number; path: string }) =>
      `None of the ${count} requirements in \`${path}\` says how it is accepted`,
  },
  examples: [
    {
      name: 'one of two is silent',
      files: {
        'docs/prd.md':
          '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n\nAcceptance: a session is returned.\n\n### FR-002: Sign out\n\nThe system shall end the session.\n',
      },
      expect: ['docs/prd.md:9 missing'],
    },
    {
      name: 'criteria as a list',
      files: {
        'docs/prd.md':
          '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n\nAcceptance criteria:\n\n- a session is returned\n- a wrong password is refused\n',
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
      ({ attributes }) => attributes.acceptance.length === 0,
    )) {
      if (all) yield found.allMissing({ count: silent.length, path }, silent[0], { subject: path });
      else for (const requirement of silent) yield found.missing({ id: requirement.id }, requirement);
    }
  },
});
