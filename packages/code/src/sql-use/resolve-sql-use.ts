import type { EdgeFact, Part, Resolver } from '@iama/model';
import type { Catalogue } from '@iama/sql';
import { orderMigrations } from '../migrations/order-migrations.ts';
import { catalogueOf } from '../migrations/schema-after-migrations.ts';
import type { SqlUsePart, UndecidedUse, UseAt } from './sql-use-part.ts';

/**
 * Says which file reads and writes which table and column. The schema after the migrations tells views from tables,
 * partitions from the table they belong to, and whose column an unqualified name is.
 */
export const sqlUse: Resolver = {
  name: 'sql-use',
  version: 1,
  parts: ['sql-use', 'migration', 'migration-plan', 'django-migration'],
  resolve(parts) {
    const schema = new Schema(orderMigrations(parts).map((set) => catalogueOf(set)));
    const edges = parts.filter((part) => part.kind === 'sql-use').flatMap((part) => edgesOf(part, schema));
    return { nodes: [], edges, problems: [] };
  },
};

function edgesOf(part: Part, schema: Schema): EdgeFact[] {
  const { uses, undecided, temporary } = part.data as SqlUsePart;
  const edges = new Map<string, EdgeFact>();
  const add = ({ table, column, mode, at, evidence, maybe }: UseAt) => {
    const name = schema.tableOf(table);
    if (name === undefined || temporary.includes(table) || (maybe && !schema.knows(table))) return;
    const to =
      column === undefined
        ? ({ kind: 'table', id: name } as const)
        : ({ kind: 'column', id: `${name}.${column}` } as const);
    const key = [mode, to.kind, to.id, at.line, at.column].join(' ');
    if (!edges.has(key))
      edges.set(key, { kind: mode, from: { kind: 'file', id: part.at.path }, to, at, how: 'derived', evidence });
  };
  for (const use of uses) add(use);
  for (const use of undecided) {
    const table = schema.ownerOf(use);
    if (table !== undefined) add({ table, column: use.column, mode: use.mode, at: use.at, evidence: use.evidence });
  }
  return [...edges.values()];
}

/** What the migrations of all databases of a repository tell about names. */
class Schema {
  private readonly catalogues: readonly Catalogue[];

  constructor(catalogues: readonly Catalogue[]) {
    this.catalogues = catalogues;
  }

  /** The table a name means, as a node id has it; undefined for a view, whose columns are no table's. */
  tableOf(name: string): string | undefined {
    const table = this.find(name);
    if (table) return table.partitionOf ?? table.name;
    return this.catalogues.some((one) => one.views.has(name) || one.temporary.has(name)) ? undefined : name;
  }

  knows(name: string): boolean {
    return this.find(name) !== undefined;
  }

  /**
   * The table that has a column nobody qualified: the first that does. Where all tables are known and none has it, the
   * first one: the column is missing there.
   */
  ownerOf({ column, tables, open }: UndecidedUse): string | undefined {
    const known = tables.map((name) => this.find(name));
    const owner = known.find((table) => table?.columns.has(column));
    if (owner) return owner.name;
    const certain = !open && known.every((table) => table !== undefined && !table.open);
    return certain ? tables[0] : undefined;
  }

  private find(name: string) {
    for (const { tables } of this.catalogues) {
      const exact = tables.get(name);
      if (exact) return exact;
    }
    if (name.includes('.')) return undefined;
    const inSchemas = this.catalogues.flatMap((one) =>
      [...one.tables.values()].filter((table) => table.name.endsWith(`.${name}`)),
    );
    return inSchemas.length === 1 ? inSchemas[0] : undefined;
  }
}
