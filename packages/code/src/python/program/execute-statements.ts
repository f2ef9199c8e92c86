import type { Import, Statement } from '../syntax/ast.ts';
import { assignTargets } from './assign-targets.ts';
import { chooseValue } from './choose-value.ts';
import { printExpression } from './print.ts';
import type { Program } from './program.ts';
import { Scope } from './scope.ts';
import { placeOfSpot } from './script.ts';
import type { ClassValue, FunctionValue, Given, Value } from './value.ts';
import { list, textOf, unknown } from './value.ts';

/** A program that builds things without end is followed no further. */
const mostSteps = 1_000_000;

/** Follows statements; true when one of them returns for sure. */
export function executeStatements(
  program: Program,
  statements: readonly Statement[],
  scope: Scope,
  returns: Value[],
): boolean {
  for (const statement of statements) {
    program.limits.steps += 1;
    if (program.limits.steps > mostSteps || execute(program, statement, scope, returns)) return true;
  }
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
      return executeBranches(program, statement.branches, scope, returns);
    case 'for': {
      const of = program.evaluate(statement.iterable, scope);
      const items =
        of.is === 'list'
          ? [...of.items]
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
      // What comes after the first body of a `try` happens only sometimes.
      statement.bodies.forEach((body, index) => {
        if (index === 0) executeStatements(program, body, scope, returns);
        else executeBranches(program, [{ body }], scope, returns);
      });
      return false;
    default:
      return false;
  }
}

type Branches = Extract<Statement, { type: 'if' }>['branches'];

// Branches whose conditions are known are taken or not; of all others any may be taken, and names keep what is sure.
function executeBranches(program: Program, branches: Branches, scope: Scope, returns: Value[]): boolean {
  const before = scope.snapshot();
  const outcomes: ReadonlyMap<string, Value>[] = [];
  let complete = false;
  for (const { test, body } of branches) {
    const truth =
      test === undefined ? (branches.length > 1 ? true : undefined) : truthOf(program.evaluate(test, scope));
    if (truth === false) continue;
    if (truth === true && outcomes.length === 0 && test !== undefined)
      return executeStatements(program, body, scope, returns);
    const ends = executeStatements(program, body, scope, returns);
    if (!ends) outcomes.push(scope.snapshot());
    for (const [name, value] of before) scope.set(name, value);
    if (truth !== true) continue;
    complete = true;
    break;
  }
  const all = complete ? outcomes : [before, ...outcomes];
  for (const name of new Set(outcomes.flatMap((one) => [...one.keys()]))) {
    const values = all.flatMap((one) => one.get(name) ?? []);
    if (new Set(values).size > 1) scope.set(name, chooseValue(values, name));
    else if (values[0] !== undefined) scope.set(name, values[0]);
  }
  return false;
}

// Only what is written in the code is known; what the environment may set is not, except where it is empty or off by default.
function truthOf(value: Value): boolean | undefined {
  if (value.is === 'constant') return value.value === true;
  const words = textOf(value);
  if (words === '' || words === '0') return false;
  return value.is === 'text' && value.text !== '' ? true : undefined;
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
