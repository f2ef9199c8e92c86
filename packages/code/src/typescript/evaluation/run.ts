import type { Place } from '@iama/model';
import type { CallExpression, Expression, Pattern, Script, Statement } from '../script/script.ts';
import { assignValue } from './assign-value.ts';
import { bindPattern } from './bind-pattern.ts';
import { chooseValue } from './choose-value.ts';
import { dispatchCall, isSuper } from './dispatch-call.ts';
import type { Evaluation } from './evaluation.ts';
import { executeStatements } from './execute-statements.ts';
import type { Alias } from './file-tree.ts';
import type { Call, Frame, Host } from './host.ts';
import { makeInstance, superMethod } from './instance.ts';
import { importedValue, lookUpName, outside } from './look-up-name.ts';
import { memberOf } from './member.ts';
import { missingArgument, typedUnknown } from './missing-argument.ts';
import { Modules } from './modules.ts';
import { printExpression } from './print-expression.ts';
import { openScope } from './scope.ts';
import type { ClassValue, ExternalValue, FunctionValue, Scope, Value } from './value.ts';
import { isOpen, list, text, textOf, unknown } from './value.ts';

/** The field under which a function keeps the function it wraps. */
export const wraps = '#wraps';

const deepest = 60;
const mostReentries = 3;

/**
 * Runs scripts without running the program: follows names, constants, calls, closures, classes and imports over files,
 * takes both branches of every condition, and asks the host what calls into packages mean. Always ends.
 */
export class Run implements Evaluation {
  readonly modules: Modules;
  readonly host: Host;
  /** True when a limit cut the run short. */
  exhausted = false;
  readonly #scopes = new Map<string, Scope>();
  #frame: Frame | undefined;
  #steps = 0;
  #depth = 0;
  readonly #most: number;
  readonly #instances = new Map<ClassValue, Value>();
  readonly #entered = new Map<object, number>();
  readonly #unknownMembers = new WeakMap<Value, Map<string, Value>>();

  constructor(scripts: readonly Script[], aliases: readonly Alias[], host: Host, mostSteps = 2_000_000) {
    this.host = host;
    this.#most = mostSteps;
    this.modules = new Modules(scripts, aliases, (script) => {
      const scope = openScope(script.path);
      this.#scopes.set(script.path, scope);
      this.execute(script.body, scope, []);
    });
  }

  /** Runs every file's top level. */
  runAll(): void {
    for (const path of this.modules.files.paths) this.modules.run(path);
  }

  /** What an expression gives at the top level of a file. */
  evaluateIn(path: string, expression: Expression): Value {
    this.modules.run(path);
    return this.evaluate(expression, this.#scopes.get(path) ?? openScope(path));
  }

  evaluate(expression: Expression, scope: Scope): Value {
    if (typeof expression === 'string') return text(expression);
    switch (expression.op) {
      case 'value':
        return { is: 'plain', value: expression.value };
      case 'join':
        return this.#join(expression.parts, scope);
      case 'name':
        return lookUpName(expression.name, scope, this.modules);
      case 'imported':
        return importedValue(expression.from, expression.name, scope.path, this.modules);
      case 'this':
        return scope.self ?? unknown('this');
      case 'member':
        return this.#member(expression, scope);
      case 'call':
        return this.#call(expression, scope);
      case 'function': {
        const value: FunctionValue = { is: 'function', code: expression.code, scope, fields: new Map() };
        this.host.declareFunction?.(value);
        return value;
      }
      case 'class':
        return this.#class(expression, scope);
      case 'object':
        return this.#object(expression, scope);
      case 'list': {
        const { values, words } = this.#items(expression.items, scope);
        return list(values, words);
      }
      case 'spread':
        return this.evaluate(expression.of, scope);
      case 'either': {
        const values = expression.of.map((one) => this.evaluate(one, scope));
        const [first] = values;
        if (expression.when === 'missing' && first && !isOpen(first) && textOf(first) !== '') {
          if (first.is !== 'plain' || first.value) return first;
        }
        return chooseValue(expression.when === 'missing' ? values.slice(1) : values, printExpression(expression));
      }
      case 'import': {
        const from = textOf(this.evaluate(expression.from, scope));
        if (from === undefined) return unknown(printExpression(expression));
        const path = this.modules.files.find(from, scope.path);
        return path === undefined ? outside(from, '*') : this.modules.whole(path);
      }
      case 'assign': {
        const value = this.evaluate(expression.value, scope);
        assignValue(this, expression.to, value, scope);
        return value;
      }
      case 'typed':
        return typedUnknown(expression.type, expression.type, scope);
      case 'other':
        return unknown(expression.text);
    }
  }

  execute(statements: readonly Statement[], scope: Scope, returns: Value[]): void {
    executeStatements(this, statements, scope, returns);
  }

  bind(pattern: Pattern, value: Value, scope: Scope): void {
    const member = (of: Value, key: string): Value | undefined => this.member(of, key);
    bindPattern(pattern, value, scope, member, (expression) => this.evaluate(expression, scope));
  }

  makeExternal(external: ExternalValue, args: readonly Value[], at: Place): Value | undefined {
    return this.host.callExternal(external, this.#callOf([...args], [], [], at, true));
  }

  invoke(callee: Value, args: readonly Value[], self?: Value, by?: Call): Value {
    if (callee.is === 'class') return makeInstance(this, callee, args);
    if (callee.is !== 'function') return unknown('a call');
    const { code } = callee;
    const name = `${code.name ?? 'a function'}()`;
    const entered = this.#entered.get(code) ?? 0;
    this.host.enterFunction?.(callee);
    if (code.body === undefined) return unknown(name);
    if (this.#depth >= deepest || entered >= mostReentries || this.#steps++ > this.#most) {
      this.exhausted ||= this.#steps > this.#most;
      return unknown(name);
    }
    const own = code.arrow ? undefined : (self ?? callee.self);
    const scope = openScope(callee.scope.path, callee.scope, own);
    code.params.forEach((parameter, index) => {
      const given = parameter.rest ? list(args.slice(index)) : args[index];
      this.bind(parameter.pattern, given ?? missingArgument(parameter, callee.scope), scope);
    });
    const returns: Value[] = [];
    const outer = this.#frame;
    this.#frame = { params: code.params, ...(by === undefined ? {} : { by }) };
    this.#depth++;
    this.#entered.set(code, entered + 1);
    this.execute(code.body, scope, returns);
    this.#entered.set(code, entered);
    this.#depth--;
    this.#frame = outer;
    return wrapping(chooseValue(returns, name), callee, args);
  }

  member(value: Value, key: string): Value | undefined {
    if (value.is !== 'unknown' || value.typed === undefined) return memberOf(this, value, key);
    const named = lookUpName(value.typed.name, value.typed.scope, this.modules);
    return named.is === 'class' ? memberOf(this, this.instanceOf(named), key) : undefined;
  }

  /** The one instance that stands for all a container would make of the class. */
  instanceOf(made: ClassValue): Value {
    const known = this.#instances.get(made);
    if (known !== undefined) return known;
    this.#instances.set(made, unknown(made.code.name ?? 'an instance'));
    const instance = makeInstance(this, made, []);
    this.#instances.set(made, instance);
    return instance;
  }

  #join(parts: readonly Expression[], scope: Scope): Value {
    const texts = parts.map((part) => textOf(this.evaluate(part, scope)));
    if (!texts.includes(undefined)) return text(texts.join(''));
    const tail = texts.slice(texts.lastIndexOf(undefined) + 1).join('');
    return { ...unknown(printExpression({ op: 'join', parts })), tail };
  }

  #member(expression: Extract<Expression, { op: 'member' }>, scope: Scope): Value {
    const key = textOf(this.evaluate(expression.key, scope));
    if (key === undefined) return unknown(printExpression(expression));
    if (isSuper(expression.of)) return superMethod(scope, key) ?? unknown(printExpression(expression));
    const value = this.evaluate(expression.of, scope);
    return this.member(value, key) ?? this.#unknownMember(value, key, printExpression(expression));
  }

