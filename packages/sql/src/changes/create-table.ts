import type { CreateStmt, CreateTableAsStmt, Node, ViewStmt } from 'libpg-query';
import type { Statement } from '../read-statements.ts';
import { readColumn } from './column.ts';
import { readConstraint } from './constraint.ts';
import { relationName, words } from './names.ts';
import type { ColumnDefinition, ConstraintDefinition, SchemaChange, TableOrigin } from './schema-change.ts';

/** `CREATE TABLE`. */
export function createTable(node: CreateStmt, statement: Statement): SchemaChange {
  const columns: ColumnDefinition[] = [];
  const constraints: ConstraintDefinition[] = [];
  const like: { table: string; defaults: boolean; constraints: boolean; indexes: boolean }[] = [];
  for (const element of node.tableElts ?? []) {
    if ('ColumnDef' in element) {
      const said = readColumn(element.ColumnDef, statement);
      columns.push(said.column);
      constraints.push(...said.constraints);
    } else if ('Constraint' in element) {
      const said = readConstraint(element.Constraint, statement);
      if (said) constraints.push(said);
    } else if ('TableLikeClause' in element) {
      const options = element.TableLikeClause.options ?? 0;
      like.push({
        table: relationName(element.TableLikeClause.relation),
        defaults: (options & 8) !== 0,
        constraints: (options & 4) !== 0,
        indexes: (options & 64) !== 0,
      });
    }
  }
  const parents = (node.inhRelations ?? []).flatMap((parent) =>
    'RangeVar' in parent ? [relationName(parent.RangeVar)] : [],
  );
  const origin: TableOrigin = {
    inherits: node.partbound ? [] : parents,
    ...(node.partbound && parents[0] !== undefined ? { partitionOf: parents[0] } : {}),
    like,
  };
  return {
    kind: 'create-table',
    at: statement.at,
    ...(node.if_not_exists ? { conditional: true } : {}),
    table: relationName(node.relation),
    columns,
    constraints,
    origin,
    temporary: node.relation?.relpersistence === 't',
  };
}

/** `CREATE TABLE … AS` and `CREATE MATERIALIZED VIEW`: the names of the columns, as far as the query says them. */
export function createTableAs(node: CreateTableAsStmt, statement: Statement): SchemaChange {
  const table = relationName(node.into?.rel);
  const named = words(node.into?.colNames);
  const columns = named.length > 0 ? named : outputColumns(node.query);
  if (node.objtype === 'OBJECT_MATVIEW') return { kind: 'create-view', at: statement.at, table, columns };
  const source = onlyTable(node.query);
  const star = source !== undefined && named.length === 0 && columns.length === 0;
  return {
    kind: 'create-table',
    at: statement.at,
    ...(node.if_not_exists ? { conditional: true } : {}),
    table,
    columns: columns.map((name) => {
      const like = named.length === 0 && source !== undefined ? copied(node.query, name, source) : undefined;
      return { name, at: statement.at, ...(like === undefined ? {} : { like }) };
    }),
    constraints: [],
    origin: { inherits: [], like: star ? [{ table: source, ...nothing }] : [], query: true },
    temporary: node.into?.rel?.relpersistence === 't',
  };
}

const nothing = { defaults: false, constraints: false, indexes: false };

/** The one table a query takes everything from. */
function onlyTable(query: Node | undefined): string | undefined {
  const from = query && 'SelectStmt' in query ? query.SelectStmt.fromClause : undefined;
  const [first] = from ?? [];
  return from?.length === 1 && first && 'RangeVar' in first ? relationName(first.RangeVar) : undefined;
}

/** The column of the table that an output column is, when it is one unchanged. */
function copied(query: Node | undefined, name: string, table: string): { table: string; column: string } | undefined {
  if (!query || !('SelectStmt' in query)) return undefined;
  for (const target of query.SelectStmt.targetList ?? []) {
    const value = 'ResTarget' in target ? target.ResTarget.val : undefined;
    if (!value || !('ColumnRef' in value) || !('ResTarget' in target)) continue;
    const column = words(value.ColumnRef.fields).at(-1);
    if (column !== undefined && (target.ResTarget.name ?? column) === name) return { table, column };
  }
  return undefined;
}

/** `CREATE VIEW`. */
export function createView(node: ViewStmt, statement: Statement): SchemaChange {
  const named = words(node.aliases);
  const columns = named.length > 0 ? named : outputColumns(node.query);
  return { kind: 'create-view', at: statement.at, table: relationName(node.view), columns };
}

/** The names a query gives its columns; nothing of `*`. */
export function outputColumns(query: Node | undefined): string[] {
  if (!query || !('SelectStmt' in query)) return [];
  const select = query.SelectStmt.larg ? leftmost(query) : query.SelectStmt;
  return (select?.targetList ?? []).flatMap((target) => {
    if (!('ResTarget' in target)) return [];
    if (target.ResTarget.name !== undefined) return [target.ResTarget.name];
    const value = target.ResTarget.val;
    if (value && 'ColumnRef' in value) return words(value.ColumnRef.fields).slice(-1);
    if (value && 'FuncCall' in value) return words(value.FuncCall.funcname).slice(-1);
    return [];
  });
}

function leftmost(query: Node) {
  let select = 'SelectStmt' in query ? query.SelectStmt : undefined;
  while (select?.larg) select = select.larg;
  return select;
}
