import type { ColumnDef, Node } from 'libpg-query';
import type { Statement } from '../read-statements.ts';
import { isSerialType } from '../types/type-names.ts';
import { typeText } from '../types/type-text.ts';
import { readConstraint } from './constraint.ts';
import { words } from './names.ts';
import type { ColumnDefinition, ConstraintDefinition } from './schema-change.ts';
import { expressionAfterKeyword } from './source-slices.ts';

/** A column of CREATE TABLE or ADD COLUMN, and the constraints written behind it. */
export function readColumn(
  node: ColumnDef,
  statement: Statement,
): { column: ColumnDefinition; constraints: ConstraintDefinition[] } {
  const name = node.colname ?? '';
  const constraints: ConstraintDefinition[] = [];
  const type = node.typeName ? typeText(node.typeName, statement) : undefined;
  let nullable = true;
  let fallback: string | undefined;
  let generated: ColumnDefinition['generated'];
  let volatile = false;
  if (type !== undefined && isSerialType(type)) {
    nullable = false;
    generated = 'serial';
  }
  for (const item of node.constraints ?? []) {
    if (!('Constraint' in item)) continue;
    const constraint = item.Constraint;
    if (constraint.contype === 'CONSTR_NOTNULL') nullable = false;
    else if (constraint.contype === 'CONSTR_DEFAULT') {
      fallback = expressionAfterKeyword(statement.source, statement.offset(constraint.location), statement.end);
      volatile = isVolatile(constraint.raw_expr);
    } else if (constraint.contype === 'CONSTR_IDENTITY') {
      nullable = false;
      generated = 'identity';
    } else if (constraint.contype === 'CONSTR_GENERATED') {
      generated = (constraint as { generated_kind?: string }).generated_kind === 'v' ? 'virtual' : 'stored';
    } else {
      const said = readConstraint(constraint, statement, name);
      if (said) constraints.push(said);
      if (said?.form === 'primary') nullable = false;
    }
  }
  return {
    column: {
      name,
      at: statement.source.place(statement.offset(node.location)),
      ...(type === undefined ? {} : { type }),
      nullable,
      ...(fallback === undefined ? {} : { default: fallback }),
      ...(generated === undefined ? {} : { generated }),
      ...(volatile ? { volatile } : {}),
    },
    constraints,
  };
}

const volatileFunctions =
  /^(?:random|gen_random_uuid|uuid_generate_v\w+|uuidv[47]|clock_timestamp|timeofday|nextval|gen_random_bytes|setseed)$/;

/** True when the expression answers differently for every row. Functions nobody knows are taken for stable. */
function isVolatile(expression: unknown): boolean {
  if (Array.isArray(expression)) return expression.some(isVolatile);
  if (expression === null || typeof expression !== 'object') return false;
  if ('funcname' in expression && volatileFunctions.test(words(expression.funcname as Node[]).at(-1) ?? ''))
    return true;
  return Object.values(expression).some(isVolatile);
}
