import { expect, test } from 'vitest';
import { observeRoutes } from '../observe-routes.ts';

test('Hono: route(), basePath, chains, on(), described routes, middleware by path', () => {
  const { ids: found, chains } = observeRoutes({
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
  expect(found.toSorted()).toEqual([
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
