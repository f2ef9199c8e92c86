import { defineGate } from '@iama/gate';
import { errorCodes } from '../error-codes.ts';

export const errorCodeNotInContract = defineGate({
  id: 'conformance/error-code-not-in-contract',
  title: 'Every error code the code sends stands in the contract',
  phase: 2,
  severity: 'error',
  since: '0.1.0',
  source: '§7.2, §10.2',
  rationale:
    'A client can only handle the codes it was told of. Codes count when they are sent or thrown, not when a constant merely declares them. Where no document lists error codes, nothing can be said.',
  hint: 'Use the code the contract has for this case, or add the code to its error code table',
  reads: ['error-code', 'endpoint', 'document'],
  messages: {
    undefined: ({ code, nearest }: { code: string; nearest?: string | undefined }) =>
      `Error code \`${code}\` is not in the contract${nearest ? `; the nearest one there is \`${nearest}\`` : ''}`,
  },
  examples: [
    {
      name: 'a code nobody was told of',
      files: {
        'docs/api-contract.md':
          '# API Contract\n\n### `POST /login`\n\nSigns in.\n\n## Error Code Reference\n\n| Code | HTTP | Meaning |\n|---|---|---|\n| `INVALID_CREDENTIALS` | 401 | Wrong password |\n',
        'src/app.ts':
          "import Fastify from 'fastify';\nconst app = Fastify();\napp.post('/login', async (request, reply) => {\n  if (!request.body) return reply.code(400).send({ error_code: 'BODY_MISSING', message: 'no body' });\n  return reply.code(401).send({ error_code: 'INVALID_CREDENTIALS', message: 'wrong' });\n});\n",
      },
      expect: ['src/app.ts:4 undefined'],
    },
    {
      name: 'a constant that nobody sends',
      files: {
        'docs/api-contract.md':
          '# API Contract\n\n### `POST /login`\n\nSigns in.\n\n## Error Code Reference\n\n| Code | HTTP | Meaning |\n|---|---|---|\n| `INVALID_CREDENTIALS` | 401 | Wrong password |\n',
        'src/app.ts':
          "import Fastify from 'fastify';\nconst app = Fastify();\nexport const RETIRED = 'BODY_MISSING';\napp.post('/login', async (request, reply) => {\n  return reply.code(401).send({ error_code: 'INVALID_CREDENTIALS', message: 'wrong' });\n});\n",
      },
      expect: [],
    },
    {
      name: 'no document lists codes',
      files: {
        'docs/api-contract.md': '# API Contract\n\n### `POST /login`\n\nSigns in.\n',
        'src/app.ts':
          "import Fastify from 'fastify';\nconst app = Fastify();\napp.post('/login', async (request, reply) => {\n  return reply.code(401).send({ error_code: 'INVALID_CREDENTIALS', message: 'wrong' });\n});\n",
      },
      expect: ['unverified'],
    },
  ],
  *evaluate(graph, found) {
    const { specified, observed } = errorCodes(graph);
    if (observed.size === 0) return;
    if (specified.size === 0) {
      // Codes of a program that serves nothing are its own affair.
      if (graph.nodes('endpoint', { side: 'observed' }).length === 0) return;
      yield { unverified: `${observed.size} error codes are sent by the code, and no document lists error codes` };
      return;
    }
    for (const [code, [first, ...others]] of observed) {
      if (specified.has(code) || !first) continue;
      const near = graph.nearest('error-code', code);
      const nearest = near !== undefined && specified.has(near) ? near : undefined;
      yield found.undefined({ code, nearest }, first, { related: others.map(({ at }) => ({ note: 'also sent', at })) });
    }
  },
});
