import { defineGate } from '@iama/gate';
import { isToolTable, schemaOf } from '../schema.ts';
import { sqlUses } from '../sql-uses.ts';

export const sqlUsesUndefinedTable = defineGate({
  id: 'conformance/sql-uses-undefined-table',
  title: 'SQL in code uses tables that exist',
  phase: 5,
  severity: 'error',
  since: '0.1.0',
  source: '§7.2, §10.2',
  rationale:
    'A query on a table that neither the schema document nor any migration knows fails when it first runs. Tables in comments, temporary tables and common table expressions are not uses.',
  hint: 'Correct the name, or specify and migrate the table',
  reads: ['table', 'column', 'document', 'file'],
  messages: {
    undefined: ({ table, nearest }: { table: string; nearest?: string | undefined }) =>
      `A query uses table \`${table}\`, which neither the schema document nor a migration knows${nearest ? `; the nearest one is \`${nearest}\`` : ''}`,
  },
  examples: [
    {
      name: 'a table of another name',
      files: {
        'docs/db-schema.md': '# Database Schema\n\n```sql\nCREATE TABLE users (id UUID PRIMARY KEY);\n```\n',
        'src/users.ts':
          'declare const pool: { query(sql: string): unknown };\nexport const one = () => pool.query(`SELECT id FROM users`);\nexport const all = () => pool.query(`SELECT id FROM user_profiles`);\n',
      },
      expect: ['src/users.ts:3 undefined'],
    },
    {
      name: 'a common table expression',
      files: {
        'docs/db-schema.md': '# Database Schema\n\n```sql\nCREATE TABLE users (id UUID PRIMARY KEY);\n```\n',
        'src/users.ts':
          'declare const pool: { query(sql: string): unknown };\nexport const one = () => pool.query(`WITH recent AS (SELECT id FROM users) SELECT id FROM recent`);\n',
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    const { specified, observed } = schemaOf(graph);
    if (specified.size + observed.size === 0) return;
    for (const edge of sqlUses(graph, 'table')) {
      const key = edge.to.id.toLowerCase();
      if (specified.has(key) || observed.has(key) || isToolTable(key) || /^(?:pg_|information_schema\.)/.test(key))
        continue;
      const nearest = graph.nearest('table', edge.to.id);
      yield found.undefined({ table: edge.to.id, nearest }, edge, { subject: edge.to.id, keys: [edge.at.path] });
    }
  },
});
