import type { SchemaChange } from '../changes/schema-change.ts';
import { addConstraint } from './apply-constraint-change.ts';
import type { Catalogue } from './catalogue.ts';
import type { CatalogueTable } from './catalogue-table.ts';
import type { Outcome } from './outcome.ts';
import { done } from './outcome.ts';

/** Tables, views and schemas come, go, and change their names. Undefined: no change of this kind. */
export function applyTableChange(catalogue: Catalogue, change: SchemaChange): Outcome {
  switch (change.kind) {
    case 'create-table':
      return createTable(catalogue, change);
    case 'create-view':
      catalogue.views.set(catalogue.created(change.table), change.columns);
      return done;
    case 'drop-view':
      return catalogue.views.delete(catalogue.known(change.name, catalogue.views)) ? done : `view ${change.name}`;
    case 'drop-table': {
      if (catalogue.temporary.delete(change.name)) return done;
      const name = catalogue.known(change.name, catalogue.tables);
      if (!catalogue.tables.delete(name)) return `table ${change.name}`;
      for (const table of catalogue.tables.values()) {
        if (table.partitionOf === name) catalogue.tables.delete(table.name);
        table.constraints = table.constraints.filter((one) => one.references?.table !== name);
      }
      return done;
    }
    case 'drop-schema':
      for (const among of [catalogue.tables, catalogue.views, catalogue.enums, catalogue.domains])
        for (const name of among.keys())
          if (change.name === 'public' ? !name.includes('.') : name.startsWith(`${change.name}.`)) among.delete(name);
      return done;
    case 'create-schema':
      return done;
    case 'rename-table': {
      const view = catalogue.known(change.table, catalogue.views);
      const columns = catalogue.views.get(view);
      if (columns) {
        catalogue.views.delete(view);
        catalogue.views.set(sibling(view, change.to), columns);
        return done;
      }
      const table = catalogue.table(change.table);
      return table ? moveTable(catalogue, table, sibling(table.name, change.to), change) : `table ${change.table}`;
    }
    case 'move-table': {
      const table = catalogue.table(change.table);
      if (!table) return `table ${change.table}`;
      const bare = table.name.slice(table.name.lastIndexOf('.') + 1);
      return moveTable(catalogue, table, change.schema === 'public' ? bare : `${change.schema}.${bare}`, change);
    }
    case 'attach-partition': {
      const table = catalogue.table(change.table);
      if (!table) return `table ${change.table}`;
      table.partitionOf = catalogue.known(change.parent, catalogue.tables);
      return done;
    }
    default:
      return undefined;
  }
}

function createTable(catalogue: Catalogue, change: SchemaChange & { kind: 'create-table' }): string {
  if (change.temporary) {
    catalogue.temporary.add(change.table);
    return done;
  }
  const name = catalogue.created(change.table);
  if (change.conditional && catalogue.tables.has(name)) return done;
  const { origin } = change;
  const table: CatalogueTable = {
    name,
    at: change.at,
    columns: new Map(),
    constraints: [],
    indexes: [],
    inherits: origin.inherits.map((parent) => catalogue.known(parent, catalogue.tables)),
    open: origin.query === true,
  };
  if (origin.partitionOf !== undefined) table.partitionOf = catalogue.known(origin.partitionOf, catalogue.tables);
  let missing: string | undefined;
  for (const parent of [...origin.inherits, ...(origin.partitionOf === undefined ? [] : [origin.partitionOf])])
    if (!copyColumns(catalogue.table(parent), table, { defaults: true, constraints: true, indexes: false }))
      missing = `table ${parent}`;
  for (const like of origin.like)
    if (copyColumns(catalogue.table(like.table), table, like)) table.open = false;
    else if (!origin.query) missing = `table ${like.table}`;
  for (const { like, ...column } of change.columns) {
    const type = like && catalogue.table(like.table)?.columns.get(like.column)?.type;
    table.columns.set(column.name, { ...column, ...(type === undefined ? {} : { type, nullable: true }) });
  }
  catalogue.tables.set(name, table);
  for (const constraint of change.constraints) addConstraint(catalogue, table, constraint);
  if (missing !== undefined) table.open = true;
  return missing ?? done;
}

function copyColumns(
  from: CatalogueTable | undefined,
  to: CatalogueTable,
  what: { defaults: boolean; constraints: boolean; indexes: boolean },
): boolean {
  if (!from) return false;
  for (const column of from.columns.values()) {
    const copy = { ...column, at: to.at };
    if (!what.defaults) delete copy.default;
    if (to.open) copy.nullable = true;
    to.columns.set(copy.name, copy);
  }
  for (const constraint of from.constraints)
    if ((constraint.form === 'check' && what.constraints) || (/primary|unique/.test(constraint.form) && what.indexes))
      to.constraints.push({ ...constraint, at: to.at });
  return true;
}

/** A name in the schema of another one. */
function sibling(name: string, to: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? to : `${name.slice(0, dot)}.${to}`;
}

function moveTable(catalogue: Catalogue, table: CatalogueTable, to: string, change: SchemaChange): string {
  const from = table.name;
  catalogue.tables.delete(from);
  table.name = to;
  table.at = change.at;
  catalogue.tables.set(to, table);
  for (const other of catalogue.tables.values()) {
    if (other.partitionOf === from) other.partitionOf = to;
    other.inherits = other.inherits.map((parent) => (parent === from ? to : parent));
    other.constraints = other.constraints.map((one) =>
      one.references?.table === from ? { ...one, references: { ...one.references, table: to } } : one,
    );
  }
  return done;
}
