import type { Problem } from '@iama/model';
import { expect, test } from 'vitest';
import { aliasReader } from '../typescript/alias-reader.ts';
import { moduleReaders } from '../typescript/module-readers.ts';
import { typescriptReader } from '../typescript/typescript.ts';
import { routes } from './routes.ts';

const readers = [typescriptReader(moduleReaders, 1), aliasReader];

function observe(files: Readonly<Record<string, string>>, mounts: Readonly<Record<string, string>> = {}) {
  const facts = Object.entries(files).flatMap(([path, text]) =>
    readers.filter((reader) => reader.accepts(path)).map((reader) => reader.read({ path, text }, { idPatterns: [] })),
  );
  // Parts are cached as text between the reading and the resolving.
  const parts = JSON.parse(JSON.stringify(facts.flatMap((one) => one.parts)));
  const resolved = routes.resolve(parts, { mounts });
  const endpoints = resolved.nodes.filter((node) => node.kind === 'endpoint');
  const problems: Problem[] = [...facts.flatMap((one) => one.problems), ...resolved.problems];
  return {
    ids: endpoints.map((node) => node.id + (node.attributes.mount === 'unknown' ? ' ?' : '')),
    chains: Object.fromEntries(endpoints.map((node) => [node.id, node.attributes.chain])),
    endpoints,
    problems,
  };
}

const ids = (files: Readonly<Record<string, string>>): string[] => observe(files).ids;

