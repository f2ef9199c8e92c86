import { expect, test } from 'vitest';
import { observeRoutes } from '../observe-routes.ts';

test('Express: routers over CommonJS files, tables of routes, route(), middleware in order, an app given to functions', () => {
  const { ids: found, chains } = observeRoutes({
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
  expect(found.toSorted()).toEqual([
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
    observeRoutes({
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
    }).ids,
  ).toEqual(['GET /api/users/:id']);
});
