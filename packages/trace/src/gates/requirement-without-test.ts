import { defineGate } from '@iama/gate';
import { coverageKinds, coverageOf, provingTests } from '../coverage.ts';
import { needs, requirementsOnce } from '../scope.ts';

export const requirementWithoutTest = defineGate({
  id: 'trace/requirement-without-test',
  title: 'A requirement that is due is proved by a test',
  phase: 1,
  severity: 'error',
  since: '0.1.0',
  source: '§6.2, §6.8, §11.2',
  rationale:
    'A test that is skipped, fails, or never ran proves nothing, whatever its title says. Which priorities, versions and statuses are due is configuration.',
  hint: 'Name the id in the title of a test that proves it, or put `@verifies <id>` above the test',
  reads: coverageKinds,
  messages: {
    missing: ({ id, priority }: { id: string; priority?: string | undefined }) =>
      `Requirement \`${id}\`${priority ? ` (${priority})` : ''} is verified by no test`,
    unproved: ({ id, why }: { id: string; why: string }) =>
      `Every test of requirement \`${id}\` proves nothing: ${why}`,
  },
  examples: [
    {
      name: 'one is tested, one is not, one only by a skipped test',
      files: {
        'docs/prd.md':
          '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n\n### FR-002: Sign out\n\nThe system shall end the session.\n\n### FR-003: Lock\n\nThe system shall lock an account.\n',
        'src/session.test.ts':
          "import { it, expect } from 'vitest';\nit('FR-001 lets a user in', () => expect(1).toBe(1));\nit.skip('FR-003 locks', () => expect(1).toBe(1));\n",
      },
      expect: ['docs/prd.md:7 missing', 'docs/prd.md:11 unproved'],
    },
    {
      name: 'an annotation above the test',
      files: {
        'docs/prd.md': '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n',
        'tests/test_session.py': '# @verifies FR-001\ndef test_sign_in():\n    assert True\n',
      },
      expect: [],
    },
    {
      name: 'no test was found at all',
      files: {
        'docs/prd.md': '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n',
        'src/session.ts': '// @implements FR-001\nexport const signIn = () => true;\n',
      },
      expect: ['unverified'],
    },
  ],
  *evaluate(graph, found) {
    if (!graph.settings.code) return;
    const due = requirementsOnce(graph).filter((one) => needs(one, graph.settings.test, graph.settings));
    if (due.length === 0) return;
    if (!graph.nodes('file').some((file) => file.attributes.test)) {
      yield {
        unverified:
          'No test was found; `tests:` in iama.yaml names them, `code: false` says that there is no code here',
      };
      return;
    }
    for (const requirement of due) {
      const coverage = coverageOf(graph, requirement.id);
      if (provingTests(coverage).length > 0) continue;
      const { priority } = requirement.attributes;
      if (coverage.tests.length === 0) yield found.missing({ id: requirement.id, priority }, requirement);
      else {
        const why = coverage.tests.map(({ node, noEvidence }) => `\`${node.id}\` ${noEvidence}`).join(', ');
        const related = coverage.tests.map(({ test, at, noEvidence }) => ({
          note: `${noEvidence}`,
          at: test?.at ?? at,
        }));
        yield found.unproved({ id: requirement.id, why }, requirement, { related });
      }
    }
  },
});
