import type { IndexStmt } from 'libpg-query';
import type { Statement } from '../read-statements.ts';
import { relationName } from './names.ts';
import type { SchemaChange } from './schema-change.ts';

/** `CREATE INDEX`. */
export function createIndex(node: IndexStmt, statement: Statement): SchemaChange {
  let expressions = false;
  const columns = (node.indexParams ?? []).map((parameter) => {
    const name = 'IndexElem' in parameter ? parameter.IndexElem.name : undefined;
    if (name === undefined) expressions = true;
    return name ?? '(expression)';
  });
  return {
    kind: 'create-index',
    at: statement.at,
    ...(node.if_not_exists ? { conditional: true } : {}),
    table: relationName(node.relation),
    concurrently: node.concurrent === true,
    index: {
      ...(node.idxname === undefined ? {} : { name: node.idxname }),
      columns,
      unique: node.unique === true,
      partial: expressions || node.whereClause !== undefined,
      at: statement.at,
    },
  };
}
