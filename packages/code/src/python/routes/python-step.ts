import type { Step } from '../../routes/router.ts';
import type { ClassValue, FunctionValue, Given, Value } from '../program/value.ts';

/** A value as a step of a chain: a function or class with its place, anything else by its words. */
export function stepOf(value: Value | undefined, words: string): Step {
  if (value?.is === 'function') return functionStep(value);
  if (value?.is === 'class') return { name: value.code.name, at: value.at };
  if (value?.is === 'instance') return { name: words, at: value.of.at };
  return { name: words };
}

function functionStep({ code }: FunctionValue): Step {
  return { name: code.name, at: code.at, lastLine: code.lastLine };
}

/** A method of a class as a step: `Class.method`. */
export function methodStep(of: ClassValue, name: string, method: Value | undefined): Step {
  if (method?.is !== 'function') return { name: `${of.code.name}.${name}`, at: of.at };
  return { name: `${of.code.name}.${name}`, at: method.code.at, lastLine: method.code.lastLine };
}

/** The decorators between a route's and its function, as steps: what runs before the function. */
export function innerDecorators({ args, words }: Given): Step[] {
  return args
    .slice(1)
    .map((value, index) => ({ name: (words[index + 1] ?? '').replace(/\(.*$/s, ''), ...placeOf(value) }));
}

function placeOf(value: Value): Partial<Step> {
  return value.is === 'function' ? { at: value.code.at, lastLine: value.code.lastLine } : {};
}

/** Methods a value names: `["GET", "POST"]`, `{"GET"}`. */
export function methodsOf(value: Value | undefined, fallback: readonly string[]): string[] {
  if (value?.is === 'list') {
    const named = value.items.flatMap((item) => (item.is === 'text' ? [item.text.toUpperCase()] : []));
    return named.length > 0 ? named : [...fallback];
  }
  return value?.is === 'text' ? [value.text.toUpperCase()] : [...fallback];
}
