import type { Node, SelectStmt } from 'libpg-query';
import { words } from '../changes/names.ts';
import type { Scope } from './scope.ts';
import { useColumn } from './scope.ts';
import { walkChange } from './walk-change.ts';
import type { Walk } from './walk-query.ts';
import { walkSelect } from './walk-query.ts';

/** Walks any statement or expression: queries and changes open scopes of their own, names are looked up in `scope`. */
export function walk(value: unknown, scope: Scope, context: Walk): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, scope, context);
    return;
  }
  if (value === null || typeof value !== 'object') return;
  if ('SelectStmt' in value) walkSelect(value.SelectStmt as SelectStmt, scope, context);
  else if ('ColumnRef' in value) {
    const { fields, location } = (value as { ColumnRef: { fields?: Node[]; location?: number } }).ColumnRef;
    const starred = fields?.some((field) => 'A_Star' in field);
    if (!starred) useColumn(words(fields), scope, context.findings, context.offset(location));
  } else if (!walkChange(value as Node, scope, context))
    for (const item of Object.values(value)) walk(item, scope, context);
}