  /** The same unknown each time, so that a host can tell it again. */
  #unknownMember(value: Value, key: string, words: string): Value {
    const members = this.#unknownMembers.get(value) ?? new Map<string, Value>();
    this.#unknownMembers.set(value, members);
    const member = members.get(key) ?? unknown(words);
    members.set(key, member);
    return member;
  }

  #class(expression: Extract<Expression, { op: 'class' }>, scope: Scope): Value {
    const { code } = expression;
    const base = code.extends === undefined ? {} : { base: this.evaluate(code.extends, scope) };
    const value: ClassValue = { is: 'class', code, scope, fields: new Map(), ...base };
    for (const field of code.fields)
      if (field.static) value.fields.set(field.key, this.evaluate(field.value, openScope(scope.path, scope, value)));
    this.host.declareClass?.(value);
    return value;
  }

  #object(expression: Extract<Expression, { op: 'object' }>, scope: Scope): Value {
    const fields = new Map<string, Value>();
    for (const [key, one] of expression.entries) {
      const value = this.evaluate(one, scope);
      const name = key === null ? undefined : textOf(this.evaluate(key, scope));
      if (name !== undefined) fields.set(name, value);
      else if (key === null && value.is === 'object')
        for (const [inner, given] of value.fields) fields.set(inner, given);
      else if (key === null && value.is === 'module')
        for (const inner of this.modules.names(value.path))
          fields.set(inner, this.member(value, inner) ?? unknown(inner));
    }
    return { is: 'object', fields };
  }

  #items(expressions: readonly Expression[], scope: Scope): { values: Value[]; words: string[]; given: Expression[] } {
    const values: Value[] = [];
    const words: string[] = [];
    const given: Expression[] = [];
    for (const expression of expressions) {
      const value = this.evaluate(expression, scope);
      const spread = typeof expression === 'object' && expression.op === 'spread';
      const items = spread && value.is === 'list' ? value.items : [value];
      items.forEach((item, index) => {
        values.push(item);
        words.push(spread && value.is === 'list' ? (value.words[index] ?? '') : printExpression(expression));
        given.push(expression);
      });
    }
    return { values, words, given };
  }

  #call(expression: CallExpression, scope: Scope): Value {
    const { values, words, given } = this.#items(expression.args, scope);
    const at = { path: scope.path, line: expression.at[0], column: expression.at[1] };
    const call = this.#callOf(values, words, given, at, expression.make === true);
    return dispatchCall(this, expression, call, scope) ?? unknown(printExpression(expression));
  }

  #callOf(args: Value[], words: string[], expressions: Expression[], at: Place, make: boolean): Call {
    return {
      args,
      words,
      expressions,
      at,
      make,
      ...(this.#frame === undefined ? {} : { frame: this.#frame }),
      invoke: (callee, given, self) => this.invoke(callee, given, self),
      load: (path) => this.modules.whole(path),
      namesOf: (path) => this.modules.names(path),
      member: (value, key) => this.member(value, key),
    };
  }
}

/** A function made around another one remembers it: `wrap(handler)` is still that handler. */
function wrapping(result: Value, callee: FunctionValue, args: readonly Value[]): Value {
  const inner = args.find((value) => value.is === 'function');
  if (result.is === 'function' && inner && result !== inner && result.scope.path === callee.scope.path) {
    result.fields.set(wraps, inner);
  }
  return result;
}
