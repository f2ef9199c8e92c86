import { defineGate } from '@iama/gate';
import { subjectOf, wordsOf } from './migration-unsafe.ts';

const destructive: Readonly<Record<string, string>> = {
  'drops-data': 'destroys data of an earlier migration',
  renames: 'renames what an earlier migration made',
  'narrows-type': 'narrows a type, so that values of earlier rows may not fit',
};

export const migrationNotForwardOnly = defineGate({
  id: 'conformance/migration-not-forward-only',
  title: 'Migrations only go forward',
  phase: 2,
  severity: 'error',
  since: '0.1.0',
  source: '§6.3',
  rationale:
    'Where a document says that migrations are forward-only, a down file and a change that destroys what an earlier migration made are ways back nobody tested. Where no document says so, a destructive change is a warning, and a down file is the custom of the tool.',
  hint: 'Write a new migration that goes forward, and record why data may be destroyed',
  reads: ['migration', 'item'],
  messages: {
    down: ({ path }: { path: string }) =>
      `\`${path}\` is a way back; the documents say that migrations are forward-only`,
    destructive: ({ what, effect }: { what: string; effect: string }) => `${what} ${effect}`,
  },
  examples: [
    {
      name: 'a document says forward-only',
      files: {
        'docs/development-workflow.md': '# Development Workflow\n\n## Migrations\n\n1. Migrations are forward-only.\n',
        'migrations/0001_init.up.sql': 'CREATE TABLE users (id UUID PRIMARY KEY, nick TEXT);\n',
        'migrations/0001_init.down.sql': 'DROP TABLE users;\n',
        'migrations/0002_nick.up.sql': 'ALTER TABLE users DROP COLUMN nick;\n',
      },
      expect: ['migrations/0001_init.down.sql:1 down', 'migrations/0002_nick.up.sql:1 destructive'],
    },
    {
      name: 'nobody says so, and nothing is destroyed',
      files: {
        'migrations/0001_init.up.sql': 'CREATE TABLE users (id UUID PRIMARY KEY);\n',
        'migrations/0001_init.down.sql': 'DROP TABLE users;\n',
        'migrations/0002_nick.up.sql': 'ALTER TABLE users ADD COLUMN nick TEXT;\n',
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    const [policy] = graph
      .nodes('item')
      .filter(({ attributes }) => attributes.list === 'policy' && attributes.number === 'forward-only');
    const related = policy ? [{ note: 'forward-only', at: policy.at }] : [];
    for (const migration of graph.nodes('migration')) {
      const { path } = migration.at;
      if (migration.attributes.direction === 'down') {
        if (policy) yield found.down({ path }, migration, { subject: path, related });
        continue;
      }
      for (const change of migration.attributes.changes ?? []) {
        for (const hazard of change.hazards) {
          const effect = destructive[hazard];
          if (effect === undefined) continue;
          const about = { at: { path, line: change.line, column: 1 }, id: subjectOf(change) };
          const severity = policy ? {} : { severity: 'warn' as const };
          yield found.destructive({ what: wordsOf(change), effect }, about, {
            keys: [path, hazard],
            related,
            ...severity,
          });
        }
      }
    }
  },
});
