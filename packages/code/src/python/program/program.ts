import type { Place } from '@iama/model';
import type { Expression, Statement } from '../syntax/ast.ts';
import { callValue } from './call-value.ts';
import { evaluateExpression } from './evaluate-expression.ts';
import { executeStatements } from './execute-statements.ts';
import { ModuleTree } from './module-tree.ts';
import { printExpression } from './print.ts';
import { Scope } from './scope.ts';
import type { PythonScript } from './script.ts';
import { placeOfSpot } from './script.ts';
import type { ClassValue, FunctionCode, FunctionValue, Given, MadeValue, MethodCall, Value } from './value.ts';
import { memberOfClass, noArguments } from './value.ts';

/**
 * Follows Python files without running them: names, constants, calls, closures, classes and imports over files; both
 * branches of every condition. What packages make is remembered with every call made on it. Always ends.
 */
export class Program {
  readonly tree: ModuleTree;
  /** Everything packages made, in the order it came to be. */
  readonly made: MadeValue[] = [];
  readonly classes: ClassValue[] = [];
  readonly functions: FunctionValue[] = [];
  /** How deep calls are in each other, and how many there were. */
  readonly limits = { depth: 0, steps: 0, entered: new Map<object, number>() };
  readonly #scripts: ReadonlyMap<string, PythonScript>;
  readonly #scopes = new Map<string, Scope>();
  readonly #assumed = new Map<string, MadeValue>();
  readonly #callOf = new Map<MadeValue, MethodCall>();

  constructor(scripts: readonly PythonScript[]) {
    this.#scripts = new Map(scripts.map((script) => [script.path, script]));
    this.tree = new ModuleTree(this.#scripts.keys());
  }

  /** Follows every file's top level. */
  runAll(): void {
    for (const path of this.tree.paths) this.scopeOf(path);
  }

  /** The names of a file, followed once; a circle of imports finds what was given so far. */
  scopeOf(path: string): Scope {
    const known = this.#scopes.get(path);
    if (known !== undefined) return known;
    const scope = new Scope(path);
    this.#scopes.set(path, scope);
    const script = this.#scripts.get(path);
    if (script !== undefined) executeStatements(this, script.body, scope, []);
    return scope;
  }

  /** A setting of a Django project: of the first settings file that has it. */
  settingOf(name: string): Value | undefined {
    for (const path of this.tree.paths) {
      if (!/(?:^|\/)(?:settings|config|conf)(?:\/\w+)?\.py$/.test(path)) continue;
      const value = this.scopeOf(path).get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** What a file gives under a name: its own, or a module inside it. */
  exportOf(path: string, name: string): Value | undefined {
    const own = path.endsWith('.py') ? this.scopeOf(path).get(name) : undefined;
    if (own !== undefined) return own;
    const inner = this.tree.inside(path, name);
    return inner === undefined ? undefined : { is: 'module', path: inner };
  }

  evaluate(expression: Expression, scope: Scope): Value {
    return evaluateExpression(this, expression, scope);
  }

  /** Calls a function or makes an instance of a class of the repository, or remembers what a package is asked to make. */
  call(callee: Value, given: Given, at: Place, words: string): Value {
    return callValue(this, callee, given, at, words);
  }

  /** A function of the repository as a value. */
  define(code: Extract<Statement, { type: 'function' }>, scope: Scope): FunctionValue {
    const { name, params, body, bare } = code;
    const at = placeOfSpot(scope.path, code.nameAt);
    const lastLine = placeOfSpot(scope.path, code.to).line;
    const decorators = code.decorators.map((one) => ({
      value: this.evaluate(one, scope),
      words: printExpression(one),
    }));
    return this.addFunction({ name, params, ...(bare === true ? {} : { body }), at, lastLine }, scope, decorators);
  }

  addFunction(code: FunctionCode, scope: Scope, decorators: FunctionValue['decorators'] = []): FunctionValue {
    const value: FunctionValue = { is: 'function', code, scope, decorators };
    this.functions.push(value);
    return value;
  }

  /** True when the function was followed at least once. */
  hasRun(value: FunctionValue): boolean {
    return this.limits.entered.has(value.code);
  }

  make(way: string, given: Given, at: Place, of?: ClassValue): MadeValue {
    const value: MadeValue = {
      is: 'made',
      way,
      given,
      at,
      calls: [],
      fields: new Map(),
      ...(of === undefined ? {} : { of }),
    };
    this.made.push(value);
    return value;
  }

  /** A router nothing in the repository makes: one for each name it has. */
  assume(way: string, at: Place, key: string): MadeValue {
    const known = this.#assumed.get(key);
    if (known !== undefined) return known;
    const value: MadeValue = { is: 'made', way, given: noArguments, at, calls: [], fields: new Map(), assumed: true };
    this.#assumed.set(key, value);
    this.made.push(value);
    return value;
  }

  /** Remembers a call of a method of something made; methods of the repository's own class are followed. */
  callMade(target: MadeValue, name: string, given: Given, at: Place): Value {
    const own = target.of === undefined ? undefined : memberOfClass(target.of, name);
    if (own?.is === 'function') return this.call({ ...own, self: target }, given, at, name);
    return this.remember(target, name, given, at);
  }

  remember(target: MadeValue, name: string, given: Given, at: Place): MadeValue {
    const result = this.make(`${target.way}.${name}`, given, at);
    const call: MethodCall = { name, given, at, result, applied: [] };
    target.calls.push(call);
    this.#callOf.set(result, call);
    return result;
  }

  /** What a method gave is called itself: a decorator on a function. */
  applyMade(callee: MadeValue, given: Given): void {
    this.#callOf.get(callee)?.applied.push(given);
  }
}
