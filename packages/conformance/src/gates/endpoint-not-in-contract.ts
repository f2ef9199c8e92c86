import { defineGate } from '@iama/gate';
import { endpointIndex, isOperational } from '../contract.ts';

export const endpointNotInContract = defineGate({
  id: 'conformance/endpoint-not-in-contract',
  title: 'Every route of the code stands in the contract',
  phase: 2,
  severity: 'error',
  since: '0.1.0',
  source: '§7.2, §8.2, §10.2',
  rationale:
    'A public route that no contract names is an interface nobody agreed to: clients will use it, and nobody will keep it. A new one needs the contract first, so it is a stop condition. Operational routes are declared in the configuration. Where no document specifies any endpoint, nothing can be said.',
  hint: 'Add the endpoint to the contract, correct the route, or declare it under `operational:` in iama.yaml',
  reads: ['endpoint'],
  messages: {
    undefined: ({ id, nearest }: { id: string; nearest?: string | undefined }) =>
      `Route \`${id}\` is not in the contract${nearest ? `; the nearest endpoint there is \`${nearest}\`` : ''}`,
    otherMethod: ({ id, methods }: { id: string; methods: string }) =>
      `Route \`${id}\` is not in the contract, which has ${methods} on that path`,
    unmounted: ({ id }: { id: string }) =>
      `Route \`${id}\` is in the contract under no prefix (where its router is mounted could not be followed)`,
  },
  examples: [
    {
      name: 'one route too many, one with another method',
      files: {
        'docs/api-contract.md':
          '# API Contract\n\n### `POST /api/v1/login`\n\nSigns in.\n\n### `GET /api/v1/users/:id`\n\nOne user.\n',
        'src/app.ts':
          "import Fastify from 'fastify';\nconst app = Fastify();\napp.post('/api/v1/login', async () => ({}));\napp.delete('/api/v1/users/:userId', async () => ({}));\napp.get('/api/v1/secrets', async () => ({}));\n",
      },
      expect: ['src/app.ts:4 otherMethod', 'src/app.ts:5 undefined'],
    },
    {
      name: 'a router nobody mounts, and no endpoint that ends like its route',
      files: {
        'docs/api-contract.md': '# API Contract\n\n### `POST /api/v1/login`\n\nSigns in.\n',
        'src/users.ts':
          "import { Router } from 'express';\nexport const router = Router();\nrouter.get('/colours', (req, res) => res.json([]));\n",
      },
      expect: ['src/users.ts:3 unmounted'],
    },
    {
      name: 'other parameter names, a health check, a router nobody mounts',
      files: {
        'docs/api-contract.md':
          '# API Contract\n\n### `GET /api/v1/users/{user_id}`\n\nOne user.\n\n### `POST /api/v1/login`\n\nSigns in.\n',
        'src/app.ts':
          "import Fastify from 'fastify';\nconst app = Fastify();\napp.get('/api/v1/users/:id', async () => ({}));\napp.get('/health', async () => ({}));\n",
        'src/login.ts':
          "import { Router } from 'express';\nexport const router = Router();\nrouter.post('/login', (req, res) => res.json({}));\n",
      },
      expect: [],
    },
    {
      name: 'no contract at all',
      files: {
        'docs/prd.md': '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n',
        'src/app.ts':
          "import Fastify from 'fastify';\nconst app = Fastify();\napp.get('/api/v1/users', async () => ({}));\n",
      },
      expect: ['unverified'],
    },
  ],
  *evaluate(graph, found) {
    const routes = endpointIndex(graph, 'observed').all.filter(
      ({ attributes }) => !isOperational(attributes.path, graph.settings.operational),
    );
    const contract = endpointIndex(graph, 'specified');
    if (routes.length === 0) return;
    if (contract.all.length === 0) {
      yield { unverified: `${routes.length} routes were found in code, and no document specifies an endpoint` };
      return;
    }
    for (const route of routes) {
      const { method, path, mount } = route.attributes;
      if (method === 'HEAD' || method === 'OPTIONS' || contract.find(method, path).length > 0) continue;
      if (mount === 'unknown') {
        if (contract.endingWith(method, path).length > 0 || path === '/' || path === '') continue;
        yield found.unmounted({ id: route.id }, route, { stop: 'S2' });
        continue;
      }
      const others = contract.onPath(path);
      const related = others.map(({ id, at }) => ({ note: `\`${id}\` in the contract`, at }));
      if (others.length > 0) {
        const methods = others.map(({ attributes }) => attributes.method).join(', ');
        yield found.otherMethod({ id: route.id, methods }, route, { stop: 'S2', related });
      } else {
        const nearest = nearestOf(route.id, contract.all);
        yield found.undefined({ id: route.id, nearest }, route, { stop: 'S2' });
      }
    }
    function nearestOf(id: string, known: typeof contract.all): string | undefined {
      const near = graph.nearest('endpoint', id);
      return near && known.some((endpoint) => endpoint.id === near) ? near : undefined;
    }
  },
});
