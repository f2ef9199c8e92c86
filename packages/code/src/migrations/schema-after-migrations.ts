import type { EdgeFact, NodeAttributes, NodeFact, NodeKind, Part, Problem, Resolver } from '@iama/model';
import type { SchemaChange } from '@iama/sql';
import { applyChange, Catalogue, hazardsOf, schemaFacts, tableOf } from '@iama/sql';
import type { MigrationPart } from './migration-part.ts';
import { dialectOfPath } from './migration-path.ts';
import type { MigrationFile, MigrationSet } from './migration-set.ts';
import { orderMigrations } from './order-migrations.ts';

/**
 * Applies the migrations of every set in order: the schema they leave, and what each of them does on the way.
 *
 * @implements IAMA-CODE-003
 */
export const schemaAfterMigrations: Resolver = {
  name: 'schema-after-migrations',
  version: 1,
  parts: ['migration', 'migration-plan', 'django-migration', 'foreign-migration'],
  resolve(parts) {
    const nodes: NodeFact[] = [];
    const edges: EdgeFact[] = [];
    const problems: Problem[] = [];
    const sets = orderMigrations(parts);
    const readable = sets.some((set) => set.up.length > 0 && foreignDialect(set) === undefined);
    for (const set of sets) {
      const said = resolveSet(set, readable);
      nodes.push(...said.nodes);
      edges.push(...said.edges);
      problems.push(...said.problems);
    }
    problems.push(...foreignProblems(parts, readable));
    return { nodes, edges, problems };
  },
};

/** Migrations nobody reads hide the schema, unless SQL or a dump of it says what they leave. */
function foreignProblems(parts: readonly Part[], readable: boolean): Problem[] {
  const read = new Set(parts.filter((part) => part.kind === 'migration').map((part) => part.at.path));
  const sets = new Map<string, { first: string; count: number; language: string }>();
  for (const { kind, at, data } of parts) {
    if (kind !== 'foreign-migration' || read.has(at.path)) continue;
    const { set, language } = data as { set: string; language: string };
    const known = sets.get(set);
    const first = known && known.first < at.path ? known.first : at.path;
    sets.set(set, { first, count: (known?.count ?? 0) + 1, language });
  }
  return [...sets].sort().map(([set, { first, count, language }]) => ({
    at: { path: first, line: 1, column: 1 },
    code: 'dialect',
    message: `${count} migration${count === 1 ? ' is' : 's are'} written in ${language} in \`${set}\`; only SQL is read`,
    hides: readable ? [] : ['table', 'column'],
  }));
}

interface Said {
  readonly nodes: NodeFact[];
  readonly edges: EdgeFact[];
  readonly problems: Problem[];
}

/** The catalogue the migrations of one set leave. */
export function catalogueOf(set: MigrationSet): Catalogue {
  return applySet(set, [], []);
}

function resolveSet(set: MigrationSet, readable: boolean): Said {
  const foreign = foreignDialect(set);
  const first = set.up[0] ?? set.down[0];
  if (foreign !== undefined && first) {
    const nodes = [...set.up, ...set.down].map((file, index) => migrationNode(file, index + 1, foreign, []));
    return { nodes, edges: [], problems: [dialectProblem(set, first, foreign, readable)] };
  }
  const nodes: NodeFact[] = [];
  const problems: Problem[] = [];
  const catalogue = applySet(set, nodes, problems);
  for (const file of set.down) nodes.push(migrationNode(file, orderOf(set, file), 'postgresql', []));
  const dump = first?.part.dump === true;
  const schema = schemaFacts(catalogue, { side: 'observed', origin: dump ? 'schema' : 'migrations' });
  return { nodes: [...nodes, ...schema.nodes], edges: schema.edges, problems };
}

function applySet(set: MigrationSet, nodes: NodeFact[], problems: Problem[]): Catalogue {
  const catalogue = new Catalogue();
  const missed: Missed[] = [];
  for (const [index, file] of set.up.entries()) {
    const { part, path } = file;
    const fresh = new Set<string>();
    const told: Told[] = [];
    catalogue.beginSession();
    for (const unread of part.unread)
      problems.push({
        at: { path, line: unread.line, column: unread.column },
        code: 'syntax',
        message: `A statement of this migration can't be read: ${unread.message}`,
        hides: unread.shapes ? ['table', 'column'] : [],
      });
    for (const change of part.changes) {
      const entry = tell(change, catalogue, fresh);
      if (entry) told.push(entry);
      if (change.kind === 'create-table' && !catalogue.table(change.table)) fresh.add(catalogue.created(change.table));
      const missing = applyChange(catalogue, change);
      if (missing !== undefined && !isElsewhere(missing)) missed.push({ missing, change });
    }
    if (!part.dump) nodes.push(migrationNode(file, index + 1, 'postgresql', told));
  }
  problems.push(...missedProblems(missed));
  return catalogue;
}

type Told = NonNullable<NodeAttributes['migration']['changes']>[number];
const untold = new Set([
  'create-table',
  'create-view',
  'create-schema',
  'create-enum',
  'create-domain',
  'search-path',
  'other',
  'drop-view',
]);

