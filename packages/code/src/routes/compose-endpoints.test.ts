import { expect, test } from 'vitest';
import { observeRoutes } from './observe-routes.ts';

// @verifies IAMA-CODE-002
test('a router nothing mounts keeps its routes, is told, and can be declared', () => {
  const files = {
    'src/users.ts': `import { Router } from 'express';\nexport const users = Router();\nusers.get('/users', list);`,
  };
  const { ids: found, problems } = observeRoutes(files);
  expect(found).toEqual(['GET /users ?']);
  expect(problems).toMatchObject([{ code: 'unresolved', hides: [], at: { path: 'src/users.ts', line: 2 } }]);
  expect(observeRoutes(files, { 'src/users.ts#users': '/api' }).ids).toEqual(['GET /api/users']);
  expect(observeRoutes(files, { 'src/users.ts': '/v2' }).problems).toEqual([]);
});

test('a plugin only a platform registers keeps its routes; a path known only at run time is told', () => {
  const { ids: found, problems } = observeRoutes({
    'plugin.ts': `import type { FastifyPluginAsync } from 'fastify';
const plugin: FastifyPluginAsync = async (app, options) => { app.get('/a', h); app.get(options.path, h); };
export default plugin;`,
  });
  expect(found).toEqual(['GET /a ?']);
  expect(problems.map((problem) => [problem.at.line, problem.hides])).toEqual([
    [2, ['endpoint']],
    [2, []],
  ]);
});

test('tests, mocks and look-alikes lay no routes', () => {
  expect(
    observeRoutes({
      'src/app.test.ts': `import express from 'express'; const app = express(); app.get('/test', h);`,
      'src/client.ts': `import axios from 'axios';
axios.get('/api/users', { params });
cache.get('/key', () => 1);
export const load = (client) => client.get('/x', options);
export class Api { all() { return this.get('/y', {}); } }`,
      'src/app.ts': `import express from 'express'; const app = express(); app.options('*', cors()); app.all('*', notFound); app.get('view');`,
    }).ids,
  ).toEqual([]);
});

test('the order of the files changes nothing, and running ends in circles of imports and calls', () => {
  const files: Record<string, string> = {
    'a.ts': `import { b } from './b';\nimport express from 'express';\nexport const app = express();\nexport const prefix = '/p';\napp.use(prefix, b());\nexport function again(x) { return again(x) + again(x); }\nagain(app);`,
    'b.ts': `import { prefix } from './a';\nimport { Router } from 'express';\nexport const b = () => { const r = Router(); r.get(prefix + '/b', h); return r; };`,
  };
  const reversed = Object.fromEntries(Object.entries(files).reverse());
  expect(observeRoutes(files).ids).toEqual(['GET /p/p/b']);
  expect(observeRoutes(reversed).ids).toEqual(['GET /p/p/b']);
});
