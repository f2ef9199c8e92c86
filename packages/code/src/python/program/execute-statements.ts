import type { Import, Statement } from '../syntax/ast.ts';
import { assignTargets } from './assign-targets.ts';
import { printExpression } from './print.ts';
import type { Program } from './program.ts';
import { Scope } from './scope.ts';
import { placeOfSpot } from './script.ts';
import type { ClassValue, FunctionValue, Given, Value } from './value.ts';
import { list, unknown } from './value.ts';

/** Follows statements; true when one of them returns for sure. */
export function executeStatements(
  program: Program,
  statements: readonly Statement[],
  scope: Scope,
  returns: Value[],
): boolean {
  for (const statement of statements) if (execute(program, statement, scope, returns)) return true;
  return false;
}

function execute(program: Program, statement: Statement, scope: Scope, returns: Value[]): boolean {
  switch (statement.type) {
    case 'import':
      executeImport(program, statement, scope);
      return false;
    case 'function': {
      const value = program.define(statement, scope);
      scope.set(statement.name, value);
      decorate(program, value);
      return false;
    }
    case 'class':
      executeClass(program, statement, scope);
      return false;
    case 'assign': {
      if (statement.value === undefined) return false;
      const value = program.evaluate(statement.value, scope);
      for (const target of statement.targets) assignTargets(program, [target], value, scope);
      return false;
    }
    case 'augment':
      executeAugment(program, statement, scope);
      return false;
    case 'expression':
      program.evaluate(statement.value, scope);
      return false;
    case 'return':
      returns.push(...statement.values.map((value) => program.evaluate(value, scope)));
      return true;
    case 'if':
      for (const { body } of statement.branches) executeStatements(program, body, scope, returns);
      return false;
    case 'for': {
      const of = program.evaluate(statement.iterable, scope);
      const items =
        of.is === 'list'
          ? of.items
          : of.is === 'dict'
            ? [...of.entries.values()].map((one) => one.key)
            : [unknown('an item')];
      for (const item of items) {
        assignTargets(program, statement.targets, item, scope);
        executeStatements(program, statement.body, scope, returns);
      }
      return false;
    }
    case 'with':
      for (const { value, as } of statement.items) {
        const entered = program.evaluate(value, scope);
        if (as !== undefined) assignTargets(program, [as], entered, scope);
      }
      return executeStatements(program, statement.body, scope, returns);
    case 'block':
      for (const body of statement.bodies) executeStatements(program, body, scope, returns);
      return false;
    default:
      return false;
  }
}

function executeImport(program: Program, statement: Import, scope: Scope): void {
  for (const { from, name, as } of statement.names) {
    const path = program.tree.find(from, scope.path);
    if (name === '*') {
      if (path === undefined || !path.endsWith('.py')) continue;
      const source = program.scopeOf(path);
      for (const one of source.names) scope.set(one, source.get(one) as Value);
    } else if (path === undefined) {
      const way = from.startsWith('.') ? undefined : name === undefined ? from : `${from}.${name}`;
      scope.set(as, way === undefined ? unknown(as) : { is: 'external', way });
    } else if (name === undefined) scope.set(as, { is: 'module', path });
    else scope.set(as, program.exportOf(path, name) ?? unknown(as));
  }
}

function executeClass(program: Program, code: Extract<Statement, { type: 'class' }>, scope: Scope): void {
  const bases = code.args.filter((one) => one.name === undefined).map((one) => program.evaluate(one.value, scope));
  const inner = new Scope(scope.path, scope);
  executeStatements(program, code.body, inner, []);
  const members = new Map(inner.names.map((name) => [name, inner.get(name) as Value]));
  const decorators = code.decorators.map((one) => ({
    value: program.evaluate(one, scope),
    words: printExpression(one),
  }));
  const value: ClassValue = {
    is: 'class',
    code,
    scope,
    bases,
    members,
    decorators,
    at: placeOfSpot(scope.path, code.nameAt),
  };
  scope.set(code.name, value);
  program.classes.push(value);
  for (const { value: decorator } of [...decorators].reverse()) apply(program, decorator, value, code.name, [], []);
}

// The innermost decorator first; each is told those that are put on before it.
function decorate(program: Program, value: FunctionValue): void {
  value.decorators.forEach(({ value: decorator }, index) => {
    const inner = value.decorators.slice(index + 1);
    apply(
      program,
      decorator,
      value,
      value.code.name,
      inner.map((one) => one.value),
      inner.map((one) => one.words),
    );
  });
}

function apply(
  program: Program,
  decorator: Value,
  value: FunctionValue | ClassValue,
  name: string,
  args: Value[],
  words: string[],
): void {
  const given: Given = { args: [value, ...args], words: [name, ...words], named: new Map(), namedWords: new Map() };
  if (decorator.is === 'made' || decorator.is === 'attribute')
    program.call(decorator, given, value.is === 'class' ? value.at : value.code.at, name);
  else if (decorator.is === 'function' && decorator.code.body !== undefined)
    program.call(decorator, given, decorator.code.at, name);
}

function executeAugment(program: Program, statement: Extract<Statement, { type: 'augment' }>, scope: Scope): void {
  const before = program.evaluate(statement.target, scope);
  const value = program.evaluate(statement.value, scope);
  if (statement.op !== '+') return;
  if (before.is === 'list') {
    const added = value.is === 'list' ? value : list([value], [printExpression(statement.value)]);
    before.items.push(...added.items);
    before.words.push(...added.items.map((_, index) => added.words[index] ?? ''));
    return;
  }
  const sum = program.evaluate(
    { type: 'binary', op: '+', left: statement.target, right: statement.value, from: statement.from, to: 0 },
    scope,
  );
  assignTargets(program, [statement.target], sum, scope);
}
