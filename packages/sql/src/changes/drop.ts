import type { DropStmt } from 'libpg-query';
import type { Statement } from '../read-statements.ts';
import { objectName } from './names.ts';
import type { SchemaChange } from './schema-change.ts';

const kinds = {
  OBJECT_TABLE: 'drop-table',
  OBJECT_VIEW: 'drop-view',
  OBJECT_MATVIEW: 'drop-view',
  OBJECT_TYPE: 'drop-type',
  OBJECT_DOMAIN: 'drop-type',
  OBJECT_SCHEMA: 'drop-schema',
} as const;

/** `DROP TABLE`, `DROP TYPE` … : one change for every name. */
export function drop(node: DropStmt, statement: Statement): SchemaChange[] {
  const conditional = node.missing_ok ? { conditional: true } : {};
  return (node.objects ?? []).map((object): SchemaChange => {
    const base = { at: statement.at, ...conditional };
    const name = objectName(object);
    if (node.removeType === 'OBJECT_INDEX')
      return { kind: 'drop-index', ...base, name, concurrently: node.concurrent === true };
    const kind = kinds[node.removeType as keyof typeof kinds] as (typeof kinds)[keyof typeof kinds] | undefined;
    if (kind) return { kind, ...base, name };
    const what = (node.removeType ?? '').replace('OBJECT_', '').toLowerCase();
    return { kind: 'other', ...base, statement: `drop-${what}` };
  });
}
