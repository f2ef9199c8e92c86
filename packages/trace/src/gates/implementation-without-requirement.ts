import { defineGate } from '@iama/gate';
import { untiedRoutes } from '../untied-routes.ts';

export const implementationWithoutRequirement = defineGate({
  id: 'trace/implementation-without-requirement',
  title: 'What code and tests claim to fulfil is a requirement',
  phase: 1,
  severity: 'error',
  since: '0.1.0',
  source: '§6.2',
  rationale:
    'A route that no document specifies, in a file that names no requirement, is work nobody asked for. An annotation, a test title or a comment that names a requirement nobody defined makes an orphan look covered. An unmarked id in a comment counts only when its family is one that the documents define, so that `SHA-256` is no claim.',
  hint: 'Correct the id, or define the requirement in a document',
  reads: ['requirement', 'file', 'test', 'endpoint'],
  messages: {
    unknown: ({ id, verb, nearest }: { id: string; verb: string; nearest?: string | undefined }) =>
      `${verb} requirement \`${id}\`, which no document defines${nearest ? `; the nearest known one is \`${nearest}\`` : ''}`,
    untied: ({ id }: { id: string }) =>
      `Route \`${id}\` is tied to no requirement: no document specifies it, and nothing in its file names one`,
  },
  examples: [
    {
      name: 'an annotation and a test title with ids nobody defined',
      files: {
        'docs/prd.md': '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n',
        'src/session.ts': '// @implements FR-001, FR-010\nexport const signIn = () => true;\n',
        'src/session.test.ts':
          "import { it, expect } from 'vitest';\nit('FR-009 lets a user in', () => expect(1).toBe(1));\n",
      },
      expect: ['src/session.test.ts:2 unknown', 'src/session.ts:1 unknown'],
    },
    {
      name: 'a route nobody asked for, in a repository that ties its code',
      files: {
        'docs/prd.md': '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n',
        'src/session.ts':
          "import Fastify from 'fastify';\nconst app = Fastify();\n// @implements FR-001\napp.post('/login', async () => ({}));\n",
        'src/extra.ts':
          "import Fastify from 'fastify';\nconst app = Fastify();\napp.get('/secrets', async () => ({}));\n",
      },
      expect: ['src/extra.ts:3 untied'],
    },
    {
      name: 'ids of other kinds in comments',
      files: {
        'docs/prd.md': '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n',
        'src/session.ts':
          '// FR-001: the token is signed with SHA-256, see RFC-7519\nexport const signIn = () => true;\n',
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    const known = new Set(graph.nodes('requirement').map((requirement) => requirement.id));
    if (known.size === 0) return;
    const told = new Set<string>();
    for (const [kind, verb] of [
      ['implements', 'Code implements'],
      ['verifies', 'A test verifies'],
    ] as const) {
      for (const edge of graph.edges(kind)) {
        const key = `${edge.to.id} ${edge.at.path}`;
        if (edge.to.kind !== 'requirement' || known.has(edge.to.id) || told.has(key)) continue;
        told.add(key);
        const nearest = graph.nearest('requirement', edge.to.id);
        yield found.unknown({ id: edge.to.id, verb, nearest }, edge, { subject: edge.to.id, keys: [edge.at.path] });
      }
    }
    for (const route of untiedRoutes(graph)) yield found.untied({ id: route.id }, route);
  },
});
