import type { Node } from 'libpg-query';
import { words } from './names.ts';

export interface CheckFacts {
  /** Closed list of values by column. */
  readonly values: Record<string, readonly string[]>;
  /** Columns the check demands to be not null. */
  readonly notNull: readonly string[];
  /** Every column it names, in order. */
  readonly columns: readonly string[];
}

/** What a CHECK expression says of single columns: `x IN (…)`, `x = ANY (ARRAY[…])`, `x = 'a' OR x = 'b'`, and these joined by AND. */
export function checkFacts(expression: Node | undefined): CheckFacts {
  const values: Record<string, readonly string[]> = {};
  const notNull: string[] = [];
  for (const part of conjuncts(expression)) {
    const list = valueList(part);
    if (list && !(list.column in values)) values[list.column] = list.values;
    if ('NullTest' in part && part.NullTest.nulltesttype === 'IS_NOT_NULL') {
      const column = columnOf(part.NullTest.arg);
      if (column !== undefined) notNull.push(column);
    }
  }
  const columns: string[] = [];
  collectColumns(expression, columns);
  return { values, notNull, columns };
}

function conjuncts(node: Node | undefined): Node[] {
  if (!node) return [];
  if ('BoolExpr' in node && node.BoolExpr.boolop === 'AND_EXPR') return (node.BoolExpr.args ?? []).flatMap(conjuncts);
  return [node];
}

function valueList(node: Node): { column: string; values: string[] } | undefined {
  if ('BoolExpr' in node && node.BoolExpr.boolop === 'OR_EXPR') return anyOf(node.BoolExpr.args ?? []);
  if (!('A_Expr' in node)) return undefined;
  const { kind, name, lexpr, rexpr } = node.A_Expr;
  if (words(name)[0] !== '=') return undefined;
  const column = columnOf(lexpr);
  if (column === undefined || !rexpr) return undefined;
  let items: readonly Node[] | undefined;
  if (kind === 'AEXPR_IN' && 'List' in rexpr) items = rexpr.List.items;
  else if (kind === 'AEXPR_OP_ANY') items = arrayItems(rexpr);
  else if (kind === 'AEXPR_OP') items = [rexpr];
  const values = (items ?? []).map(constant);
  if (values.length === 0 || values.includes(undefined)) return undefined;
  return { column, values: values as string[] };
}

/** `x = 'a' OR x = 'b' OR x IS NULL`: a list when every arm speaks of one column. */
function anyOf(arms: readonly Node[]): { column: string; values: string[] } | undefined {
  const lists = arms
    .filter((arm) => !('NullTest' in arm && arm.NullTest.nulltesttype === 'IS_NULL'))
    .map((arm) => valueList(arm));
  const column = lists[0]?.column;
  if (column === undefined || lists.some((list) => list?.column !== column)) return undefined;
  return { column, values: lists.flatMap((list) => list?.values ?? []) };
}

/** The column a node is, through casts. */
export function columnOf(node: Node | undefined): string | undefined {
  if (!node) return undefined;
  if ('TypeCast' in node) return columnOf(node.TypeCast.arg);
  if ('ColumnRef' in node) return words(node.ColumnRef.fields).at(-1);
  return undefined;
}

function arrayItems(node: Node): readonly Node[] | undefined {
  if ('TypeCast' in node && node.TypeCast.arg) return arrayItems(node.TypeCast.arg);
  if ('A_ArrayExpr' in node) return node.A_ArrayExpr.elements;
  if ('A_Const' in node && node.A_Const.sval?.sval?.startsWith('{')) {
    const items = node.A_Const.sval.sval.slice(1, -1).split(',');
    return items.map((sval): Node => ({ A_Const: { sval: { sval: sval.trim().replace(/^"|"$/g, '') } } }));
  }
  return undefined;
}

function constant(node: Node): string | undefined {
  if ('TypeCast' in node && node.TypeCast.arg) return constant(node.TypeCast.arg);
  if (!('A_Const' in node)) return undefined;
  const { sval, ival, fval, boolval, isnull } = node.A_Const;
  if (isnull) return undefined;
  if (sval) return sval.sval ?? '';
  if (fval) return fval.fval ?? '';
  if (boolval) return boolval.boolval ? 'true' : 'false';
  return String(ival?.ival ?? 0);
}

function collectColumns(value: unknown, into: string[]): void {
  if (Array.isArray(value)) for (const item of value) collectColumns(item, into);
  else if (value !== null && typeof value === 'object') {
    if ('ColumnRef' in value) {
      const column = columnOf(value as Node);
      if (column !== undefined && !into.includes(column)) into.push(column);
    } else for (const item of Object.values(value)) collectColumns(item, into);
  }
}
