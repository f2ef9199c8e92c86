import { defineGate } from '@iama/gate';
import { coverageKinds, coverageOf } from '../coverage.ts';
import { needs, requirementsOnce } from '../scope.ts';

export const requirementWithoutImplementation = defineGate({
  id: 'trace/requirement-without-implementation',
  title: 'A requirement that is due is implemented somewhere',
  phase: 1,
  severity: 'error',
  since: '0.1.0',
  source: '§6.2, §7.1',
  rationale:
    'A promise nobody kept is found here rather than by a customer. An annotation, an id in a comment, or the code of an endpoint or table that its document ties to the requirement counts. Which priorities, versions and statuses are due is configuration.',
  hint: 'Put `@implements <id>` in a comment where it is implemented, or mark the requirement `Status: planned`',
  reads: coverageKinds,
  messages: {
    missing: ({ id, priority }: { id: string; priority?: string | undefined }) =>
      `Requirement \`${id}\`${priority ? ` (${priority})` : ''} is implemented nowhere`,
  },
  examples: [
    {
      name: 'one of two is implemented',
      files: {
        'docs/prd.md':
          '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n\n### FR-002: Sign out\n\nThe system shall end the session.\n',
        'src/session.ts': '// @implements FR-001\nexport const signIn = () => true;\n',
      },
      expect: ['docs/prd.md:7 missing'],
    },
    {
      name: 'planned requirements need nothing yet',
      files: {
        'docs/prd.md':
          '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n\n### FR-002: Sign out\n\nThe system shall end the session.\n\nStatus: planned\n',
        'src/session.ts': '// @implements FR-001\nexport const signIn = () => true;\n',
      },
      expect: [],
    },
    {
      name: 'no code was found at all',
      files: { 'docs/prd.md': '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n' },
      expect: ['unverified'],
    },
  ],
  *evaluate(graph, found) {
    if (!graph.settings.code) return;
    const due = requirementsOnce(graph).filter((one) => needs(one, graph.settings.implementation, graph.settings));
    if (due.length === 0) return;
    if (graph.nodes('file').every((file) => file.attributes.test)) {
      yield {
        unverified:
          'No code was found that could implement the requirements; `code: false` in iama.yaml says that there is none here',
      };
      return;
    }
    for (const requirement of due) {
      const { code } = coverageOf(graph, requirement.id);
      const { priority } = requirement.attributes;
      if (code.length === 0) yield found.missing({ id: requirement.id, priority }, requirement);
    }
  },
});
