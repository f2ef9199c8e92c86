import { defineGate } from '@iama/gate';
import type { NodeAttributes } from '@iama/model';

type Change = NonNullable<NodeAttributes['migration']['changes']>[number];

/** What goes wrong, by hazard; the hazards that only take a lock are warnings: on a small table nobody notices. */
const fails: Readonly<Record<string, string>> = {
  'not-null-without-default':
    'adds a column that may not be null and has no default, which fails as soon as there is a row',
  'drops-data': 'drops data that running code may still read',
  renames: 'renames what running code still calls by its old name',
  'rewrites-table': 'writes every row of the table again under a lock',
};
const locks: Readonly<Record<string, string>> = {
  'blocks-writes': 'builds an index under a lock that blocks writes',
  'builds-index': 'builds the index of a constraint under a lock',
  'validates-rows': 'checks every row under a lock, where `NOT VALID` and a later validation would not',
  'scans-table': 'reads every row under a lock',
  'locks-table': 'takes a lock that blocks readers or writers',
  'updates-all-rows': 'changes every row in one statement',
};

export const migrationUnsafe = defineGate({
  id: 'conformance/migration-unsafe',
  title: 'A migration is safe on a table that is in use',
  phase: 9,
  severity: 'error',
  since: '0.1.0',
  source: '§6.10',
  rationale:
    'A migration that is fine on an empty table fails, or stops the service, on a full one. Statements on tables that the same migration makes are safe. What only takes a lock is a warning.',
  hint: 'Split it: add the new form, fill it in batches, switch over, and take the old one away in a later release',
  reads: ['migration'],
  messages: {
    unsafe: ({ what, effect }: { what: string; effect: string }) => `${what} ${effect}`,
  },
  examples: [
    {
      name: 'a column that must have a value, an index under a lock',
      files: {
        'migrations/0001_init.sql': 'CREATE TABLE users (id UUID PRIMARY KEY);\nCREATE INDEX users_id ON users (id);\n',
        'migrations/0002_email.sql':
          'ALTER TABLE users ADD COLUMN email TEXT NOT NULL;\nCREATE INDEX users_email ON users (email);\n',
      },
      expect: ['migrations/0002_email.sql:1 unsafe', 'migrations/0002_email.sql:2 unsafe'],
    },
    {
      name: 'the same, done safely',
      files: {
        'migrations/0001_init.sql': 'CREATE TABLE users (id UUID PRIMARY KEY);\n',
        'migrations/0002_email.sql': "ALTER TABLE users ADD COLUMN email TEXT NOT NULL DEFAULT '';\n",
        'migrations/0003_index.sql': 'CREATE INDEX CONCURRENTLY users_email ON users (email);\n',
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    for (const migration of graph.nodes('migration')) {
      for (const change of migration.attributes.changes ?? []) {
        for (const hazard of change.hazards) {
          const effect = fails[hazard] ?? locks[hazard];
          if (effect === undefined) continue;
          const at = { path: migration.at.path, line: change.line, column: 1 };
          yield found.unsafe(
            { what: wordsOf(change), effect },
            { at, id: subjectOf(change) },
            {
              keys: [migration.at.path, hazard],
              ...(fails[hazard] === undefined ? { severity: 'warn' as const } : {}),
            },
          );
        }
      }
    }
  },
});

/**
 * `change-type` of `jobs.size` as words for a sentence.
 *
 * @implements IAMA-CONF-003
 */
export function wordsOf({ kind, table, column, detail }: Change): string {
  const target =
    column && table ? `\`${table}.${column}\`` : table ? `\`${table}\`` : detail ? `\`${detail}\`` : 'the schema';
  return `\`${kind.replaceAll('-', ' ')}\` on ${target}`;
}

export function subjectOf({ kind, table, column, detail }: Change): string {
  return table && column ? `${table}.${column}` : (table ?? detail ?? kind);
}
