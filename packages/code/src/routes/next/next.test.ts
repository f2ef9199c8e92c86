import { expect, test } from 'vitest';
import { observeRoutes } from '../observe-routes.ts';

test('Next.js: route files, groups, dynamic segments, handlers that ask for methods or are passed on, base path', () => {
  const { ids: found, chains } = observeRoutes({
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
  expect(found.toSorted()).toEqual([
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
