import { expect, test } from 'vitest';
import { runProgram } from '../routes/program.ts';
import { moduleReaders } from '../typescript/module-readers.ts';
import { typescriptReader } from '../typescript/typescript.ts';
import { clientCalls } from './client-calls.ts';

function calls(files: Readonly<Record<string, string>> | string): string[] {
  const reader = typescriptReader(moduleReaders, 1);
  const sources = Object.entries(typeof files === 'string' ? { 'src/page.ts': files } : files);
  const parts = sources.flatMap(([path, text]) => reader.read({ path, text }, { idPatterns: [] }).parts);
  return clientCalls(parts, runProgram(parts).run).flatMap((node) =>
    node.kind === 'client-call' ? [`${node.attributes.external ? 'external ' : ''}${node.id}`] : [],
  );
}

test.each([
  ["fetch('/api/lots')", ['GET /api/lots']],
  ["fetch(`/api/lots/${lot.id}/seeds?offset=${offset}`, { method: 'POST', body })", ['POST /api/lots/:id/seeds']],
  ["fetch('/api/lots/' + encodeURIComponent(id) + '/start', { method: 'put' })", ['PUT /api/lots/:id/start']],
  ['fetch(`/api/lots${query}`)', ['GET /api/lots']],
  ['fetch(`/api/lots/${id}.${format}`)', ['GET /api/lots/:id']],
  [
    "const url = `${API_URL}/lots`; const BASE = '/v1'; fetch(url); fetch(BASE + '/x', options)",
    ['GET /lots', 'ALL /v1/x'],
  ],
  ["const options = { method: 'DELETE' }; fetch(new URL('/lots', base), options)", ['DELETE /lots']],
  ["fetch('https://weather.example.com/v1/frost')", ['external GET https://weather.example.com/v1/frost']],
  ["fetch('http://localhost:3000/api/lots')", ['GET /api/lots']],
  ['fetch(`${STRIPE_URL}/charges`)', ['external GET /charges']],
  ['fetch(`${process.env.VITE_API_URL}/lots`)', ['GET /lots']],
  ["fetch('/icons/seed.svg'); fetch(url); fetch(`/`+x)", ['GET /:x']],
  [
    "import axios from 'axios'; axios.post('/lots', lot); axios({ url: '/a', method: 'patch' }); axios('/b')",
    ['POST /lots', 'PATCH /a', 'GET /b'],
  ],
  [
    "import ky from 'ky'; const api = ky.create({ prefixUrl: '/api' }); api.get('lots').json(); api('x', { method: 'post' })",
    ['GET /api/lots'],
  ],
  [
    "class Api { all() { return this.get('/lots'); } one(id) { return this.http.delete<Lot>(`/lots/${id}`); } }",
    ['GET /lots', 'DELETE /lots/:id'],
  ],
  ["__request(OpenAPI, { method: 'GET', url: '/lots/{lot_id}', path: { lot_id } })", ['GET /lots/:lot_id']],
  [
    "apiFetch<Lot>('/lots', { method: 'POST' }); request('DELETE', `/lots/${id}`); post('/seeds', body); del('/seeds')",
    ['POST /lots', 'DELETE /lots/:id', 'POST /seeds', 'DELETE /seeds'],
  ],
  [
    "client.GET('/lots/{id}', { params }); client.lots[':id'].$put(); useSWR(`/lots/${id}`, fetcher)",
    ['GET /lots/:id', 'PUT /lots/:id', 'GET /lots/:id'],
  ],
  [
    "xhr.open('GET', '/lots'); new EventSource('/events'); $.ajax({ url: '/old', type: 'POST' })",
    ['GET /lots', 'POST /old', 'GET /events'],
  ],
])('%s', (text, expected) => {
  expect(calls(text)).toEqual(expected);
});

test('routes, caches, collections and tests send no requests', () => {
  expect(
    calls(
      "app.get('/a', (req, res) => {}); router.post('/b', handler); cache.get('/c'); map.delete('/d'); path.get('/e')",
    ),
  ).toEqual([]);
  expect(
    calls("api.get('/a', async (request, reply) => {}); app.route({ method: 'GET', url: '/b', handler })"),
  ).toEqual([]);
  expect(calls({ 'src/page.test.ts': "fetch('/api/lots')" })).toEqual([]);
});

test('constants and base addresses come from other files', () => {
  expect(
    calls({
      'src/http.ts': `import axios from 'axios';\nexport const LOTS = '/lots';\nexport const http = axios.create({ baseURL: '/api/v1' });\nexport default axios.create({ baseURL: 'https://maps.example.com' });`,
      'src/index.ts': `export * from './http.js';`,
      'src/lots.ts': `import { http, LOTS } from './index';\nimport maps from './http';\nhttp.get(LOTS);\nhttp.post(\`\${LOTS}/\${id}\`);\nmaps.get('/tiles/1');`,
    }),
  ).toEqual(['GET /api/v1/lots', 'POST /api/v1/lots/:id', 'external GET https://maps.example.com/tiles/1']);
});
