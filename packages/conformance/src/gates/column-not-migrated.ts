import { defineGate, inScope } from '@iama/gate';
import { schemaOf } from '../schema.ts';

export const columnNotMigrated = defineGate({
  id: 'conformance/column-not-migrated',
  title: 'Every column of the schema document exists after all migrations',
  phase: 5,
  severity: 'error',
  since: '0.1.0',
  source: '§7.2, §6.3',
  rationale:
    'Code that follows the schema document fails on a column that no migration made. Columns of a table that is itself missing are that table’s finding.',
  hint: 'Add a migration that adds the column, or take it out of the schema document',
  reads: ['table', 'column', 'document'],
  messages: {
    missing: ({ id }: { id: string }) => `Column \`${id}\` is created by no migration`,
  },
  examples: [
    {
      name: 'one of two is migrated',
      files: {
        'docs/db-schema.md':
          '# Database Schema\n\n```sql\nCREATE TABLE users (\n  id UUID PRIMARY KEY,\n  email TEXT NOT NULL\n);\n```\n',
        'migrations/0001_init.sql': 'CREATE TABLE users (id UUID PRIMARY KEY);\n',
      },
      expect: ['docs/db-schema.md:6 missing'],
    },
    {
      name: 'added by a later migration',
      files: {
        'docs/db-schema.md':
          '# Database Schema\n\n```sql\nCREATE TABLE users (\n  id UUID PRIMARY KEY,\n  email TEXT NOT NULL\n);\n```\n',
        'migrations/0001_init.sql': 'CREATE TABLE users (id UUID PRIMARY KEY);\n',
        'migrations/0002_email.sql':
          "ALTER TABLE users ADD COLUMN email TEXT NOT NULL DEFAULT '';\nALTER TABLE users ALTER COLUMN email DROP DEFAULT;\n",
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    const { due, observed, specifiedColumns, observedColumns } = schemaOf(graph);
    for (const [key, column] of specifiedColumns) {
      const table = column.attributes.table.toLowerCase();
      const migrated = observed.get(table);
      if (!due.has(table) || !migrated || observedColumns.has(key)) continue;
      if (!inScope(column.attributes.version, graph.settings)) continue;
      yield found.missing({ id: column.id }, column, {
        related: [{ note: `\`${migrated.id}\` is made`, at: migrated.at }],
      });
    }
  },
});
