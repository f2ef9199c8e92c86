import { detectDialect, isPostgres, prepareSql } from '@iama/sql';
import type { Node } from 'oxc-parser';
import type { ModuleReader } from '../typescript/module-reader.ts';
import type { ParsedModule } from '../typescript/parsed-module.ts';
import { propertyName } from '../typescript/property-name.ts';
import type { TextLiteral } from '../typescript/text-literal.ts';
import { textLiterals } from '../typescript/text-literal.ts';
import { codeMigrationPath } from './code-migration-path.ts';
import type { MigrationPart, Unread } from './migration-part.ts';
import { dialectOfPath } from './migration-path.ts';
import { readChanges } from './read-changes.ts';

const statement =
  /^\s*(?:--[^\n]*\n\s*)*(?:CREATE|ALTER|DROP|TRUNCATE|INSERT|UPDATE|DELETE|COMMENT|DO|SET|SELECT|WITH|GRANT|REVOKE|BEGIN|COMMIT)\b/i;
const builders =
  /^(?:createTable|createTableIfNotExists|createView|createType|alterTable|alterColumn|alterType|addColumns?|dropColumns?|dropTable|dropTableIfExists|renameTable|renameColumn|changeColumn|removeColumn|addConstraint|addTypeValue|table|createForeignKey|dropType)$/;

/**
 * Migrations written in TypeScript or JavaScript that hand SQL to the database: TypeORM, MikroORM, and raw statements of
 * Knex, Sequelize and node-pg-migrate. What a builder does instead is told as not read.
 */
export const moduleMigrations: ModuleReader = {
  name: 'module-migrations',
  kinds: ['migration', 'table', 'column'],
  prepare: prepareSql,
  wants: (_, path) => codeMigrationPath(path) !== undefined,
  read(module) {
    const from = codeMigrationPath(module.path);
    const up = from && functionNamed(module, 'up');
    if (!from || !up) return {};
    const literals = textLiterals(module).filter(
      (literal) => isInside(literal.node, up) && statement.test(literal.text),
    );
    const read = literals.map((literal) => readLiteral(module, literal));
    const unread: Unread[] = [...read.flatMap((one) => one.unread), ...builderCalls(module, up)];
    const said = dialectOfPath(module.path);
    const dialect = said ?? literals.map((literal) => detectDialect(literal.text)).find((one) => one) ?? 'postgresql';
    const data: MigrationPart = {
      set: from.set,
      tool: toolOf(module.text),
      direction: 'up',
      ...(functionNamed(module, 'down') ? { hasDown: true } : {}),
      order: from.order,
      dialect,
      postgres: said === 'postgresql' || literals.some((literal) => isPostgres(literal.text)),
      statements: read.reduce((sum, one) => sum + one.statements, 0),
      changes: read.flatMap((one) => one.changes),
      unread,
    };
    return { parts: [{ kind: 'migration', at: { path: module.path, line: 1, column: 1 }, data }] };
  },
};

const shaping = /^\s*(?:--[^\n]*\n\s*)*(?:CREATE|ALTER|DROP)\s+(?:[A-Z]+\s+)*?(?:TABLE|TYPE|DOMAIN)\b/i;

function readLiteral(module: ParsedModule, literal: TextLiteral) {
  const { line, column } = literal.placeAt(0);
  if (literal.holes.length === 0) return readChanges({ path: module.path, line, column }, literal.text);
  const hole: Unread = { line, column, message: 'The statement is put together while it runs', shapes: true };
  return { statements: 1, changes: [], unread: shaping.test(literal.text) ? [hole] : [] };
}

/** The function that goes forward: a method of a class, an exported function, a property of the exports. */
function functionNamed(module: ParsedModule, name: string): Node | undefined {
  const method = module.nodesOf('MethodDefinition').find((node) => propertyName(node) === name);
  if (method) return method.value.body ? method : undefined;
  const declared = module.nodesOf('FunctionDeclaration').find((node) => node.id?.name === name);
  if (declared) return declared;
  const variable = module.nodesOf('VariableDeclarator').find(({ id }) => id.type === 'Identifier' && id.name === name);
  if (variable?.init) return variable;
  const property = module
    .nodesOf('Property')
    .find((node) => propertyName(node) === name && /Function|Arrow/.test(node.value.type));
  if (property) return property;
  return module
    .nodesOf('AssignmentExpression')
    .find(
      ({ left }) =>
        left.type === 'MemberExpression' && left.property.type === 'Identifier' && left.property.name === name,
    );
}

function isInside(node: Node, outer: Node): boolean {
  return node.start >= outer.start && node.end <= outer.end;
}

/** The first call of a builder, or of a function that is handed the connection, tells for all of them. */
function builderCalls(module: ParsedModule, up: Node): Unread[] {
  const connection = connectionOf(up);
  const calls = module.nodesOf('CallExpression').flatMap((call) => {
    if (!isInside(call, up)) return [];
    const { callee } = call;
    if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier')
      return builders.test(callee.property.name) ? [callee.property] : [];
    const handed = call.arguments.some((one) => one.type === 'Identifier' && one.name === connection);
    return callee.type === 'Identifier' && handed ? [callee] : [];
  });
  const [first] = calls;
  if (!first) return [];
  const { line, column } = module.placeAt(first.start);
  return [{ line, column, message: `\`${first.name}()\` builds statements while it runs`, shapes: true }];
}

/** The name of what a migration is given to speak to the database. */
function connectionOf(up: Node): string | undefined {
  const held =
    up.type === 'MethodDefinition' || up.type === 'Property'
      ? up.value
      : up.type === 'VariableDeclarator'
        ? up.init
        : up.type === 'AssignmentExpression'
          ? up.right
          : up;
  const parameter = held && 'params' in held ? (held.params as readonly Node[])[0] : undefined;
  return parameter?.type === 'Identifier' ? parameter.name : undefined;
}

function toolOf(text: string): string {
  if (/['"]typeorm['"]/.test(text)) return 'typeorm';
  if (/@mikro-orm/.test(text)) return 'mikro-orm';
  if (/node-pg-migrate|\bpgm\b/.test(text)) return 'node-pg-migrate';
  if (/queryInterface|sequelize/i.test(text)) return 'sequelize';
  if (/\bkysely\b/i.test(text)) return 'kysely';
  return /\bknex\b/i.test(text) ? 'knex' : 'javascript';
}
