import { defineGate } from '@iama/gate';
import { errorCodes } from '../error-codes.ts';

export const errorStatusDiffers = defineGate({
  id: 'conformance/error-status-differs',
  title: 'An error code is sent with the status of the contract',
  phase: 5,
  severity: 'error',
  since: '0.1.0',
  source: '§6.3, §7.2',
  rationale:
    'Proxies, caches and clients act on the status before anybody reads the code. Compared only where the status can be seen beside the code.',
  hint: 'Send the status of the contract, or correct the contract',
  reads: ['error-code', 'endpoint', 'document'],
  messages: {
    differs: ({ code, sent, specified }: { code: string; sent: number; specified: string }) =>
      `Error code \`${code}\` is sent with ${sent}; the contract says ${specified}`,
  },
  examples: [
    {
      name: '403 where the contract says 401',
      files: {
        'docs/api-contract.md':
          '# API Contract\n\n### `POST /login`\n\nSigns in.\n\n## Error Code Reference\n\n| Code | HTTP | Meaning |\n|---|---|---|\n| `INVALID_CREDENTIALS` | 401 | Wrong password |\n',
        'src/app.ts':
          "import Fastify from 'fastify';\nconst app = Fastify();\napp.post('/login', async (request, reply) => {\n  return reply.code(403).send({ error_code: 'INVALID_CREDENTIALS', message: 'wrong' });\n});\n",
      },
      expect: ['src/app.ts:4 differs'],
    },
    {
      name: 'the same status, and one that can not be seen',
      files: {
        'docs/api-contract.md':
          '# API Contract\n\n### `POST /login`\n\nSigns in.\n\n## Error Code Reference\n\n| Code | HTTP | Meaning |\n|---|---|---|\n| `INVALID_CREDENTIALS` | 401 | Wrong password |\n',
        'src/app.ts':
          "import Fastify from 'fastify';\nconst app = Fastify();\napp.post('/login', async (request, reply) => {\n  if (request.body) return reply.code(statusOf(request)).send({ error_code: 'INVALID_CREDENTIALS', message: 'wrong' });\n  return reply.code(401).send({ error_code: 'INVALID_CREDENTIALS', message: 'wrong' });\n});\n",
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    const { specified, observed } = errorCodes(graph);
    for (const [code, sendings] of observed) {
      const said = (specified.get(code) ?? []).filter(({ attributes }) => attributes.httpStatus !== undefined);
      const statuses = new Set(said.map(({ attributes }) => attributes.httpStatus));
      if (statuses.size === 0) continue;
      for (const sending of sendings) {
        const sent = sending.attributes.httpStatus;
        if (sent === undefined || statuses.has(sent)) continue;
        const related = said.map(({ at, attributes }) => ({ note: `${attributes.httpStatus} in the contract`, at }));
        const data = { code, sent, specified: [...statuses].join(' or ') };
        yield found.differs(data, sending, { related, keys: [String(sent), sending.at.path] });
      }
    }
  },
});
