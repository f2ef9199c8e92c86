import type { SchemaChange } from '@iama/sql';
import type { Call, Expression, FunctionDefinition, Statement } from '../../python/syntax/ast.ts';
import type { PythonModule } from '../../python/syntax/parse-python.ts';
import { walk } from '../../python/syntax/walk.ts';
import type { Names } from '../../sqlalchemy/python-values.ts';
import { argument, constantsIn, lastName, named, positional, textOf } from '../../sqlalchemy/python-values.ts';
import type { MigrationPart, Unread } from '../migration-part.ts';
import { readChanges } from '../read-changes.ts';
import { columnOperations } from './column-operations.ts';
import type { Operation } from './operation.ts';
import { tableOperations } from './table-operations.ts';

type Run = Pick<MigrationPart, 'statements' | 'changes' | 'unread'>;

interface State {
  readonly module: PythonModule;
  readonly functions: ReadonlyMap<string, FunctionDefinition>;
  readonly changes: SchemaChange[];
  readonly unread: Unread[];
  statements: number;
  depth: number;
}

/** Follows `upgrade()` statement by statement: operations become changes, conditions are taken to hold, what is not static is told. */
export function runUpgrade(module: PythonModule, upgrade: FunctionDefinition, names: Names): Run {
  const functions = new Map(
    module.body.flatMap((statement) => (statement.type === 'function' ? [[statement.name, statement] as const] : [])),
  );
  const state: State = { module, functions, changes: [], unread: [], statements: 0, depth: 0 };
  runBody(upgrade.body, names, state, false, undefined);
  return { statements: state.statements, changes: state.changes, unread: state.unread };
}

function runBody(
  body: readonly Statement[],
  known: Names,
  state: State,
  conditional: boolean,
  batch: Batch | undefined,
): void {
  const names = constantsIn(body, known);
  for (const statement of body) {
    switch (statement.type) {
      case 'expression':
        runExpression(statement.value, names, state, conditional, batch);
        break;
      case 'assign':
        if (statement.value) runExpression(statement.value, names, state, conditional, batch);
        break;
      case 'if':
        runBody(branchFor(statement), names, state, true, batch);
        break;
      case 'block':
        for (const inner of statement.bodies.slice(0, 1)) runBody(inner, names, state, true, batch);
        break;
      case 'for':
        runLoop(statement, names, state, conditional, batch);
        break;
      case 'with': {
        const opened = statement.items
          .map(({ value, as }) => batchOf(value, as, names))
          .find((one) => one !== undefined);
        runBody(statement.body, names, state, conditional, opened ?? batch);
        break;
      }
      default:
        break;
    }
  }
}

/** A condition is taken to hold; one on the dialect is known. */
function branchFor(statement: Extract<Statement, { type: 'if' }>): readonly Statement[] {
  for (const { test, body } of statement.branches) {
    const compared = test?.type === 'binary' && test.right.type === 'text' ? textOf(test.right, new Map()) : undefined;
    const asks = compared !== undefined && /^(?:postgresql|sqlite|mysql|mariadb|mssql|oracle)$/.test(compared);
    if (!asks || test?.type !== 'binary') return body;
    if ((compared === 'postgresql') === (test.op === '==')) return body;
  }
  return [];
}

/** A table opened by `batch_alter_table`, and the name it goes by. */
export interface Batch {
  readonly name: string;
  readonly table: string;
  readonly schema?: string;
}

function batchOf(value: Expression, as: Expression | undefined, names: Names): Batch | undefined {
  if (value.type !== 'call' || lastName(value.callee) !== 'batch_alter_table') return undefined;
  const table = textOf(argument(value, 0, 'table_name'), names);
  const schema = textOf(named(value, 'schema'), names);
  if (table === undefined) return undefined;
  return { name: as ? lastName(as) : '', table, ...(schema === undefined ? {} : { schema }) };
}

/** A loop over a literal list runs once for every item. */
function runLoop(
  loop: Extract<Statement, { type: 'for' }>,
  names: Names,
  state: State,
  conditional: boolean,
  batch: Batch | undefined,
): void {
  const list = loop.iterable.type === 'name' ? names.get(loop.iterable.name) : loop.iterable;
  const items = list && 'items' in list ? (list.items as readonly Expression[]) : undefined;
  if (!items) {
    runBody(loop.body, names, state, conditional, batch);
    return;
  }
  for (const item of items) {
    const bound = new Map(names);
    const values = item.type === 'tuple' || item.type === 'list' ? item.items : [item];
    const [only] = loop.targets;
    const targets = loop.targets.length === 1 && only?.type === 'tuple' ? only.items : loop.targets;
    for (const [index, target] of targets.entries()) {
      const value = targets.length === 1 ? item : values[index];
      if (target.type === 'name' && value) bound.set(target.name, value);
    }
    runBody(loop.body, bound, state, conditional, batch);
  }
}

