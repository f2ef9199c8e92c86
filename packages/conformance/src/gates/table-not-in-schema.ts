import { defineGate } from '@iama/gate';
import { isToolTable, schemaOf } from '../schema.ts';

export const tableNotInSchema = defineGate({
  id: 'conformance/table-not-in-schema',
  title: 'Every table the migrations leave behind stands in the schema document',
  phase: 2,
  severity: 'error',
  since: '0.1.0',
  source: '§7.2, §8.2, §10.2',
  rationale:
    'A table nobody specified holds data nobody decided to keep. A new one needs the schema first, so it is a stop condition. Tables that migration tools keep for themselves are left out. Where no document specifies any table, nothing can be said.',
  hint: 'Add the table to the schema document, or drop it in a new migration',
  reads: ['table', 'column', 'document'],
  messages: {
    undefined: ({ id, nearest }: { id: string; nearest?: string | undefined }) =>
      `Table \`${id}\` is not in the schema document${nearest ? `; the nearest one there is \`${nearest}\`` : ''}`,
  },
  examples: [
    {
      name: 'one table too many',
      files: {
        'docs/db-schema.md': '# Database Schema\n\n```sql\nCREATE TABLE users (id UUID PRIMARY KEY);\n```\n',
        'migrations/0001_init.sql':
          'CREATE TABLE users (id UUID PRIMARY KEY);\nCREATE TABLE user_notes (id UUID PRIMARY KEY);\n',
      },
      expect: ['migrations/0001_init.sql:2 undefined'],
    },
    {
      name: 'a table that was dropped again',
      files: {
        'docs/db-schema.md': '# Database Schema\n\n```sql\nCREATE TABLE users (id UUID PRIMARY KEY);\n```\n',
        'migrations/0001_init.sql':
          'CREATE TABLE users (id UUID PRIMARY KEY);\nCREATE TABLE old (id UUID PRIMARY KEY);\n',
        'migrations/0002_drop.sql': 'DROP TABLE old;\n',
      },
      expect: [],
    },
    {
      name: 'no schema document at all',
      files: {
        'docs/prd.md': '# Requirements\n\n### FR-001: Sign in\n\nThe system shall let a user sign in.\n',
        'migrations/0001_init.sql': 'CREATE TABLE users (id UUID PRIMARY KEY);\n',
      },
      expect: ['unverified'],
    },
  ],
  *evaluate(graph, found) {
    const { specified, observed } = schemaOf(graph);
    const tables = [...observed].filter(([, table]) => !isToolTable(table.id));
    if (tables.length === 0) return;
    if (specified.size === 0) {
      yield {
        unverified: `${tables.length} tables were found in migrations or models, and no document specifies a table`,
      };
      return;
    }
    for (const [key, table] of tables) {
      if (specified.has(key)) continue;
      const near = graph.nearest('table', table.id);
      const nearest = near !== undefined && specified.has(near.toLowerCase()) ? near : undefined;
      yield found.undefined({ id: table.id, nearest }, table, { stop: 'S2' });
    }
  },
});
