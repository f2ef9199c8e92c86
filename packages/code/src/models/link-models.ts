import type { ConstraintDefinition, SchemaChange } from '@iama/sql';
import type { ModelColumn, ModelEnum, ModelPart, ModelTable } from './model-part.ts';

/** Puts the models of all files together: columns taken over, enumerations and references by the names code has for them. */
export function linkModels(parts: readonly ModelPart[]): SchemaChange[] {
  const tables = new Map(parts.flatMap((part) => part.tables).map((table) => [table.name, table]));
  const enums = new Map(parts.flatMap((part) => part.enums).map((one) => [one.name, one]));
  const changes: SchemaChange[] = [...enums.values()].map((one) => ({
    kind: 'create-enum',
    at: one.at,
    name: one.type,
    values: one.values,
  }));
  for (const table of parts.flatMap((part) => part.tables))
    if (table.table !== undefined) changes.push(...tableChanges(table, table.table, tables, enums));
  return changes;
}

function tableChanges(
  model: ModelTable,
  table: string,
  tables: ReadonlyMap<string, ModelTable>,
  enums: ReadonlyMap<string, ModelEnum>,
): SchemaChange[] {
  const said = columnsOf(model, tables);
  const named = (key: string) => said.find((column) => column.key === key)?.column.name ?? key;
  const constraints: ConstraintDefinition[] = [];
  const keys = [
    ...said.filter((column) => column.primary).map(({ column }) => column.name),
    ...(model.primaryKey ?? []).map(named),
  ];
  if (keys.length > 0) constraints.push({ form: 'primary', at: model.at, columns: [...new Set(keys)] });
  for (const columns of model.unique ?? [])
    constraints.push({ form: 'unique', at: model.at, columns: columns.map(named) });
  const columns = said.map((one) => {
    const { column } = one;
    const at = column.at;
    if (one.unique) constraints.push({ form: 'unique', at, columns: [column.name] });
    const target = one.references && referenced(one, tables);
    if (target) constraints.push({ form: 'foreign', at, columns: [column.name], references: target.references });
    const type = one.enumeration === undefined ? (column.type ?? target?.type) : enumType(one, enums);
    return { ...column, ...(type === undefined ? {} : { type }) };
  });
  const indexes = (model.indexes ?? []).map(
    (index): SchemaChange => ({
      kind: 'create-index',
      at: model.at,
      table,
      concurrently: false,
      index: { columns: index.columns.map(named), unique: index.unique, partial: false, at: model.at },
    }),
  );
  const origin = { inherits: [], like: [] };
  return [{ kind: 'create-table', at: model.at, table, columns, constraints, origin, temporary: false }, ...indexes];
}

/** Its own columns behind those it takes over; a column said again is its own. */
function columnsOf(
  model: ModelTable,
  tables: ReadonlyMap<string, ModelTable>,
  seen: readonly string[] = [],
): ModelColumn[] {
  if (seen.includes(model.name)) return [];
  const taken = model.takes.flatMap((name) => {
    const other = tables.get(name);
    return other ? columnsOf(other, tables, [...seen, model.name]) : [];
  });
  const own = new Set(model.columns.map(({ key }) => key));
  return [...taken.filter(({ key }) => !own.has(key)), ...model.columns];
}

/** The table and column a reference means; the type of the key there, for a column that does not say its own. */
function referenced(column: ModelColumn, tables: ReadonlyMap<string, ModelTable>) {
  const target = tables.get(column.references?.model ?? '');
  if (target?.table === undefined) return undefined;
  const columns = columnsOf(target, tables);
  const key =
    column.references?.key === undefined
      ? columns.find((one) => one.primary)
      : columns.find((one) => one.key === column.references?.key);
  const type = key?.column.type?.replace(
    /^(BIG|SMALL)?SERIAL$/,
    (_, size = '') => ({ BIG: 'BIGINT', SMALL: 'SMALLINT' })[size as string] ?? 'INTEGER',
  );
  return { references: { table: target.table, columns: key ? [key.column.name] : [] }, type };
}

function enumType(column: ModelColumn, enums: ReadonlyMap<string, ModelEnum>): string | undefined {
  const type = enums.get(column.enumeration ?? '')?.type;
  return type === undefined ? column.column.type : `${type}${/\[\]$/.exec(column.column.type ?? '')?.[0] ?? ''}`;
}
