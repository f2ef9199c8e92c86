import type { SchemaChange } from '../changes/schema-change.ts';
import { addConstraint } from './apply-constraint-change.ts';
import type { Catalogue } from './catalogue.ts';
import type { CatalogueColumn, CatalogueTable } from './catalogue-table.ts';
import type { Outcome } from './outcome.ts';
import { done } from './outcome.ts';

/** Columns come, go, change their names, types, nullability and defaults. Undefined: no change of this kind. */
export function applyColumnChange(catalogue: Catalogue, change: SchemaChange): Outcome {
  if (change.kind === 'add-column') {
    if (catalogue.temporary.has(change.table)) return done;
    const table = catalogue.table(change.table);
    if (!table) return `table ${change.table}`;
    const { column } = change;
    if (change.conditional && table.columns.has(column.name)) return done;
    for (const one of withHeirs(catalogue, table)) {
      one.columns.set(column.name, { ...column });
      for (const constraint of change.constraints)
        if (one === table || constraint.form === 'check') addConstraint(catalogue, one, constraint);
    }
    return done;
  }
  if (!('column' in change) || typeof change.column !== 'string') return undefined;
  if (catalogue.temporary.has(change.table)) return done;
  const table = catalogue.table(change.table);
  if (!table) return renameInView(catalogue, change) ? done : `table ${change.table}`;
  if (!table.columns.has(change.column)) return table.open ? done : `column ${change.table}.${change.column}`;
  for (const one of withHeirs(catalogue, table)) {
    const column = one.columns.get(change.column);
    if (column) changeColumn(catalogue, one, column, change);
  }
  return done;
}

/** The table, its partitions and the tables that inherit from it. */
function withHeirs(catalogue: Catalogue, table: CatalogueTable): CatalogueTable[] {
  const found = [table];
  for (const one of catalogue.tables.values())
    if (one !== table && (one.partitionOf === table.name || one.inherits.includes(table.name)))
      found.push(...withHeirs(catalogue, one));
  return found;
}

function changeColumn(
  catalogue: Catalogue,
  table: CatalogueTable,
  column: CatalogueColumn,
  change: SchemaChange & { readonly table: string; readonly column: unknown },
): void {
  column.at = change.at;
  switch (change.kind) {
    case 'drop-column':
      table.columns.delete(column.name);
      table.constraints = table.constraints.filter((one) => !one.columns.includes(column.name));
      table.indexes = table.indexes.filter((one) => !one.columns.includes(column.name));
      return;
    case 'rename-column':
      renameColumn(catalogue, table, column, change.to);
      return;
    case 'change-type':
      column.type = change.type;
      return;
    case 'set-not-null':
      column.nullable = false;
      return;
    case 'drop-not-null':
      column.nullable = true;
      return;
    case 'set-default':
      column.default = change.default;
      return;
    case 'drop-default':
      delete column.default;
      if (column.generated === 'serial') delete column.generated;
      return;
    case 'set-generated':
      column.generated = 'identity';
      column.nullable = false;
      return;
    case 'drop-generated':
      delete column.generated;
      return;
    default:
      return;
  }
}

function renameColumn(catalogue: Catalogue, table: CatalogueTable, column: CatalogueColumn, to: string): void {
  const from = column.name;
  const swap = (name: string) => (name === from ? to : name);
  const columns = [...table.columns.values()];
  table.columns.clear();
  column.name = to;
  for (const one of columns) table.columns.set(one.name, one);
  table.indexes = table.indexes.map((index) => ({ ...index, columns: index.columns.map(swap) }));
  table.constraints = table.constraints.map((one) => ({
    ...one,
    columns: one.columns.map(swap),
    ...(one.values === undefined
      ? {}
      : { values: Object.fromEntries(Object.entries(one.values).map(([key, values]) => [swap(key), values])) }),
  }));
  for (const other of catalogue.tables.values())
    other.constraints = other.constraints.map((one) =>
      one.references?.table === table.name
        ? { ...one, references: { ...one.references, columns: one.references.columns.map(swap) } }
        : one,
    );
}

function renameInView(catalogue: Catalogue, change: SchemaChange & { readonly table: string }): boolean {
  const view = catalogue.known(change.table, catalogue.views);
  const columns = catalogue.views.get(view);
  if (!columns) return false;
  if (change.kind === 'rename-column')
    catalogue.views.set(
      view,
      columns.map((name) => (name === change.column ? change.to : name)),
    );
  return true;
}
