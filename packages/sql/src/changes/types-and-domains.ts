import type { AlterEnumStmt, CreateDomainStmt, CreateEnumStmt } from 'libpg-query';
import type { Statement } from '../read-statements.ts';
import { typeText } from '../types/type-text.ts';
import { checkFacts } from './check-values.ts';
import { qualified, words } from './names.ts';
import type { SchemaChange } from './schema-change.ts';

/** `CREATE TYPE … AS ENUM`. */
export function createEnum(node: CreateEnumStmt, statement: Statement): SchemaChange {
  return { kind: 'create-enum', at: statement.at, name: qualified(words(node.typeName)), values: words(node.vals) };
}

/** `ALTER TYPE … ADD VALUE` and `RENAME VALUE`. */
export function alterEnum(node: AlterEnumStmt, statement: Statement): SchemaChange {
  const name = qualified(words(node.typeName));
  const value = node.newVal ?? '';
  if (node.oldVal !== undefined)
    return { kind: 'rename-enum-value', at: statement.at, name, value: node.oldVal, to: value };
  return {
    kind: 'add-enum-value',
    at: statement.at,
    ...(node.skipIfNewValExists ? { conditional: true } : {}),
    name,
    value,
    ...(node.newValNeighbor === undefined
      ? {}
      : { neighbour: node.newValNeighbor, after: node.newValIsAfter === true }),
  };
}

/** `CREATE DOMAIN`, with the closed list its check gives. */
export function createDomain(node: CreateDomainStmt, statement: Statement): SchemaChange {
  let values: readonly string[] | undefined;
  for (const item of node.constraints ?? [])
    if ('Constraint' in item && item.Constraint.contype === 'CONSTR_CHECK')
      values ??= checkFacts(item.Constraint.raw_expr).values.value;
  return {
    kind: 'create-domain',
    at: statement.at,
    name: qualified(words(node.domainname)),
    type: node.typeName ? typeText(node.typeName, statement) : '',
    ...(values === undefined ? {} : { values }),
  };
}
