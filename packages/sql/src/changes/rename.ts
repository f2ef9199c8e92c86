import type { RenameStmt } from 'libpg-query';
import type { Statement } from '../read-statements.ts';
import { objectName, relationName } from './names.ts';
import type { SchemaChange } from './schema-change.ts';

/** `ALTER … RENAME`. */
export function rename(node: RenameStmt, statement: Statement): SchemaChange {
  const base = { at: statement.at, ...(node.missing_ok ? { conditional: true } : {}) };
  const table = relationName(node.relation);
  const to = node.newname ?? '';
  const name = node.subname ?? '';
  switch (node.renameType) {
    case 'OBJECT_TABLE':
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW':
      return { kind: 'rename-table', ...base, table, to };
    case 'OBJECT_COLUMN':
      return { kind: 'rename-column', ...base, table, column: name, to };
    case 'OBJECT_TABCONSTRAINT':
      return { kind: 'rename-constraint', ...base, table, name, to };
    case 'OBJECT_INDEX':
      return { kind: 'rename-index', ...base, name: table, to };
    case 'OBJECT_TYPE':
    case 'OBJECT_DOMAIN':
      return { kind: 'rename-type', ...base, name: objectName(node.object), to };
    default:
      return { kind: 'other', ...base, statement: 'rename' };
  }
}