function runExpression(
  value: Expression,
  names: Names,
  state: State,
  conditional: boolean,
  batch: Batch | undefined,
): void {
  if (value.type !== 'call') return;
  const at = state.module.placeAt(value.from);
  const receiver = value.callee.type === 'member' ? lastName(value.callee.of) : '';
  const operation: Operation = {
    call: value,
    name: lastName(value.callee),
    at,
    names,
    ...(batch && receiver === batch.name ? { batch } : {}),
    placeAt: (offset) => state.module.placeAt(offset),
  };
  if (value.callee.type === 'name') {
    runFunction(value, value.callee.name, names, state, conditional);
    return;
  }
  if (runSql(operation, state, conditional)) return;
  if (receiver !== 'op' && !operation.batch) {
    if (operation.name === 'create' || operation.name === 'drop') runEnumeration(operation, state);
    else if (operation.name === 'create_all') refuse(operation, state);
    return;
  }
  const made = tableOperations(operation) ?? columnOperations(operation);
  if (made === undefined) return;
  state.statements += 1;
  if (made === 'unread') refuse(operation, state);
  else state.changes.push(...made.map((change) => (conditional ? { ...change, conditional } : change)));
}

/** A function of the same file is followed with its arguments; a function of another that is handed `op` is not. */
function runFunction(call: Call, name: string, names: Names, state: State, conditional: boolean): void {
  const definition = state.functions.get(name);
  if (!definition || state.depth > 3) {
    if (call.args.some(({ value }) => value.type === 'name' && value.name === 'op'))
      refuse({ call, name, at: state.module.placeAt(call.from), names, placeAt: state.module.placeAt }, state);
    return;
  }
  const bound = new Map(names);
  for (const [index, parameter] of definition.params.entries()) {
    const given = argument(call, index, parameter.name) ?? parameter.fallback;
    if (given) bound.set(parameter.name, given);
  }
  state.depth += 1;
  runBody(definition.body, bound, state, conditional || hasReturn(definition), undefined);
  state.depth -= 1;
}

function hasReturn(definition: FunctionDefinition): boolean {
  let found = false;
  walk(definition.body, (node) => {
    if ('type' in node && node.type === 'return') found = true;
    return !found;
  });
  return found;
}

/** `op.execute("…")`, and a connection that executes. */
function runSql(operation: Operation, state: State, conditional: boolean): boolean {
  if (!/^(?:execute|exec_driver_sql)$/.test(operation.name)) return false;
  const [first] = positional(operation.call);
  const text = textOf(first, operation.names);
  if (text === undefined) {
    const said =
      first?.type === 'text'
        ? first.pieces.map((piece) => (piece.type === 'piece' ? piece.value : ' x ')).join('')
        : '';
    if (/\b(?:CREATE|ALTER|DROP)\s+(?:TABLE|TYPE)\b/i.test(said)) refuse(operation, state);
    return true;
  }
  const { line, column } = state.module.placeAt(textStart(first) ?? operation.call.from);
  const read = readChanges({ path: state.module.path, line, column }, text);
  state.statements += read.statements;
  state.changes.push(...read.changes.map((change) => (conditional ? { ...change, conditional } : change)));
  state.unread.push(...read.unread.filter((one) => one.shapes));
  return true;
}

function textStart(node: Expression | undefined): number | undefined {
  if (node?.type === 'call') return textStart(node.args[0]?.value);
  return node?.type === 'text' ? node.pieces[0]?.from : undefined;
}

/** `status_enum.create(op.get_bind())`. */
function runEnumeration(operation: Operation, state: State): void {
  const { callee } = operation.call;
  const value = callee.type === 'member' ? callee.of : undefined;
  const made = value?.type === 'name' ? operation.names.get(value.name) : value;
  if (made?.type !== 'call' || !/^(?:Enum|ENUM)$/.test(lastName(made.callee))) return;
  const name = textOf(named(made, 'name'), operation.names);
  const values = positional(made).map((item) => textOf(item, operation.names));
  if (name === undefined) return;
  state.statements += 1;
  if (operation.name === 'drop') state.changes.push({ kind: 'drop-type', at: operation.at, name, conditional: true });
  else if (!values.includes(undefined))
    state.changes.push({ kind: 'create-enum', at: operation.at, name, values: values as string[] });
}

function refuse(operation: Operation, state: State): void {
  const { line, column } = operation.at;
  state.unread.push({
    line,
    column,
    message: `What \`${operation.name}()\` does is decided while it runs`,
    shapes: true,
  });
}
