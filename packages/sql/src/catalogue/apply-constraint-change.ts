import type { ConstraintDefinition, SchemaChange } from '../changes/schema-change.ts';
import type { Catalogue } from './catalogue.ts';
import type { CatalogueTable } from './catalogue-table.ts';
import { constraintName } from './catalogue-table.ts';
import type { Outcome } from './outcome.ts';
import { done } from './outcome.ts';

/** Keys, checks, references and indexes come, go, and change their names. Undefined: no change of this kind. */
export function applyConstraintChange(catalogue: Catalogue, change: SchemaChange): Outcome {
  switch (change.kind) {
    case 'add-constraint': {
      const table = catalogue.table(change.table);
      if (!table) return catalogue.temporary.has(change.table) ? done : `table ${change.table}`;
      addConstraint(catalogue, table, change.constraint);
      return done;
    }
    case 'drop-constraint':
    case 'validate-constraint':
    case 'rename-constraint': {
      const table = catalogue.table(change.table);
      if (!table) return catalogue.temporary.has(change.table) ? done : `table ${change.table}`;
      const found = table.constraints.find((one) => one.name === change.name);
      if (!found) return dropNotNull(table, change) ? done : `constraint ${change.name} of ${change.table}`;
      if (change.kind === 'drop-constraint') {
        table.constraints = table.constraints.filter((one) => one !== found);
        for (const name of found.columns) touch(table, name, change);
      } else if (change.kind === 'rename-constraint')
        table.constraints = table.constraints.map((one) => (one === found ? { ...one, name: change.to } : one));
      else table.constraints = table.constraints.map((one) => (one === found ? { ...one, notValid: false } : one));
      return done;
    }
    case 'create-index': {
      const table = catalogue.table(change.table);
      const view = catalogue.views.has(catalogue.known(change.table, catalogue.views));
      if (!table) return view || catalogue.temporary.has(change.table) ? done : `table ${change.table}`;
      const { name } = change.index;
      if (change.conditional && name !== undefined && table.indexes.some((index) => index.name === name)) return done;
      table.indexes.push(change.index);
      return done;
    }
    case 'drop-index':
    case 'rename-index': {
      const bare = change.name.slice(change.name.lastIndexOf('.') + 1);
      for (const table of catalogue.tables.values()) {
        const index = table.indexes.find((one) => one.name === bare);
        if (index) {
          table.indexes = table.indexes.flatMap((one) =>
            one !== index ? [one] : change.kind === 'rename-index' ? [{ ...one, name: change.to }] : [],
          );
          return done;
        }
        if (change.kind === 'rename-index' && table.constraints.some((one) => one.name === bare))
          table.constraints = table.constraints.map((one) => (one.name === bare ? { ...one, name: change.to } : one));
      }
      return done;
    }
    default:
      return undefined;
  }
}

/** Puts a constraint into force: it gets its name, a primary key makes its columns not null. */
export function addConstraint(catalogue: Catalogue, table: CatalogueTable, constraint: ConstraintDefinition): void {
  let columns = constraint.columns;
  const index = table.indexes.find((one) => one.name === constraint.usingIndex);
  if (constraint.usingIndex !== undefined && index) {
    columns = index.columns;
    table.indexes = table.indexes.filter((one) => one !== index);
  }
  const references = constraint.references && {
    ...constraint.references,
    table: catalogue.known(constraint.references.table, catalogue.tables),
  };
  const full = { ...constraint, columns, ...(references === undefined ? {} : { references }) };
  table.constraints.push({ ...full, name: constraintName(table, full) });
  if (constraint.form !== 'primary') return;
  for (const name of columns) {
    const column = table.columns.get(name);
    if (column) column.nullable = false;
  }
}

/** A not-null constraint has a name too: `users_email_not_null`. */
function dropNotNull(table: CatalogueTable, change: SchemaChange & { readonly name: string }): boolean {
  if (change.kind !== 'drop-constraint') return false;
  const bare = table.name.slice(table.name.lastIndexOf('.') + 1);
  for (const column of table.columns.values())
    if (change.name === `${bare}_${column.name}_not_null`) {
      column.nullable = true;
      column.at = change.at;
      return true;
    }
  return false;
}

function touch(table: CatalogueTable, name: string, change: SchemaChange): void {
  const column = table.columns.get(name);
  if (column) column.at = change.at;
}
