import type { Place } from '@iama/model';
import type { ColumnDefinition, ConstraintDefinition, IndexDefinition } from '../changes/schema-change.ts';

/** A column as all statements so far leave it. `at` is the last statement that shaped it. */
export type CatalogueColumn = { -readonly [K in keyof ColumnDefinition]: ColumnDefinition[K] };

/** A constraint in force: it always has a name, given or made as PostgreSQL makes one. */
export type CatalogueConstraint = ConstraintDefinition & { readonly name: string };

/** A table as all statements so far leave it. */
export interface CatalogueTable {
  name: string;
  /** The statement that created it, or the last one that changed it as a whole. */
  at: Place;
  readonly columns: Map<string, CatalogueColumn>;
  constraints: CatalogueConstraint[];
  indexes: IndexDefinition[];
  /** Parts of a parent's rows, not a table of its own. */
  partitionOf?: string;
  inherits: string[];
  /** Made from a query: it may have columns nobody named. */
  open: boolean;
}

/** A name as PostgreSQL makes one for a constraint: `users_email_key`, shortened to 63 bytes, numbered when taken. */
export function constraintName(table: CatalogueTable, constraint: ConstraintDefinition): string {
  if (constraint.name !== undefined) return constraint.name;
  if (constraint.usingIndex !== undefined) return constraint.usingIndex;
  const bare = table.name.slice(table.name.lastIndexOf('.') + 1);
  const suffix = { primary: 'pkey', unique: 'key', check: 'check', foreign: 'fkey', exclude: 'excl' }[constraint.form];
  const columns = constraint.form === 'check' && constraint.columns.length > 1 ? [] : constraint.columns;
  const middle = constraint.form === 'primary' ? '' : columns.join('_');
  const taken = new Set(table.constraints.map((one) => one.name));
  for (let number = 0; ; number += 1) {
    const name = shortened(bare, middle, `${suffix}${number > 0 ? number : ''}`);
    if (!taken.has(name)) return name;
  }
}

function shortened(first: string, second: string, last: string): string {
  const room = 63 - last.length - 1 - (second === '' ? 0 : 1);
  let one = first.length;
  let two = second.length;
  while (one + two > room) {
    if (one > two) one -= 1;
    else two -= 1;
  }
  return [first.slice(0, one), second.slice(0, two), last].filter(Boolean).join('_');
}
