import { defineGate, twinPaths } from '@iama/gate';

export const requirementDefinedTwice = defineGate({
  id: 'trace/requirement-defined-twice',
  title: 'A requirement id is defined once',
  phase: 1,
  severity: 'error',
  since: '0.1.0',
  source: '§6.2',
  rationale:
    'Two definitions of one id can drift apart, and nobody can say which of them the code and the tests were written for. Translations and plain copies of a document are not definitions of their own.',
  hint: 'Keep one definition and turn the other into a reference, or give it an id of its own',
  reads: ['requirement', 'document'],
  messages: {
    repeated: ({ id, times }: { id: string; times: number }) =>
      `Requirement \`${id}\` is defined ${times === 2 ? 'twice' : `${times} times`}`,
  },
  examples: [
    {
      name: 'two documents define it',
      files: {
        'docs/prd.md': '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n',
        'docs/srs.md': '# Requirements\n\n1. `FR-001`\n   Requirement: The system shall lock an account.\n',
      },
      expect: ['docs/srs.md:3 repeated'],
    },
    {
      name: 'one definition, one mention',
      files: {
        'docs/prd.md': '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n',
        'docs/guide.md': '# Guide\n\nSee FR-001 before you change the session.\n',
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    const twins = twinPaths(graph);
    const places = new Map<string, ReturnType<typeof graph.nodes<'requirement'>>>();
    for (const requirement of graph.nodes('requirement')) {
      if (twins.has(requirement.at.path)) continue;
      const known = places.get(requirement.id);
      if (known) known.push(requirement);
      else places.set(requirement.id, [requirement]);
    }
    for (const [id, [first, second, ...more]] of places) {
      if (!first || !second) continue;
      yield found.repeated({ id, times: 2 + more.length }, second, {
        related: [first, ...more].map(({ at }) => ({ note: 'also defined', at })),
      });
    }
  },
});
