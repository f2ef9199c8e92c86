import { defineGate, inScope } from '@iama/gate';
import type { GraphView } from '@iama/model';
import { errorCodes } from '../error-codes.ts';

export const errorCodeNeverEmitted = defineGate({
  id: 'conformance/error-code-never-emitted',
  title: 'Every error code of the contract is sent somewhere',
  phase: 5,
  severity: 'warn',
  since: '0.1.0',
  source: '§6.3, §10.2',
  rationale:
    'A code the contract promises and nothing sends is behaviour that is missing, or a promise to take back. Said only where the code sends other codes of the contract, so that the reading of them is known to work.',
  hint: 'Send the code where the contract demands it, or take it out of the contract',
  reads: ['error-code', 'endpoint', 'document'],
  messages: {
    silent: ({ code }: { code: string }) => `Error code \`${code}\` of the contract is sent nowhere`,
  },
  examples: [
    {
      name: 'one of two is sent',
      files: {
        'docs/api-contract.md':
          '# API Contract\n\n### `POST /login`\n\nSigns in.\n\n## Error Code Reference\n\n| Code | HTTP | Meaning |\n|---|---|---|\n| `INVALID_CREDENTIALS` | 401 | Wrong password |\n| `ACCOUNT_LOCKED` | 423 | Locked |\n',
        'src/app.ts':
          "import Fastify from 'fastify';\nconst app = Fastify();\napp.post('/login', async (request, reply) => {\n  return reply.code(401).send({ error_code: 'INVALID_CREDENTIALS', message: 'wrong' });\n});\n",
      },
      expect: ['docs/api-contract.md:12 silent'],
    },
    {
      name: 'code that sends none of them at all',
      files: {
        'docs/api-contract.md':
          '# API Contract\n\n### `POST /login`\n\nSigns in.\n\n## Error Code Reference\n\n| Code | HTTP | Meaning |\n|---|---|---|\n| `INVALID_CREDENTIALS` | 401 | Wrong password |\n',
        'src/app.ts': "import Fastify from 'fastify';\nconst app = Fastify();\napp.post('/login', async () => ({}));\n",
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    const { specified, observed } = errorCodes(graph);
    if (![...observed.keys()].some((code) => specified.has(code))) return;
    for (const [code, [first]] of specified) {
      if (!first || observed.has(code) || isLater(graph, code)) continue;
      yield found.silent({ code }, first);
    }
  },
});

/** True for a code that only endpoints of versions that are not built yet can answer with. */
function isLater(graph: GraphView<'endpoint' | 'error-code'>, code: string): boolean {
  const senders = graph
    .edgesTo({ kind: 'error-code', id: code }, 'emits')
    .flatMap(({ from }) => graph.nodes('endpoint', { id: from.id, side: 'specified' }));
  return senders.length > 0 && senders.every(({ attributes }) => !inScope(attributes.version, graph.settings));
}
