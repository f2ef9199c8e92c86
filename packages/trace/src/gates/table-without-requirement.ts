import { defineGate } from '@iama/gate';
import { withoutRequirement } from '../without-requirement.ts';

export const tableWithoutRequirement = defineGate({
  id: 'trace/table-without-requirement',
  title: 'A table of the schema serves a requirement',
  phase: 1,
  severity: 'error',
  since: '0.1.0',
  source: '§6.2',
  rationale:
    'A table that no requirement asks for is either a promise nobody wrote down or work nobody needs. Its block or its section names the requirement, or the requirement names it.',
  hint: 'Name the requirement in the block of the table, or the table in the requirement',
  reads: ['endpoint', 'table', 'requirement', 'column'],
  messages: {
    orphan: ({ id }: { id: string }) => `Table \`${id}\` serves no requirement`,
    allOrphans: ({ count, path }: { count: number; path: string }) =>
      `None of the ${count} tables in \`${path}\` is tied to a requirement`,
  },
  examples: [
    {
      name: 'one of two names its requirement',
      files: {
        'docs/prd.md': '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n',
        'docs/db-schema.md':
          '# Database Schema\n\n## Accounts\n\n### `users`\n\nWho may sign in (FR-001).\n\n```sql\nCREATE TABLE users (id UUID PRIMARY KEY);\n```\n\n## Other\n\n### `colours`\n\n```sql\nCREATE TABLE colours (id UUID PRIMARY KEY);\n```\n',
      },
      expect: ['docs/db-schema.md:18 orphan'],
    },
    {
      name: 'the requirement names the table',
      files: {
        'docs/prd.md': '# Requirements\n\n### FR-001: Sign in\n\nThe system shall keep people in `users`.\n',
        'docs/db-schema.md':
          '# Database Schema\n\n### `users`\n\n```sql\nCREATE TABLE users (id UUID PRIMARY KEY);\n```\n',
      },
      expect: [],
    },
    {
      name: 'no table of a schema is tied to one: one finding, not three',
      files: {
        'docs/prd.md': '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n',
        'docs/db-schema.md':
          '# Database Schema\n\n```sql\nCREATE TABLE users (id UUID PRIMARY KEY);\nCREATE TABLE sessions (id UUID PRIMARY KEY);\nCREATE TABLE colours (id UUID PRIMARY KEY);\n```\n',
      },
      expect: ['docs/db-schema.md:4 allOrphans'],
    },
  ],
  *evaluate(graph, found) {
    for (const { path, orphans, all } of withoutRequirement(graph, 'table')) {
      if (all) yield found.allOrphans({ count: orphans.length, path }, orphans[0], { subject: path });
      else for (const table of orphans) yield found.orphan({ id: table.id }, table);
    }
  },
});