/** What a change does to a table that was there before; nothing for what only adds something new. */
function tell(change: SchemaChange, catalogue: Catalogue, fresh: ReadonlySet<string>): Told | undefined {
  if (untold.has(change.kind) || (change.kind === 'rows' && change.statement === 'insert')) return undefined;
  const name = tableOf(change);
  const table = name === undefined ? undefined : (catalogue.table(name)?.name ?? name);
  if (table !== undefined && (fresh.has(table) || catalogue.temporary.has(table))) return undefined;
  const column =
    'column' in change ? (typeof change.column === 'string' ? change.column : change.column.name) : undefined;
  const detail = detailOf(change, catalogue);
  return {
    kind: change.kind === 'rows' || change.kind === 'heavy' ? change.statement : change.kind,
    ...(table === undefined ? {} : { table }),
    ...(column === undefined ? {} : { column }),
    line: change.at.line,
    hazards: [...hazardsOf(change, catalogue, fresh)],
    ...(detail === undefined ? {} : { detail }),
  };
}

function detailOf(change: SchemaChange, catalogue: Catalogue): string | undefined {
  switch (change.kind) {
    case 'change-type': {
      const before = catalogue.table(change.table)?.columns.get(change.column)?.type;
      return before === undefined ? change.type : `${before} → ${change.type}`;
    }
    case 'rename-table':
    case 'rename-column':
    case 'rename-constraint':
    case 'rename-index':
    case 'rename-type':
    case 'rename-enum-value':
      return change.to;
    case 'add-constraint':
      return change.constraint.name ?? change.constraint.form;
    case 'drop-constraint':
    case 'validate-constraint':
    case 'drop-index':
    case 'drop-type':
    case 'drop-schema':
      return change.name;
    case 'create-index':
      return change.index.name ?? change.index.columns.join(', ');
    default:
      return undefined;
  }
}

function migrationNode(file: MigrationFile, order: number, dialect: string, changes: Told[]): NodeFact<'migration'> {
  const { part, path } = file;
  return {
    kind: 'migration',
    id: path,
    side: 'observed',
    at: { path, line: 1, column: 1 },
    attributes: {
      order,
      direction: part.direction,
      dialect,
      statements: part.statements,
      ...(part.tool === undefined ? {} : { tool: part.tool }),
      ...(part.hasDown ? { hasDown: true } : {}),
      ...(part.direction === 'up' ? { changes } : {}),
    },
  };
}

/** A way back has the place of the migration it undoes. */
function orderOf(set: MigrationSet, file: MigrationFile): number {
  const key = (part: MigrationPart) => part.order.revision ?? (part.order.numbers.join('.') || part.order.name);
  const index = set.up.findIndex(({ part }) => key(part) === key(file.part));
  return index < 0 ? set.up.length + 1 : index + 1;
}

/** The dialect of a set that is not PostgreSQL's: its tool says so, or one file shows it and no file shows PostgreSQL. */
function foreignDialect(set: MigrationSet): string | undefined {
  const { provider } = set;
  if (provider !== undefined) return /^(?:postgres|cockroach)/i.test(provider) ? undefined : provider;
  const files = [...set.up, ...set.down];
  if (files.some(({ part }) => part.postgres)) return undefined;
  return files.find(({ part }) => part.dialect !== 'postgresql')?.part.dialect;
}

const names: Readonly<Record<string, string>> = {
  mysql: 'MySQL',
  sqlite: 'SQLite',
  sqlserver: 'SQL Server',
  oracle: 'Oracle',
  warehouse: 'a data warehouse',
};

/** A set beside one for PostgreSQL, told apart by its folder, is the same schema for another database; a warehouse is no application's. */
function dialectProblem(set: MigrationSet, first: MigrationFile, dialect: string, readable: boolean): Problem {
  const variant = dialect === 'warehouse' || (readable && dialectOfPath(`${set.folder}/`) !== undefined);
  const showing = set.up.find(({ part }) => part.dialect !== 'postgresql') ?? first;
  const count = set.up.length;
  return {
    at: { path: showing.path, line: 1, column: 1 },
    code: 'dialect',
    message: `${count} migration${count === 1 ? ' is' : 's are'} written for ${names[dialect] ?? dialect} in \`${set.folder || '.'}\`; only PostgreSQL is read`,
    hides: variant ? [] : ['table', 'column'],
  };
}

/** Schemas that come with a platform or an extension: nobody's migrations create them. */
function isElsewhere(missing: string): boolean {
  return /^(?:table|view|column|type|constraint \S+ of) (?:auth|storage|realtime|vault|extensions|cron|net|pgsodium|graphql\w*|supabase_\w+|pg_\w+|information_schema|_timescaledb\w*|topology|tiger|hdb_catalog)\./.test(
    missing,
  );
}

interface Missed {
  readonly missing: string;
  readonly change: SchemaChange;
}

/** One problem for all tables nobody made, and one for all columns, constraints and types: where the first is needed. */
function missedProblems(missed: readonly Missed[]): Problem[] {
  return (['table', 'column', 'type', 'constraint', 'view'] as const).flatMap((what): Problem[] => {
    const mine = missed.filter(({ missing }) => missing.startsWith(`${what} `));
    const names = [...new Set(mine.map(({ missing }) => missing.slice(what.length + 1)))];
    const [first] = mine;
    if (!first) return [];
    const shown = names
      .slice(0, 5)
      .map((name) => `\`${name}\``)
      .join(', ');
    const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
    const kinds = new Set(mine.flatMap((one) => hiddenBy(one.missing, one.change)));
    const message = `No migration before this one makes the ${what}${names.length === 1 ? '' : 's'} ${shown}${more}`;
    return [{ at: first.change.at, code: 'unresolved', message, hides: [...kinds].sort().reverse() }];
  });
}

function hiddenBy(missing: string, change: SchemaChange): NodeKind[] {
  if (/^(?:constraint|view)/.test(missing) || /^drop-/.test(change.kind)) return [];
  return missing.startsWith('table') ? ['table', 'column'] : ['column'];
}
