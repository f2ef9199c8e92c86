import { defineGate } from '@iama/gate';
import { schemaOf } from '../schema.ts';
import { sqlUses } from '../sql-uses.ts';

export const sqlUsesUndefinedColumn = defineGate({
  id: 'conformance/sql-uses-undefined-column',
  title: 'SQL in code uses columns that exist',
  phase: 5,
  severity: 'error',
  since: '0.1.0',
  source: '§7.2, §10.2',
  rationale:
    'A query on a column that neither the schema document nor any migration knows fails when it first runs. Only columns whose table is certain are compared.',
  hint: 'Correct the name, or specify and migrate the column',
  reads: ['table', 'column', 'document', 'file'],
  messages: {
    undefined: ({ column, nearest }: { column: string; nearest?: string | undefined }) =>
      `A query uses column \`${column}\`, which neither the schema document nor a migration knows${nearest ? `; the nearest one is \`${nearest}\`` : ''}`,
  },
  examples: [
    {
      name: 'a column of another name',
      files: {
        'docs/db-schema.md':
          '# Database Schema\n\n```sql\nCREATE TABLE users (id UUID PRIMARY KEY, email TEXT);\n```\n',
        'src/users.ts':
          'declare const pool: { query(sql: string): unknown };\nexport const one = () => pool.query(`SELECT id, email FROM users`);\nexport const two = () => pool.query(`SELECT id, mail FROM users`);\n',
      },
      expect: ['src/users.ts:3 undefined'],
    },
    {
      name: 'an alias, and a function',
      files: {
        'docs/db-schema.md':
          '# Database Schema\n\n```sql\nCREATE TABLE users (id UUID PRIMARY KEY, email TEXT);\n```\n',
        'src/users.ts':
          'declare const pool: { query(sql: string): unknown };\nexport const one = () => pool.query(`SELECT lower(u.email) AS mail, count(*) AS n FROM users u GROUP BY mail`);\n',
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    const { specified, observed, specifiedColumns, observedColumns } = schemaOf(graph);
    for (const edge of sqlUses(graph, 'column')) {
      const key = edge.to.id.toLowerCase();
      const table = key.slice(0, key.lastIndexOf('.'));
      if ((!specified.has(table) && !observed.has(table)) || specifiedColumns.has(key) || observedColumns.has(key))
        continue;
      const nearest = graph.nearest('column', edge.to.id);
      yield found.undefined({ column: edge.to.id, nearest }, edge, { subject: edge.to.id, keys: [edge.at.path] });
    }
  },
});
