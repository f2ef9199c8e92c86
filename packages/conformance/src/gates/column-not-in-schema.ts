import { defineGate } from '@iama/gate';
import { schemaOf } from '../schema.ts';

export const columnNotInSchema = defineGate({
  id: 'conformance/column-not-in-schema',
  title: 'Every column the migrations leave behind stands in the schema document',
  phase: 2,
  severity: 'error',
  since: '0.1.0',
  source: '§7.2, §8.2, §10.2',
  rationale:
    'A column nobody specified is data nobody decided to keep. A new one needs the schema first, so it is a stop condition. Columns of a table that is itself unspecified are that table’s finding.',
  hint: 'Add the column to the schema document, or drop it in a new migration',
  reads: ['table', 'column', 'document'],
  messages: {
    undefined: ({ id, nearest }: { id: string; nearest?: string | undefined }) =>
      `Column \`${id}\` is not in the schema document${nearest ? `; the nearest one there is \`${nearest}\`` : ''}`,
  },
  examples: [
    {
      name: 'a later migration adds one',
      files: {
        'docs/db-schema.md': '# Database Schema\n\n```sql\nCREATE TABLE users (id UUID PRIMARY KEY);\n```\n',
        'migrations/0001_init.sql': 'CREATE TABLE users (id UUID PRIMARY KEY);\n',
        'migrations/0002_nick.sql': 'ALTER TABLE users ADD COLUMN nickname TEXT;\n',
      },
      expect: ['migrations/0002_nick.sql:1 undefined'],
    },
    {
      name: 'added and dropped again',
      files: {
        'docs/db-schema.md': '# Database Schema\n\n```sql\nCREATE TABLE users (id UUID PRIMARY KEY);\n```\n',
        'migrations/0001_init.sql': 'CREATE TABLE users (id UUID PRIMARY KEY, nickname TEXT);\n',
        'migrations/0002_nick.sql': 'ALTER TABLE users DROP COLUMN nickname;\n',
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    const { specified, specifiedColumns, observedColumns } = schemaOf(graph);
    for (const [key, column] of observedColumns) {
      const table = specified.get(column.attributes.table.toLowerCase());
      if (!table || specifiedColumns.has(key)) continue;
      const near = graph.nearest('column', column.id);
      const nearest = near !== undefined && specifiedColumns.has(near.toLowerCase()) ? near : undefined;
      const related = [{ note: `\`${table.id}\` is specified`, at: table.at }];
      yield found.undefined({ id: column.id, nearest }, column, { stop: 'S2', related });
    }
  },
});
