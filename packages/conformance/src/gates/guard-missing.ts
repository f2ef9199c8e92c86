import { defineGate } from '@iama/gate';
import { endpointIndex } from '../contract.ts';

/** Words that hooks, middleware, guards and dependencies which check who is calling have in their names. */
const guards =
  /auth(?!or)|jwt|token|session|guard|protect|permission|login|logged|signed|signature|verify|verified|principal|identity|passport|bearer|credential|current_?user|require_?user|is_?admin|apikey|api_key|hmac|acl|rbac|oauth|access|require[_A-Z]|ensure[_A-Z]|restrict|owner|only[_A-Z]|\ballow/i;

export const guardMissing = defineGate({
  id: 'conformance/guard-missing',
  title: 'A protected endpoint checks who is calling before anything else',
  phase: 8,
  severity: 'error',
  since: '0.1.0',
  source: '§6.9',
  rationale:
    'An endpoint that the contract calls protected and whose route has no authentication before its handler is open to everyone. Hooks, middleware, guards and dependencies count by their names; a route whose chain could not be followed is not judged.',
  hint: 'Register the route behind the authentication hook, or say in the contract that it is public',
  reads: ['endpoint'],
  messages: {
    open: ({ id, chain }: { id: string; chain: string }) =>
      `Route \`${id}\` is protected by the contract, and nothing checks the caller before its handler${chain ? ` (before it: ${chain})` : ''}`,
  },
  examples: [
    {
      name: 'a route outside of the group with the hook',
      files: {
        'docs/api-contract.md':
          '# API Contract\n\nAuth: Bearer JWT in the `Authorization` header for all protected endpoints.\n\n### `GET /api/users`\n\nAll users. Requires authentication.\n\n```\nRequest (authenticated):\n\nResponse 200:\n  users: User[]\n```\n\n### `GET /api/plans`\n\nAll plans. Requires authentication.\n\n```\nRequest (authenticated):\n\nResponse 200:\n  plans: Plan[]\n```\n',
        'src/app.ts':
          "import Fastify from 'fastify';\nimport { authenticate } from './auth.ts';\nconst app = Fastify();\napp.get('/api/users', { preHandler: authenticate }, async () => ({}));\napp.get('/api/plans', async () => ({}));\n",
      },
      expect: ['src/app.ts:5 open'],
    },
    {
      name: 'a public endpoint',
      files: {
        'docs/api-contract.md': '# API Contract\n\n### `POST /api/login`\n\nSigns in. Public, no authentication.\n',
        'src/app.ts':
          "import Fastify from 'fastify';\nconst app = Fastify();\napp.post('/api/login', async () => ({}));\n",
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    const routes = endpointIndex(graph, 'observed');
    for (const endpoint of endpointIndex(graph, 'specified').all) {
      if (endpoint.attributes.protected !== true) continue;
      for (const route of routes.find(endpoint.attributes.method, endpoint.attributes.path)) {
        const { chain, mount } = route.attributes;
        if (mount === 'unknown' || chain === undefined || chain.some((link) => guards.test(link))) continue;
        const related = [{ note: 'protected', at: endpoint.at }];
        yield found.open({ id: route.id, chain: chain.join(', ') }, route, { related });
      }
    }
  },
});
