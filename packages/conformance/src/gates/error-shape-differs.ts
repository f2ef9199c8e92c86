import { defineGate } from '@iama/gate';

export const errorShapeDiffers = defineGate({
  id: 'conformance/error-shape-differs',
  title: 'Error replies have the fields the contract demands',
  phase: 5,
  severity: 'error',
  since: '0.1.0',
  source: '§6.3, §10.2',
  rationale:
    'A client reads every error in one way, the way the contract says. Only replies whose body stands literally in the code, with a status of 400 or more, are compared; a body that may get more fields from elsewhere is not.',
  hint: 'Send the fields of the contract, or send the error through the one place that makes them',
  reads: ['reply', 'item', 'file'],
  messages: {
    differs: ({ missing, required }: { missing: string; required: string }) =>
      `The body of this error reply has no ${missing}; the contract demands ${required}`,
  },
  examples: [
    {
      name: 'another body',
      files: {
        'docs/api-contract.md':
          '# API Contract\n\n### `POST /login`\n\nSigns in.\n\n## Error format\n\nAll error responses follow this shape:\n\n```json\n{\n  "error_code": "CODE",\n  "message": "text"\n}\n```\n',
        'src/app.ts':
          "import Fastify from 'fastify';\nconst app = Fastify();\napp.post('/login', async (request, reply) => {\n  if (!request.body) return reply.code(400).send({ error: 'no body' });\n  return reply.code(401).send({ error_code: 'INVALID', message: 'wrong' });\n});\n",
      },
      expect: ['src/app.ts:4 differs'],
    },
    {
      name: 'the contract demands nothing, and a good reply has any body',
      files: {
        'docs/api-contract.md': '# API Contract\n\n### `POST /login`\n\nSigns in.\n',
        'src/app.ts':
          "import Fastify from 'fastify';\nconst app = Fastify();\napp.post('/login', async (request, reply) => {\n  if (!request.body) return reply.code(400).send({ error: 'no body' });\n  return reply.code(200).send({ token: 'x' });\n});\n",
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    const [shape] = graph
      .nodes('item')
      .filter(({ attributes }) => attributes.list === 'policy' && attributes.number === 'error-shape');
    const required = shape?.attributes.value?.split(' ') ?? [];
    if (!shape || required.length === 0) return;
    const tests = new Set(graph.nodes('file').flatMap((file) => (file.attributes.test ? [file.id] : [])));
    for (const reply of graph.nodes('reply')) {
      const { status, fields, open, endpoint } = reply.attributes;
      if (status === undefined || status < 400 || open || tests.has(reply.at.path)) continue;
      const missing = required.filter(
        (field) => !fields.some((sent) => sent === field || sent.startsWith(`${field}.`)),
      );
      if (missing.length === 0) continue;
      const list = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');
      const data = { missing: list(missing), required: list(required) };
      yield found.differs(data, reply, {
        subject: endpoint ?? reply.at.path,
        keys: [reply.at.path, fields.join(',')],
        related: [{ note: 'the shape', at: shape.at }],
      });
    }
  },
});
