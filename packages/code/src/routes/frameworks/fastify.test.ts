import { expect, test } from 'vitest';
import { observeRoutes } from '../observe-routes.ts';

test('Fastify: plugins in other files, nested prefixes, inline plugins, fp, route() and shorthand', () => {
  const { ids: found, chains } = observeRoutes({
    'src/app.ts': `import Fastify from 'fastify';
import users from './users.js';
import { ADMIN } from './settings.js';
import auth from './auth.js';
export async function build() {
  const app = Fastify();
  await app.register(auth);
  app.register(users, { prefix: '/api/v1' });
  app.register(async (scope) => {
    scope.addHook('preHandler', requireAdmin);
    scope.get('/stats', async () => 1);
    scope.register(import('./users.js'), { prefix: '/inner' });
  }, { prefix: ADMIN });
  app.route({ method: ['GET', 'HEAD'], url: '/health', handler: health });
  return app;
}`,
    'src/settings.ts': `const base = '/admin' as const;\nexport const ADMIN = \`\${base}/v2\`;`,
    'src/auth.ts': `import fp from 'fastify-plugin';
export default fp(async (app) => { app.addHook('onRequest', verifyToken); app.post('/login', login); }, { name: 'auth' });`,
    'src/users.ts': `import type { FastifyInstance } from 'fastify';
export default async function users(app: FastifyInstance) {
  app.get<{ Params: { id: string } }>('/users/:id', { preHandler: [canRead, limit('a')] }, async () => 1);
  app.withTypeProvider<X>().post('/users/', handler);
}`,
  });
  expect(found).toEqual([
    'GET /admin/v2/stats',
    'GET /health',
    'HEAD /health',
    'POST /login',
    'GET /admin/v2/inner/users/:id',
    'GET /api/v1/users/:id',
    'POST /admin/v2/inner/users',
    'POST /api/v1/users',
  ]);
  expect(chains['GET /api/v1/users/:id']).toEqual(['verifyToken', 'canRead', "limit('a')"]);
  expect(chains['GET /admin/v2/stats']).toEqual(['verifyToken', 'requireAdmin']);
});

test('Fastify autoload: folders are prefixes, an index shadows its neighbours, parameters, own prefixes and hooks', () => {
  const route = `export default async function (app) { app.get('/', h); }`;
  const { ids: found, chains } = observeRoutes({
    'app.js': `const path = require('node:path');
const AutoLoad = require('@fastify/autoload');
module.exports = async function (fastify, opts) {
  fastify.register(AutoLoad, { dir: path.join(__dirname, 'routes'), routeParams: true, autoHooks: true, cascadeHooks: true, options: { prefix: '/api' } });
};`,
    'server.js': `const app = require('fastify')(); app.register(require('./app'));`,
    'routes/root.ts': route,
    'routes/users/index.ts': route,
    'routes/users/ignored.ts': `export default async (app) => { app.get('/never', h); };`,
    'routes/users/_id/posts.ts': route,
    'routes/users/_id/autohooks.ts': `export default async (app) => { app.addHook('onRequest', guard); };`,
    'routes/own.ts': `${route}\nexport const autoPrefix = '/mine';`,
    'routes/over.ts': `${route}\nexport const prefixOverride = '';`,
  });
  expect(found.toSorted()).toEqual([
    'GET /',
    'GET /api',
    'GET /api/mine',
    'GET /api/users',
    'GET /api/users/:id',
    'GET /never ?',
  ]);
  expect(chains['GET /api/users/:id']).toEqual(['guard']);
});
