import type { Catalogue } from '../catalogue/catalogue.ts';
import type { CatalogueTable } from '../catalogue/catalogue-table.ts';
import type { ConstraintDefinition, SchemaChange } from '../changes/schema-change.ts';
import { typeChange } from './type-change.ts';

/**
 * What can be dangerous about a change to a table that holds rows:
 * `drops-data` rows or values are gone · `renames` what ran against the old name fails · `narrows-type` values may not fit ·
 * `rewrites-table` every row is written again under a lock · `not-null-without-default` it fails as soon as there is a row ·
 * `scans-table` every row is read under a lock · `validates-rows` a constraint is checked under a lock instead of `NOT VALID` ·
 * `builds-index` an index is built under a lock · `blocks-writes` an index is not built `CONCURRENTLY` ·
 * `locks-table` a lock is taken · `deletes-rows`, `updates-all-rows` rows are changed.
 */
export type Hazard =
  | 'drops-data'
  | 'renames'
  | 'narrows-type'
  | 'rewrites-table'
  | 'not-null-without-default'
  | 'scans-table'
  | 'validates-rows'
  | 'builds-index'
  | 'blocks-writes'
  | 'locks-table'
  | 'deletes-rows'
  | 'updates-all-rows';

/**
 * The hazards of a change, judged on the catalogue as it is before the change. `fresh` are the tables the same migration
 * has made: nothing can go wrong with their rows.
 */
export function hazardsOf(change: SchemaChange, catalogue: Catalogue, fresh: ReadonlySet<string>): readonly Hazard[] {
  const name = tableOf(change);
  const table = name === undefined ? undefined : catalogue.table(name);
  if (name !== undefined && (fresh.has(table?.name ?? name) || catalogue.temporary.has(name))) return [];
  switch (change.kind) {
    case 'drop-table':
      return change.conditional && !table ? [] : ['drops-data'];
    case 'drop-column':
    case 'drop-schema':
      return ['drops-data'];
    case 'rename-table':
    case 'rename-column':
    case 'move-table':
    case 'rename-type':
    case 'rename-enum-value':
      return ['renames'];
    case 'add-column':
      return addedColumn(change);
    case 'change-type':
      return changedType(change, table);
    case 'set-not-null':
      return provenNotNull(table, change.column) ? [] : ['scans-table'];
    case 'add-constraint':
      return constraintHazards(change.constraint);
    case 'create-index':
      return change.concurrently ? [] : ['blocks-writes'];
    case 'drop-index':
      return change.concurrently ? [] : ['locks-table'];
    case 'rows':
      return rowHazards(change.statement, change.whole);
    case 'heavy':
      return change.statement === 'lock'
        ? ['locks-table']
        : change.statement === 'reindex'
          ? ['blocks-writes']
          : ['rewrites-table'];
    default:
      return [];
  }
}

/** The table a change is about, by the name it has before the change. */
export function tableOf(change: SchemaChange): string | undefined {
  if (change.kind === 'drop-table') return change.name;
  return 'table' in change ? change.table : undefined;
}

function addedColumn(change: SchemaChange & { kind: 'add-column' }): Hazard[] {
  const { column, constraints } = change;
  const found = new Set<Hazard>(constraints.flatMap((one) => (one.form === 'foreign' ? [] : constraintHazards(one))));
  if (column.nullable === false && column.default === undefined && column.generated === undefined)
    found.add('not-null-without-default');
  if (column.volatile || (column.generated !== undefined && column.generated !== 'virtual'))
    found.add('rewrites-table');
  if (constraints.some((one) => one.form === 'foreign') && column.default !== undefined) found.add('validates-rows');
  return [...found];
}

function changedType(change: SchemaChange & { kind: 'change-type' }, table: CatalogueTable | undefined): Hazard[] {
  const before = table?.columns.get(change.column)?.type;
  if (before === undefined) return ['rewrites-table'];
  const kind = typeChange(before, change.type);
  if (kind === 'narrows') return ['rewrites-table', 'narrows-type'];
  return kind === 'rewrites' || change.using ? ['rewrites-table'] : [];
}

function constraintHazards(constraint: ConstraintDefinition): Hazard[] {
  if (constraint.form === 'foreign' || constraint.form === 'check')
    return constraint.notValid ? [] : ['validates-rows'];
  return constraint.usingIndex === undefined ? ['builds-index'] : [];
}

/** A validated check `x IS NOT NULL` spares the scan. */
function provenNotNull(table: CatalogueTable | undefined, column: string): boolean {
  if (table?.columns.get(column)?.nullable === false) return true;
  return table?.constraints.some((one) => one.notNull?.includes(column) && !one.notValid) ?? false;
}

function rowHazards(statement: string, whole: boolean): Hazard[] {
  if (statement === 'truncate') return ['drops-data'];
  if (statement === 'delete') return whole ? ['drops-data'] : ['deletes-rows'];
  return statement === 'update' && whole ? ['updates-all-rows'] : [];
}
