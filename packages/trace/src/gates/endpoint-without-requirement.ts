import { defineGate } from '@iama/gate';
import { withoutRequirement } from '../without-requirement.ts';

export const endpointWithoutRequirement = defineGate({
  id: 'trace/endpoint-without-requirement',
  title: 'An endpoint of the contract serves a requirement',
  phase: 1,
  severity: 'error',
  since: '0.1.0',
  source: '§6.2',
  rationale:
    'An endpoint that no requirement asks for is either a promise nobody wrote down or work nobody needs. Its block or its section names the requirement, or the requirement names it.',
  hint: 'Name the requirement in the block of the endpoint, or the endpoint in the requirement',
  reads: ['endpoint', 'table', 'requirement', 'column'],
  messages: {
    orphan: ({ id }: { id: string }) => `Endpoint \`${id}\` serves no requirement`,
    allOrphans: ({ count, path }: { count: number; path: string }) =>
      `None of the ${count} endpoints in \`${path}\` is tied to a requirement`,
  },
  examples: [
    {
      name: 'one of two names its requirement',
      files: {
        'docs/prd.md': '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n',
        'docs/api-contract.md':
          '# API Contract\n\n## Sessions\n\n### `POST /login`\n\nSigns in (FR-001).\n\n## Reports\n\n### `GET /report`\n\nA report.\n\n```\nResponse 200:\n  rows: number\n```\n',
      },
      expect: ['docs/api-contract.md:11 orphan'],
    },
    {
      name: 'the requirement names the endpoint',
      files: {
        'docs/prd.md': '# Requirements\n\n### FR-001: Sign in\n\nThe system shall sign in at `POST /login`.\n',
        'docs/api-contract.md': '# API Contract\n\n### `POST /login`\n\nSigns in.\n',
      },
      expect: [],
    },
    {
      name: 'no endpoint of a contract names one: one finding, not three',
      files: {
        'docs/prd.md': '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n',
        'docs/api-contract.md':
          '# API Contract\n\n### `POST /login`\n\nSigns in.\n\n### `POST /logout`\n\nSigns out.\n\n### `GET /report`\n\nA report.\n',
      },
      expect: ['docs/api-contract.md:3 allOrphans'],
    },
  ],
  *evaluate(graph, found) {
    for (const { path, orphans, all } of withoutRequirement(graph, 'endpoint')) {
      if (all) yield found.allOrphans({ count: orphans.length, path }, orphans[0], { subject: path });
      else for (const endpoint of orphans) yield found.orphan({ id: endpoint.id }, endpoint);
    }
  },
});
