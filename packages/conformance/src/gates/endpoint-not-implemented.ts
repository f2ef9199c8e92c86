import { defineGate, inScope } from '@iama/gate';
import { endpointIndex } from '../contract.ts';

export const endpointNotImplemented = defineGate({
  id: 'conformance/endpoint-not-implemented',
  title: 'Every endpoint of the contract is a route of the code',
  phase: 5,
  severity: 'error',
  since: '0.1.0',
  source: '§7.2, §6.6',
  rationale:
    'A client that follows the contract gets a 404. Endpoints of versions that are not built yet are left out. Where no route was found at all, nothing can be said.',
  hint: 'Implement the endpoint, or take it out of the contract',
  reads: ['endpoint'],
  messages: {
    missing: ({ id }: { id: string }) => `Endpoint \`${id}\` has no route in the code`,
  },
  examples: [
    {
      name: 'one of two is a route',
      files: {
        'docs/api-contract.md':
          '# API Contract\n\n### `POST /api/login`\n\nSigns in.\n\n### `POST /api/logout`\n\nSigns out.\n',
        'src/app.ts':
          "import Fastify from 'fastify';\nconst app = Fastify();\napp.post('/api/login', async () => ({}));\n",
      },
      expect: ['docs/api-contract.md:7 missing'],
    },
    {
      name: 'a later version is not due',
      files: {
        'docs/api-contract.md':
          '# API Contract\n\n## V1 Endpoints\n\n### `POST /api/v1/login`\n\nSigns in.\n\n## V2 Endpoints\n\n### `POST /api/v2/login`\n\nSigns in.\n',
        'src/app.ts':
          "import Fastify from 'fastify';\nconst app = Fastify();\napp.post('/api/v1/login', async () => ({}));\n",
      },
      settings: { versions: ['V1'] },
      expect: [],
    },
    {
      name: 'no route was found',
      files: {
        'docs/api-contract.md': '# API Contract\n\n### `POST /api/login`\n\nSigns in.\n',
        'src/app.ts': 'export const answer = 42;\n',
      },
      expect: ['unverified'],
    },
  ],
  *evaluate(graph, found) {
    if (!graph.settings.code) return;
    const due = endpointIndex(graph, 'specified', ({ attributes }) => inScope(attributes.version, graph.settings));
    if (due.all.length === 0) return;
    const routes = endpointIndex(graph, 'observed');
    if (routes.all.length === 0) {
      yield { unverified: `${due.all.length} endpoints are specified, and no route was found in code` };
      return;
    }
    const unmounted = routes.all.filter(({ attributes }) => attributes.mount === 'unknown');
    for (const endpoint of due.all) {
      const { method, path } = endpoint.attributes;
      if (routes.find(method, path).length > 0) continue;
      const bySuffix = unmounted.some((route) =>
        due.endingWith(route.attributes.method, route.attributes.path).includes(endpoint),
      );
      if (!bySuffix) yield found.missing({ id: endpoint.id }, endpoint);
    }
  },
});
