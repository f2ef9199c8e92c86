import { expect, test } from 'vitest';
import { observeRoutes } from '../observe-routes.ts';

test('Koa: prefixes, nested routers, names before paths', () => {
  expect(
    observeRoutes({
      'app.js': `import Koa from 'koa';
import Router from '@koa/router';
const inner = new Router({ prefix: '/items' });
inner.get('item', '/:id', show).del('/:id', remove);
const outer = new Router().prefix('/api');
outer.use('/v1', guard, inner.routes(), inner.allowedMethods());
const app = new Koa();
app.use(outer.routes());`,
    }).ids,
  ).toEqual(['GET /api/v1/items/:id', 'DELETE /api/v1/items/:id']);
});
