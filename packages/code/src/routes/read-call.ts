import type { Place } from '@iama/model';
import type { Call } from '../typescript/evaluation/host.ts';
import { wraps } from '../typescript/evaluation/run.ts';
import type { Value } from '../typescript/evaluation/value.ts';
import { textOf } from '../typescript/evaluation/value.ts';
import type { Expression, Pattern } from '../typescript/script/script.ts';
import type { RouteWorld } from './framework.ts';
import type { RoutePath, Router, Step } from './router.ts';

export const verbs: Readonly<Record<string, string>> = {
  get: 'GET',
  post: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
  del: 'DELETE',
  head: 'HEAD',
  options: 'OPTIONS',
  trace: 'TRACE',
  all: 'ALL',
};

export const root: RoutePath = { text: '', open: false };

/** The paths a value says: a text, a list of texts, or the known end of a text. Undefined when it says none. */
export function pathsOf(value: Value | undefined): RoutePath[] | undefined {
  if (value === undefined) return undefined;
  if (value.is === 'text') return [{ text: value.text, open: false }];
  if (value.is === 'unknown' && value.tail !== undefined && value.tail.includes('/')) {
    return [{ text: value.tail.slice(value.tail.indexOf('/')), open: true }];
  }
  if (value.is !== 'list' || value.items.length === 0) return undefined;
  const all = value.items.map(pathsOf);
  return all.every((paths) => paths !== undefined) ? all.flat() : undefined;
}

/** The arguments from one on, lists opened, each with its words. */
export function flatArguments(call: Call, from: number): { value: Value; words: string }[] {
  const open = (value: Value, words: string, depth: number): { value: Value; words: string }[] =>
    value.is === 'list' && depth < 4
      ? value.items.flatMap((item, index) => open(item, value.words[index] ?? words, depth + 1))
      : [{ value, words }];
  return call.args.slice(from).flatMap((value, index) => open(value, call.words[from + index] ?? '', 0));
}

/** A value as a step of a chain. */
export function stepOf(value: Value, words: string): Step {
  if (value.is !== 'function') return { name: words };
  const wrapped = value.fields.get(wraps);
  if (wrapped?.is === 'function') return stepOf(wrapped, words);
  const { code, scope } = value;
  const at = { path: scope.path, line: code.at[0], column: code.at[1] };
  const inline = words === 'inline' || words === '' || words === code.name;
  const name = inline ? [code.name ?? 'inline', ...(code.hint === undefined ? [] : [code.hint])].join(' ') : words;
  return { name, at, lastLine: code.lastLine };
}

/** The router a value is: directly, or as what a file exports. */
export function routerIn(value: Value, call: Call, world: RouteWorld): Router | undefined {
  const direct = world.routerOf(value);
  if (direct !== undefined) return direct;
  if (value.is !== 'module' && value.is !== 'object') return undefined;
  return world.routerOf(call.member(value, 'default')) ?? world.routerOf(call.member(value, 'router'));
}

/** Methods a value names: `'get'`, `['GET', 'POST']`. */
export function methodsOf(value: Value | undefined): string[] {
  if (value?.is === 'list') return value.items.flatMap(methodsOf);
  const words = textOf(value);
  return words === undefined ? [] : [words.toUpperCase()];
}

/** The field of an object value. */
export function fieldOf(value: Value | undefined, call: Call, ...names: readonly string[]): Value | undefined {
  if (value?.is !== 'object') return undefined;
  for (const name of names) {
    const field = call.member(value, name);
    if (field !== undefined) return field;
  }
  return undefined;
}

/** True for a value that may be a handler: a function, or something nobody knows. */
export function mayHandle(value: Value | undefined): boolean {
  return value?.is === 'function' || value?.is === 'unknown' || value?.is === 'external' || value?.is === 'list';
}

/** Where the call is written that says the argument: a function that only passes on what it is given is not the place. */
export function siteOf(call: Call, index: number): Place {
  let at = call.at;
  let { frame } = call;
  let expression = call.expressions[index];
  while (frame?.by !== undefined) {
    const name = rootName(expression);
    const parameter = name === undefined ? -1 : frame.params.findIndex(({ pattern }) => names(pattern, name));
    if (parameter < 0) break;
    at = frame.by.at;
    expression = frame.by.expressions[parameter];
    frame = frame.by.frame;
  }
  return at;
}

function rootName(expression: Expression | undefined): string | undefined {
  if (typeof expression !== 'object') return undefined;
  if (expression.op === 'member') return rootName(expression.of);
  return expression.op === 'name' ? expression.name : undefined;
}

function names(pattern: Pattern, name: string): boolean {
  if ('name' in pattern) return pattern.name === name;
  if (pattern.rest === name) return true;
  const inner = 'keys' in pattern ? pattern.keys.map(([, one]) => one) : pattern.items.filter((one) => one !== null);
  return inner.some((one) => names(one, name));
}
