import type { Place } from '@iama/model';
import { callBuiltin } from './call-builtin.ts';
import { chooseValue } from './choose-value.ts';
import { executeStatements } from './execute-statements.ts';
import type { Program } from './program.ts';
import { Scope } from './scope.ts';
import type { ClassValue, FunctionValue, Given, Value } from './value.ts';
import { list, memberOfClass, outsideBases, text, unknown } from './value.ts';

const deepest = 40;
const mostReentries = 3;
/** Classes from these are plain instances: their packages make nothing that matters. */
const plain =
  /^(?:abc|typing|enum|pydantic|pydantic_settings|dataclasses|collections|sqlalchemy|sqlmodel|django\.db)\b|^(?:object|Exception|BaseModel|BaseSettings)$/;

/** What calling a value gives. */
export function callValue(program: Program, callee: Value, given: Given, at: Place, words: string): Value {
  switch (callee.is) {
    case 'function':
      return invoke(program, callee, given);
    case 'class':
      return makeInstance(program, callee, given, at);
    case 'external':
      return callBuiltin(program, callee.way, given) ?? program.make(callee.way, given, at);
    case 'attribute':
      return program.callMade(callee.of, callee.name, given, at);
    case 'made':
      program.applyMade(callee, given);
      return given.args[0] ?? unknown(words);
    case 'instance': {
      const own = memberOfClass(callee.of, '__call__');
      return own?.is === 'function' ? invoke(program, { ...own, self: callee }, given) : unknown(words);
    }
    default:
      return unknown(words);
  }
}

function invoke(program: Program, callee: FunctionValue, given: Given): Value {
  const { code } = callee;
  const { limits } = program;
  const words = `${code.name}()`;
  const entered = limits.entered.get(code) ?? 0;
  limits.entered.set(code, entered);
  if (code.body === undefined && code.result === undefined) return unknown(words);
  if (limits.depth >= deepest || entered >= mostReentries) return unknown(words);
  const scope = new Scope(callee.scope.path, callee.scope);
  bindArguments(program, callee, given, scope);
  const returns: Value[] = [];
  limits.depth += 1;
  limits.entered.set(code, entered + 1);
  if (code.result !== undefined) returns.push(program.evaluate(code.result, scope));
  else executeStatements(program, code.body ?? [], scope, returns);
  limits.entered.set(code, entered);
  limits.depth -= 1;
  return chooseValue(returns, words);
}

function bindArguments(program: Program, callee: FunctionValue, given: Given, scope: Scope): void {
  const args = callee.self === undefined ? given.args : [callee.self, ...given.args];
  let position = 0;
  for (const { name, star, fallback } of callee.code.params) {
    if (star === '*') {
      scope.set(name, list(args.slice(position)));
      position = args.length;
    } else if (star === '**') {
      const entries = new Map([...given.named].map(([key, value]) => [key, { key: text(key), value, words: key }]));
      scope.set(name, { is: 'dict', entries });
    } else {
      const named = given.named.get(name);
      const value =
        named ?? args[position] ?? (fallback === undefined ? undefined : program.evaluate(fallback, callee.scope));
      if (named === undefined) position += 1;
      scope.set(name, value ?? unknown(name));
    }
  }
}

function makeInstance(program: Program, made: ClassValue, given: Given, at: Place): Value {
  const outside = outsideBases(made).find((way) => !plain.test(way));
  const self: Value =
    outside === undefined ? { is: 'instance', of: made, fields: new Map() } : program.make(outside, given, at, made);
  const initializer = memberOfClass(made, '__init__');
  if (initializer?.is === 'function') invoke(program, { ...initializer, self }, given);
  else if (self.is === 'instance') for (const [name, value] of given.named) self.fields.set(name, value);
  return self;
}
