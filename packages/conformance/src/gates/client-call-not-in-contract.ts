import { defineGate } from '@iama/gate';
import { endpointIndex, isOperational } from '../contract.ts';

export const clientCallNotInContract = defineGate({
  id: 'conformance/client-call-not-in-contract',
  title: 'What a client calls stands in the contract',
  phase: 2,
  severity: 'error',
  since: '0.1.0',
  source: '§7.2',
  rationale:
    'A client that calls what the contract does not have fails in the hands of a user. Calls of other hosts are not calls of this contract; a call whose base address is not known is compared by the end of its path.',
  hint: 'Correct the method or path, or add the endpoint to the contract',
  reads: ['client-call', 'endpoint'],
  messages: {
    undefined: ({ call, nearest }: { call: string; nearest?: string | undefined }) =>
      `The contract has no endpoint for the call \`${call}\`${nearest ? `; the nearest one is \`${nearest}\`` : ''}`,
  },
  examples: [
    {
      name: 'a path that is not there',
      files: {
        'docs/api-contract.md': '# API Contract\n\n### `GET /api/v1/users/:id`\n\nOne user.\n',
        'web/api.ts':
          "export const one = (id: string) => fetch(`/api/v1/users/${id}`);\nexport const all = () => fetch('/api/v1/people');\n",
      },
      expect: ['web/api.ts:2 undefined'],
    },
    {
      name: 'other hosts, and paths below a base address',
      files: {
        'docs/api-contract.md': '# API Contract\n\n### `GET /api/v1/users/:id`\n\nOne user.\n',
        'web/api.ts':
          "import axios from 'axios';\nconst client = axios.create({ baseURL: settings.api });\nexport const one = (id: string) => client.get(`/users/${id}`);\nexport const rates = () => fetch('https://rates.example.com/latest');\n",
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    const contract = endpointIndex(graph, 'specified');
    if (contract.all.length === 0) return;
    for (const call of graph.nodes('client-call')) {
      const { method, path, external } = call.attributes;
      if (external || !path.startsWith('/') || isOperational(path, graph.settings.operational)) continue;
      if (contract.find(method, path).length > 0 || contract.endingWith(method, path).length > 0) continue;
      const nearest = contract.all.map(({ id }) => id).includes(graph.nearest('endpoint', call.id) ?? '')
        ? graph.nearest('endpoint', call.id)
        : undefined;
      yield found.undefined({ call: `${method} ${path}`, nearest }, call, { keys: [call.at.path] });
    }
  },
});