test('Fastify: plugins in other files, nested prefixes, inline plugins, fp, route() and shorthand', () => {
  const { ids: found, chains } = observe({
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
  const { ids: found, chains } = observe({
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
  expect(found.sort()).toEqual([
    'GET /',
    'GET /api',
    'GET /api/mine',
    'GET /api/users',
    'GET /api/users/:id',
    'GET /never ?',
  ]);
  expect(chains['GET /api/users/:id']).toEqual(['guard']);
});

test('Express: routers over CommonJS files, tables of routes, route(), middleware in order, an app given to functions', () => {
  const { ids: found, chains } = observe({
    'index.js': `const express = require('express');
const app = express();
app.use(express.json());
app.use('/v1', limiter, require('./routes'));
require('./extra')(app);
app.use(late);
app.get('/setting');
module.exports = app;`,
    'routes/index.js': `const router = require('express').Router();
const table = [{ path: '/users', route: require('./users') }, { path: '/tags', route: require('./tags').router }];
table.forEach((entry) => { router.use(entry.path, entry.route); });
for (const name of ['a', 'b']) router.get('/loop/' + name, (req, res) => res.end());
module.exports = router;`,
    'routes/users.js': `const { Router } = require('express');
const users = Router({ mergeParams: true });
users.route('/:id(\\\\d+)').all(guard).get(show).delete(admin, remove);
users.get(['/', '/all'], list);
users['post']('/', create);
module.exports = users;`,
    'routes/tags.js': `const express = require('express'); const router = express.Router(); router.get('/:name?', h); exports.router = router;`,
    'extra.js': `module.exports = function (server) { server.get('/extra', h); };`,
  });
  expect(found.sort()).toEqual([
    'DELETE /v1/users/:id',
    'GET /extra',
    'GET /v1/loop/a',
    'GET /v1/loop/b',
    'GET /v1/tags',
    'GET /v1/tags/:name',
    'GET /v1/users',
    'GET /v1/users/:id',
    'GET /v1/users/all',
    'POST /v1/users',
  ]);
  expect(chains['DELETE /v1/users/:id']).toEqual(['express.json()', 'limiter', 'guard', 'admin']);
  expect(chains['GET /extra']).toEqual(['express.json()']);
});

test('Express in classes: fields, methods called by the constructor, instances given to the app', () => {
  expect(
    ids({
      'src/server.ts': `import { App } from '@/app';\nimport { Users } from './users';\nnew App([new Users(new Repository())]).listen();`,
      'src/app.ts': `import express from 'express';
export class App {
  private readonly app = express();
  constructor(routes: Route[]) { this.mountAll(routes); }
  private mountAll(routes: Route[]) { routes.forEach((route) => { this.app.use('/api', route.router); }); }
  listen() { this.app.listen(3000); }
}`,
      'src/base.ts': `import { Router } from 'express';
export abstract class Base {
  public router = Router();
  constructor(protected readonly path: string) { this.lay(); }
  abstract lay(): void;
}`,
      'src/users.ts': `import { Base } from './base';
export class Users extends Base {
  constructor(private readonly repository: Repository) { super('/users'); }
  lay() { this.router.get(\`\${this.path}/:id\`, this.show); }
  show = async (req, res) => { res.json({}); };
}`,
      'tsconfig.json': `{ // comment\n "compilerOptions": { "paths": { "@/*": ["./src/*"] }, } }`,
    }),
  ).toEqual(['GET /api/users/:id']);
});

test('NestJS: prefix with exceptions, versions, module paths, guards, public marks, inherited methods, middleware', () => {
  const { ids: found, chains } = observe({
    'src/main.ts': `import { NestFactory } from '@nestjs/core';
import { VersioningType } from '@nestjs/common';
import { AppModule } from './app.module';
async function bootstrap() {
  const app = await NestFactory.create<NestExpressApplication>(AppModule, { cors: true });
  configure(app);
  await app.listen(3000);
}
function configure(app) {
  app.setGlobalPrefix('api', { exclude: ['health', { path: 'raw/(.*)', method: 1 }] });
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
}
bootstrap();`,
    'src/app.module.ts': `import { Module, MiddlewareConsumer } from '@nestjs/common';
import { APP_GUARD, RouterModule } from '@nestjs/core';
import { AdminModule } from './admin';
import { UsersController, HealthController } from './users';
@Module({
  imports: [RouterModule.register([{ path: 'admin', module: AdminModule }]), AdminModule],
  controllers: [UsersController, HealthController],
  providers: [{ provide: APP_GUARD, useClass: JwtGuard }],
})
export class AppModule { configure(consumer: MiddlewareConsumer) { consumer.apply(LogMiddleware).forRoutes('users'); } }`,
    'src/admin.ts': `import { Controller, Get, Module, UseGuards, applyDecorators } from '@nestjs/common';
const Admin = (path: string) => applyDecorators(Controller(path), UseGuards(AdminGuard));
@Admin('stats')
export class StatsController { @Get(['/', 'all']) all() {} }
@Module({ controllers: [StatsController] })
export class AdminModule {}`,
    'src/users.ts': `import { Controller, Get, Post, Version, VERSION_NEUTRAL, UseGuards } from '@nestjs/common';
const path = 'users';
class Reading { @Get(':id') one() {} }
@Controller({ path, version: ['1', '2'] })
export class UsersController extends Reading {
  @Public() @Get() all() {}
  @UseGuards(AuthGuard('jwt')) @Version('3') @Post('/') create() {}
}
@Controller({ path: 'health', version: VERSION_NEUTRAL })
export class HealthController { @Get() ok() {} }`,
  });
  expect(found.sort()).toEqual([
    'GET /api/v1/admin/stats',
    'GET /api/v1/admin/stats/all',
    'GET /api/v1/users',
    'GET /api/v1/users/:id',
    'GET /api/v2/users',
    'GET /api/v2/users/:id',
    'GET /health',
    'POST /api/v3/users',
  ]);
  expect(chains['GET /api/v1/users']).toEqual(['JwtGuard', 'LogMiddleware', '@Public()']);
  expect(chains['POST /api/v3/users']).toEqual(['JwtGuard', 'LogMiddleware', "AuthGuard('jwt')"]);
  expect(chains['GET /api/v1/admin/stats']).toEqual(['JwtGuard', 'AdminGuard']);
});

test('Next.js: route files, groups, dynamic segments, handlers that ask for methods or are passed on, base path', () => {
  const { ids: found, chains } = observe({
    'next.config.js': `module.exports = { basePath: '/shop' };`,
    'src/app/api/(public)/items/[id]/route.ts': `export async function GET() { const session = await auth(); }\nexport const POST = withAuth(async () => {});`,
    'src/app/api/[[...rest]]/route.ts': `export { GET } from '../handlers';`,
    'src/app/handlers.ts': `export const GET = () => new Response();`,
    'src/app/_private/route.ts': `export const GET = 1;`,
    'pages/api/users/[id].ts': `export default function handler(req, res) { switch (req.method) { case 'GET': break; case 'DELETE': break; } }`,
    'pages/api/only.ts': `export default function handler(req, res) { if (req.method !== 'POST') return res.status(405).end(); }`,
    'pages/api/passed.ts': `export { default } from '../../lib/passed';`,
    'lib/passed.ts': `import type { NextApiRequest } from 'next';\nexport default function h(req: NextApiRequest, res) { if (req.method === 'PUT') res.end(); }`,
    'pages/about.tsx': `export default function About() { return null; }`,
  });
  expect(found.sort()).toEqual([
    'DELETE /shop/api/users/:id',
    'GET /shop/api',
    'GET /shop/api/*',
    'GET /shop/api/items/:id',
    'GET /shop/api/users/:id',
    'POST /shop/api/items/:id',
    'POST /shop/api/only',
    'PUT /shop/api/passed',
  ]);
  expect(chains['POST /shop/api/items/:id']).toEqual(['withAuth']);
});

test('Hono: route(), basePath, chains, on(), described routes, middleware by path', () => {
  const { ids: found, chains } = observe({
    'src/index.ts': `import { Hono } from 'hono';
import { books } from './books';
import tasks from './tasks';
const app = new Hono().basePath('/api');
app.use('/books/*', bearer());
app.route('/books', books).get('/', (c) => c.text('x'));
[tasks].forEach((one) => { app.route('/', one); });
export default app;`,
    'src/books.ts': `import { Hono } from 'hono';
export const books = new Hono().get('/', list).post('/', check, create).on(['PUT', 'PATCH'], '/:id{[0-9]+}', change);`,
    'src/tasks.ts': `import { createRouter } from './create';
import * as described from './described';
export default createRouter().openapi(described.one, handler);`,
    'src/create.ts': `import { OpenAPIHono } from '@hono/zod-openapi';\nexport function createRouter() { return new OpenAPIHono({ strict: false }); }`,
    'src/described.ts': `import { createRoute, z } from '@hono/zod-openapi';\nexport const one = createRoute({ method: 'get', path: '/tasks/{id}', responses: {} });`,
  });
  expect(found.sort()).toEqual([
    'GET /api',
    'GET /api/books',
    'GET /api/tasks/:id',
    'PATCH /api/books/:id',
    'POST /api/books',
    'PUT /api/books/:id',
  ]);
  expect(chains['POST /api/books']).toEqual(['bearer()', 'check']);
  expect(chains['GET /api']).toEqual([]);
});

test('Koa: prefixes, nested routers, names before paths', () => {
  expect(
    ids({
      'app.js': `import Koa from 'koa';
import Router from '@koa/router';
const inner = new Router({ prefix: '/items' });
inner.get('item', '/:id', show).del('/:id', remove);
const outer = new Router().prefix('/api');
outer.use('/v1', guard, inner.routes(), inner.allowedMethods());
const app = new Koa();
app.use(outer.routes());`,
    }),
  ).toEqual(['GET /api/v1/items/:id', 'DELETE /api/v1/items/:id']);
});

test('a router nothing mounts keeps its routes, is told, and can be declared', () => {
  const files = {
    'src/users.ts': `import { Router } from 'express';\nexport const users = Router();\nusers.get('/users', list);`,
  };
  const { ids: found, problems } = observe(files);
  expect(found).toEqual(['GET /users ?']);
  expect(problems).toMatchObject([{ code: 'unresolved', hides: [], at: { path: 'src/users.ts', line: 2 } }]);
  expect(observe(files, { 'src/users.ts#users': '/api' }).ids).toEqual(['GET /api/users']);
  expect(observe(files, { 'src/users.ts': '/v2' }).problems).toEqual([]);
});

test('a plugin only a platform registers keeps its routes; a path known only at run time is told', () => {
  const { ids: found, problems } = observe({
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
    ids({
      'src/app.test.ts': `import express from 'express'; const app = express(); app.get('/test', h);`,
      'src/client.ts': `import axios from 'axios';
axios.get('/api/users', { params });
cache.get('/key', () => 1);
export const load = (client) => client.get('/x', options);
export class Api { all() { return this.get('/y', {}); } }`,
      'src/app.ts': `import express from 'express'; const app = express(); app.options('*', cors()); app.all('*', notFound); app.get('view');`,
    }),
  ).toEqual([]);
});

test('the order of the files changes nothing, and running ends in circles of imports and calls', () => {
  const files: Record<string, string> = {
    'a.ts': `import { b } from './b';\nimport express from 'express';\nexport const app = express();\nexport const prefix = '/p';\napp.use(prefix, b());\nexport function again(x) { return again(x) + again(x); }\nagain(app);`,
    'b.ts': `import { prefix } from './a';\nimport { Router } from 'express';\nexport const b = () => { const r = Router(); r.get(prefix + '/b', h); return r; };`,
  };
  const reversed = Object.fromEntries(Object.entries(files).reverse());
  expect(ids(files)).toEqual(['GET /p/p/b']);
  expect(ids(reversed)).toEqual(ids(files));
});
