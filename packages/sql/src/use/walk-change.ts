import type { InsertStmt, MergeStmt, Node } from 'libpg-query';
import { objectName, relationName, words } from '../changes/names.ts';
import type { Scope, Source } from './scope.ts';
import { isHole } from './scope.ts';
import type { Walk } from './walk-query.ts';
import { addSources, inner, tableSource, walkWith } from './walk-query.ts';

/** Walks a statement that changes rows or tables. False when the node is none. */
export function walkChange(node: Node, scope: Scope, context: Walk): boolean {
  if ('InsertStmt' in node) insert(node.InsertStmt, scope, context);
  else if ('UpdateStmt' in node) {
    const { relation, targetList, whereClause, fromClause, returningClause, withClause } = node.UpdateStmt;
    const own = inner(scope, context, walkWith(withClause, scope, context));
    const target = tableSource(relation, own, context, 'writes');
    own.sources.push(target);
    addSources(fromClause, own, context);
    assign(targetList, target, own, context);
    context.walk([whereClause, returningClause], own, context);
  } else if ('DeleteStmt' in node) {
    const { relation, whereClause, usingClause, returningClause, withClause } = node.DeleteStmt;
    const own = inner(scope, context, walkWith(withClause, scope, context));
    own.sources.push(tableSource(relation, own, context, 'writes'));
    addSources(usingClause, own, context);
    context.walk([whereClause, returningClause], own, context);
  } else if ('MergeStmt' in node) merge(node.MergeStmt, scope, context);
  else if ('CopyStmt' in node) {
    const { relation, query, attlist, is_from: into } = node.CopyStmt;
    const mode = into ? 'writes' : 'reads';
    if (query) context.walk(query, scope, context);
    if (!relation) return true;
    const target = tableSource(relation, inner(scope, context), context, mode);
    for (const column of words(attlist))
      if (target.table !== undefined)
        context.findings.column(target.table, column, mode, context.offset(relation.location));
  } else return tableStatement(node, scope, context);
  return true;
}

/** Statements about whole tables: they write the table they name. */
function tableStatement(node: Node, scope: Scope, context: Walk): boolean {
  const note = (name: string, location: number | undefined, mode: 'reads' | 'writes' = 'writes') => {
    if (name !== '' && !isHole(name)) context.findings.table(name, mode, context.offset(location));
  };
  if ('TruncateStmt' in node) {
    for (const one of node.TruncateStmt.relations ?? [])
      if ('RangeVar' in one) note(relationName(one.RangeVar), one.RangeVar.location);
  } else if ('LockStmt' in node) {
    for (const one of node.LockStmt.relations ?? [])
      if ('RangeVar' in one) note(relationName(one.RangeVar), one.RangeVar.location, 'reads');
  } else if ('CreateStmt' in node) {
    const { relation } = node.CreateStmt;
    if (relation?.relpersistence !== 't') note(relationName(relation), relation?.location);
  } else if ('AlterTableStmt' in node) {
    const { relation, objtype } = node.AlterTableStmt;
    if (objtype === 'OBJECT_TABLE') note(relationName(relation), relation?.location);
  } else if ('IndexStmt' in node) note(relationName(node.IndexStmt.relation), node.IndexStmt.relation?.location);
  else if ('DropStmt' in node) {
    if (node.DropStmt.removeType === 'OBJECT_TABLE')
      for (const one of node.DropStmt.objects ?? []) note(objectName(one), undefined);
  } else if ('ViewStmt' in node) context.walk(node.ViewStmt.query, scope, context);
  else if ('CreateTableAsStmt' in node) context.walk(node.CreateTableAsStmt.query, scope, context);
  else if ('RenameStmt' in node || 'CommentStmt' in node || 'GrantStmt' in node || 'CreateTrigStmt' in node)
    return true;
  else return false;
  return true;
}

function insert(statement: InsertStmt, scope: Scope, context: Walk): void {
  const { relation, cols, selectStmt, onConflictClause, returningClause, withClause } = statement;
  const queries = walkWith(withClause, scope, context);
  const own = inner(scope, context, queries);
  const target = tableSource(relation, own, context, 'writes');
  for (const column of cols ?? [])
    if ('ResTarget' in column) write(target, column.ResTarget.name, context, column.ResTarget.location);
  context.walk(selectStmt, { ...scope, queries }, context);
  own.sources.push(target);
  if (onConflictClause) {
    for (const element of onConflictClause.infer?.indexElems ?? [])
      if ('IndexElem' in element && element.IndexElem.name !== undefined && target.table !== undefined)
        context.findings.column(
          target.table,
          element.IndexElem.name,
          'reads',
          context.offset(onConflictClause.infer?.location ?? onConflictClause.location),
        );
    const updating = inner(own, context, queries);
    updating.sources.push({ ...target, alias: 'excluded' });
    assign(onConflictClause.targetList, target, { ...own, sources: [...own.sources, ...updating.sources] }, context);
    context.walk(
      [onConflictClause.infer?.whereClause, onConflictClause.whereClause],
      {
        ...own,
        sources: [...own.sources, ...updating.sources],
      },
      context,
    );
  }
  context.walk(returningClause, own, context);
}

function merge(statement: MergeStmt, scope: Scope, context: Walk): void {
  const { relation, sourceRelation, joinCondition, mergeWhenClauses, withClause } = statement;
  const own = inner(scope, context, walkWith(withClause, scope, context));
  const target = tableSource(relation, own, context, 'writes');
  own.sources.push(target);
  addSources(sourceRelation ? [sourceRelation] : [], own, context);
  context.walk(joinCondition, own, context);
  for (const clause of mergeWhenClauses ?? []) {
    if (!('MergeWhenClause' in clause)) continue;
    assign(clause.MergeWhenClause.targetList, target, own, context);
    context.walk([clause.MergeWhenClause.condition, clause.MergeWhenClause.values], own, context);
  }
}

/** `SET a = …`: the column is written, the value is read. */
function assign(targets: readonly Node[] | undefined, target: Source, scope: Scope, context: Walk): void {
  for (const one of targets ?? []) {
    if (!('ResTarget' in one)) continue;
    write(target, one.ResTarget.name, context, one.ResTarget.location);
    context.walk(one.ResTarget.val, scope, context);
  }
}

function write(target: Source, column: string | undefined, context: Walk, location: number | undefined): void {
  if (column !== undefined && target.table !== undefined && !isHole(column))
    context.findings.column(target.table, column, 'writes', context.offset(location));
}
