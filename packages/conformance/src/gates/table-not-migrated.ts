import { defineGate } from '@iama/gate';
import { schemaOf } from '../schema.ts';

export const tableNotMigrated = defineGate({
  id: 'conformance/table-not-migrated',
  title: 'Every table of the schema document exists after all migrations',
  phase: 5,
  severity: 'error',
  since: '0.1.0',
  source: '§7.2, §6.3',
  rationale:
    'Code that follows the schema document fails on a table that no migration made. Tables of versions that are not built yet are left out. Where no migration was found, nothing can be said.',
  hint: 'Add a migration that creates the table, or take it out of the schema document',
  reads: ['table', 'column', 'document'],
  messages: {
    missing: ({ id }: { id: string }) => `Table \`${id}\` is created by no migration`,
  },
  examples: [
    {
      name: 'one of two is migrated',
      files: {
        'docs/db-schema.md':
          '# Database Schema\n\n```sql\nCREATE TABLE users (id UUID PRIMARY KEY);\nCREATE TABLE sessions (id UUID PRIMARY KEY);\n```\n',
        'migrations/0001_init.sql': 'CREATE TABLE users (id UUID PRIMARY KEY);\n',
      },
      expect: ['docs/db-schema.md:5 missing'],
    },
    {
      name: 'renamed to its right name',
      files: {
        'docs/db-schema.md': '# Database Schema\n\n```sql\nCREATE TABLE users (id UUID PRIMARY KEY);\n```\n',
        'migrations/0001_init.sql': 'CREATE TABLE people (id UUID PRIMARY KEY);\n',
        'migrations/0002_rename.sql': 'ALTER TABLE people RENAME TO users;\n',
      },
      expect: [],
    },
    {
      name: 'no migration was found',
      files: {
        'docs/db-schema.md': '# Database Schema\n\n```sql\nCREATE TABLE users (id UUID PRIMARY KEY);\n```\n',
        'src/app.ts': 'export const answer = 42;\n',
      },
      expect: ['unverified'],
    },
  ],
  *evaluate(graph, found) {
    if (!graph.settings.code) return;
    const { due, observed } = schemaOf(graph);
    if (due.size === 0) return;
    if (observed.size === 0) {
      yield { unverified: `${due.size} tables are specified, and no migration or model was found` };
      return;
    }
    for (const [key, table] of due) if (!observed.has(key)) yield found.missing({ id: table.id }, table);
  },
});
