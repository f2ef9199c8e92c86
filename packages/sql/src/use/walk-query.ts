import type { CommonTableExpr, Node, RangeVar, SelectStmt, WithClause } from 'libpg-query';
import { outputColumns } from '../changes/create-table.ts';
import { relationName, words } from '../changes/names.ts';
import type { Findings, Scope, Source } from './scope.ts';
import { isHole } from './scope.ts';

/** Where findings go, and how locations of the tree become offsets. */
export interface Walk {
  readonly findings: Findings;
  readonly offset: (location: number | undefined) => number;
  /** A hole of the query may bring in sources. */
  readonly open: boolean;
  /** Walks any statement or expression; names are looked up in `scope`. */
  readonly walk: (value: unknown, scope: Scope, context: Walk) => void;
}

/** A scope in which a statement begins: nothing in sight but what stands around it. */
export function inner(scope: Scope | undefined, context: Walk, queries = scope?.queries): Scope {
  return {
    sources: [],
    ...(scope === undefined ? {} : { parent: scope }),
    queries: queries ?? new Map(),
    open: context.open,
  };
}

/** Walks the queries of a WITH clause and gives the names they get. */
export function walkWith(clause: WithClause | undefined, scope: Scope, context: Walk): Scope['queries'] {
  if (!clause) return scope.queries;
  const queries = new Map(scope.queries);
  for (const node of clause.ctes ?? []) {
    if (!('CommonTableExpr' in node)) continue;
    const one: CommonTableExpr = node.CommonTableExpr;
    const name = one.ctename ?? '';
    const named = words(one.aliascolnames);
    const outputs = named.length > 0 ? named : outputsOf(one.ctequery);
    if (clause.recursive) queries.set(name, outputs && new Set(outputs));
    context.walk(one.ctequery, { ...inner(undefined, context, new Map(queries)) }, context);
    queries.set(name, outputs && new Set(outputs));
  }
  return queries;
}

/** The columns a query gives; undefined when `*` or RETURNING leaves them open. */
function outputsOf(query: Node | undefined): string[] | undefined {
  if (!query || !('SelectStmt' in query)) return undefined;
  const outputs = outputColumns(query);
  const targets = leftmost(query.SelectStmt).targetList ?? [];
  return outputs.length > 0 && outputs.length === targets.length && !JSON.stringify(targets).includes('"A_Star"')
    ? outputs
    : undefined;
}

function leftmost(select: SelectStmt): SelectStmt {
  return select.larg ? leftmost(select.larg) : select;
}

/** Walks a query in a scope of its own. */
export function walkSelect(select: SelectStmt, outer: Scope, context: Walk): void {
  const queries = walkWith(select.withClause, outer, context);
  if (select.larg || select.rarg) {
    const around = { ...outer, queries };
    if (select.larg) walkSelect(select.larg, around, context);
    if (select.rarg) walkSelect(select.rarg, around, context);
    return;
  }
  const scope = inner(outer, context, queries);
  addSources(select.fromClause, scope, context);
  const { targetList, whereClause, havingClause, valuesLists, windowClause, limitCount, limitOffset } = select;
  context.walk(
    [targetList, whereClause, havingClause, valuesLists, windowClause, limitCount, limitOffset],
    scope,
    context,
  );
  const outputs = new Set(
    (targetList ?? []).flatMap((target) =>
      'ResTarget' in target && target.ResTarget.name ? [target.ResTarget.name] : [],
    ),
  );
  context.walk([select.distinctClause, select.groupClause, select.sortClause], { ...scope, outputs }, context);
}

/** Puts what stands in FROM into a scope, then looks at the conditions that join it. */
export function addSources(from: readonly Node[] | undefined, scope: Scope, context: Walk): void {
  const conditions: Node[] = [];
  const add = (node: Node | undefined): Source[] => {
    if (!node) return [];
    if ('JoinExpr' in node) {
      const { larg, rarg, quals, usingClause } = node.JoinExpr;
      const sides = [...add(larg), ...add(rarg)];
      if (quals) conditions.push(quals);
      for (const column of words(usingClause))
        for (const { table } of sides)
          if (table !== undefined) context.findings.column(table, column, 'reads', at(node));
      return sides;
    }
    const source = sourceOf(node, scope, context);
    if (!source) return [];
    scope.sources.push(source);
    return [source];
  };
  const at = (node: Node) => context.offset(firstLocation(node));
  for (const node of from ?? []) add(node);
  context.walk(conditions, scope, context);
}

function sourceOf(node: Node, scope: Scope, context: Walk): Source | undefined {
  if ('RangeVar' in node) return tableSource(node.RangeVar, scope, context, 'reads');
  if ('RangeSubselect' in node) {
    const { alias, subquery, lateral } = node.RangeSubselect;
    context.walk(subquery, lateral ? scope : { ...inner(scope.parent, context, scope.queries) }, context);
    const named = words(alias?.colnames);
    const columns = named.length > 0 ? named : outputsOf(subquery);
    return {
      alias: alias?.aliasname ?? '',
      ...(columns ? { columns: new Set(columns), open: false } : { open: true }),
    };
  }
  if ('RangeTableSample' in node && node.RangeTableSample.relation)
    return sourceOf(node.RangeTableSample.relation, scope, context);
  const [kind] = Object.keys(node);
  if (!kind || !/^(?:Range|Json|Xml)/.test(kind)) return undefined;
  const range = (node as unknown as Record<string, { alias?: { aliasname?: string } }>)[kind];
  context.walk(Object.values(range ?? {}), scope, context);
  return { alias: range?.alias?.aliasname ?? '', open: true };
}

/** A table by its name: what a WITH clause names is none, nor is what a hole stands for. */
export function tableSource(
  range: RangeVar | undefined,
  scope: Scope,
  context: Walk,
  mode: 'reads' | 'writes',
): Source {
  const name = relationName(range);
  const alias = range?.alias?.aliasname ?? range?.relname ?? '';
  if (isHole(name)) return { alias, open: true };
  if (scope.queries.has(name)) {
    const columns = scope.queries.get(name);
    return { alias, ...(columns ? { columns, open: false } : { open: true }) };
  }
  if (/^(?:pg_catalog|information_schema)\.|^pg_/.test(name)) return { alias, open: true };
  context.findings.table(name, mode, context.offset(range?.location));
  return { alias, table: name };
}

function firstLocation(value: unknown): number | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  if ('location' in value && typeof value.location === 'number') return value.location;
  for (const item of Object.values(value)) {
    const found = firstLocation(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
