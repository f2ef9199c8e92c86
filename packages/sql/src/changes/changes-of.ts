import type { Node } from 'libpg-query';
import type { Statement } from '../read-statements.ts';
import { readSlice } from '../read-statements.ts';
import { alterTable } from './alter-table.ts';
import { innerStatements } from './code-blocks.ts';
import { createIndex } from './create-index.ts';
import { createTable, createTableAs, createView } from './create-table.ts';
import { drop } from './drop.ts';
import { objectName, relationName, words } from './names.ts';
import { rename } from './rename.ts';
import type { SchemaChange } from './schema-change.ts';
import { alterEnum, createDomain, createEnum } from './types-and-domains.ts';

export interface StatementChanges {
  readonly changes: readonly SchemaChange[];
  /** The statement builds other statements at run time, so that what it does to the schema can't be read. */
  readonly dynamic: boolean;
}

/** What one statement does to a database, as plain values in order. */
export function changesOf(statement: Statement): StatementChanges {
  const { node } = statement;
  if ('DoStmt' in node) {
    const { found, dynamic } = innerStatements(node.DoStmt, statement);
    let unread = dynamic;
    const changes = found.flatMap(({ start, end }) => {
      const inner = readSlice(statement.source, start, end);
      if (!inner) {
        unread = true;
        return [];
      }
      return inner.flatMap((one) => changesOf(one).changes.map((change) => ({ ...change, conditional: true })));
    });
    return { changes, dynamic: unread };
  }
  return { changes: schemaChanges(node, statement), dynamic: false };
}

function schemaChanges(node: Node, statement: Statement): readonly SchemaChange[] {
  const { at } = statement;
  if ('CreateStmt' in node) return [createTable(node.CreateStmt, statement)];
  if ('AlterTableStmt' in node) return alterTable(node.AlterTableStmt, statement);
  if ('IndexStmt' in node) return [createIndex(node.IndexStmt, statement)];
  if ('DropStmt' in node) return drop(node.DropStmt, statement);
  if ('RenameStmt' in node) return [rename(node.RenameStmt, statement)];
  if ('CreateEnumStmt' in node) return [createEnum(node.CreateEnumStmt, statement)];
  if ('AlterEnumStmt' in node) return [alterEnum(node.AlterEnumStmt, statement)];
  if ('CreateDomainStmt' in node) return [createDomain(node.CreateDomainStmt, statement)];
  if ('CreateTableAsStmt' in node) return [createTableAs(node.CreateTableAsStmt, statement)];
  if ('ViewStmt' in node) return [createView(node.ViewStmt, statement)];
  if ('CreateSchemaStmt' in node) return [{ kind: 'create-schema', at, name: node.CreateSchemaStmt.schemaname ?? '' }];
  if ('AlterObjectSchemaStmt' in node) {
    const { objectType, relation, newschema } = node.AlterObjectSchemaStmt;
    if (objectType === 'OBJECT_TABLE')
      return [{ kind: 'move-table', at, table: relationName(relation), schema: newschema ?? '' }];
    return [{ kind: 'other', at, statement: 'set-schema' }];
  }
  return rowChanges(node, statement);
}

function rowChanges(node: Node, statement: Statement): readonly SchemaChange[] {
  const { at } = statement;
  if ('TruncateStmt' in node)
    return (node.TruncateStmt.relations ?? []).map((relation) => ({
      kind: 'rows',
      at,
      statement: 'truncate',
      table: objectName(relation),
      whole: true,
    }));
  if ('InsertStmt' in node)
    return [{ kind: 'rows', at, statement: 'insert', table: relationName(node.InsertStmt.relation), whole: false }];
  if ('UpdateStmt' in node) {
    const { relation, whereClause } = node.UpdateStmt;
    return [{ kind: 'rows', at, statement: 'update', table: relationName(relation), whole: whereClause === undefined }];
  }
  if ('DeleteStmt' in node) {
    const { relation, whereClause } = node.DeleteStmt;
    return [{ kind: 'rows', at, statement: 'delete', table: relationName(relation), whole: whereClause === undefined }];
  }
  return [sessionChange(node, statement)];
}

function sessionChange(node: Node, statement: Statement): SchemaChange {
  const { at } = statement;
  if ('VariableSetStmt' in node && node.VariableSetStmt.name === 'search_path') {
    const first = node.VariableSetStmt.args?.[0];
    const schema = first && 'A_Const' in first ? first.A_Const.sval?.sval : undefined;
    return { kind: 'search-path', at, schema: schema ?? '' };
  }
  if ('LockStmt' in node)
    return { kind: 'heavy', at, statement: 'lock', table: objectName(node.LockStmt.relations?.[0]) };
  if ('ClusterStmt' in node)
    return { kind: 'heavy', at, statement: 'cluster', table: relationName(node.ClusterStmt.relation) };
  if ('ReindexStmt' in node) {
    const concurrent = (node.ReindexStmt.params ?? []).some(
      (item) => 'DefElem' in item && item.DefElem.defname === 'concurrently',
    );
    if (!concurrent) return { kind: 'heavy', at, statement: 'reindex', table: relationName(node.ReindexStmt.relation) };
  }
  if ('VacuumStmt' in node) {
    const full = (node.VacuumStmt.options ?? []).some((item) => 'DefElem' in item && item.DefElem.defname === 'full');
    if (full) return { kind: 'heavy', at, statement: 'vacuum-full' };
  }
  if ('SelectStmt' in node) {
    const schema = searchPathCall(node);
    if (schema !== undefined) return { kind: 'search-path', at, schema };
  }
  const [name] = Object.keys(node);
  return {
    kind: 'other',
    at,
    statement: (name ?? '')
      .replace(/Stmt$/, '')
      .replace(/(?<!^)(?=[A-Z])/g, '-')
      .toLowerCase(),
  };
}

/** `SELECT set_config('search_path', 'x', …)`, which dumps begin with. */
function searchPathCall(node: Node): string | undefined {
  if (!('SelectStmt' in node)) return undefined;
  const target = node.SelectStmt.targetList?.[0];
  const call = target && 'ResTarget' in target ? target.ResTarget.val : undefined;
  if (!call || !('FuncCall' in call) || words(call.FuncCall.funcname).at(-1) !== 'set_config') return undefined;
  const [name, value] = (call.FuncCall.args ?? []).map((node) => ('A_Const' in node ? node.A_Const.sval?.sval : ''));
  return name === 'search_path' ? (value ?? '') : undefined;
}
