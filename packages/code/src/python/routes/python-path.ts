import type { RoutePath } from '../../routes/router.ts';
import type { Value } from '../program/value.ts';
import { textOf } from '../program/value.ts';

export const nowhere: RoutePath = { text: '', open: false };

/** The path a value says, parameters as `:name`: `/users/{id}`, `/users/{id:path}`, `/users/<int:id>`. Undefined when it says none. */
export function pathOf(value: Value | undefined): RoutePath | undefined {
  const words = textOf(value);
  if (words !== undefined) return { text: withParameters(words), open: false };
  if (value?.is === 'unknown' && value.tail?.includes('/')) {
    return { text: withParameters(value.tail.slice(value.tail.indexOf('/'))), open: true };
  }
  return undefined;
}

/** A prefix: as a path, and empty when none is given. One that is not constant leaves the beginning open. */
export function prefixOf(value: Value | undefined): RoutePath {
  if (value === undefined || (value.is === 'constant' && value.value === null)) return nowhere;
  return pathOf(value) ?? { text: '', open: true };
}

function withParameters(path: string): string {
  return path.replace(/\{(\w+)(?::[^{}]*)?\}/g, ':$1').replace(/<(?:[^<>:]+:)?(\w+)>/g, ':$1');
}

/** The path a regular expression of Django says; what can't be said as a path is a wildcard. */
export function pathOfPattern(pattern: string): string {
  let path = '';
  let unnamed = 0;
  const source = pattern.replace(/^\^/, '').replace(/(?<!\\)\\?\$$|\\Z$/, '');
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at] as string;
    if (char === '(') {
      const end = closeOf(source, at);
      const name = /^\(\?P<(\w+)>/.exec(source.slice(at))?.[1];
      const quiet = source.startsWith('(?:', at) || source.startsWith('(?=', at) || source.startsWith('(?!', at);
      const optional = /[?*]/.test(source[end + 1] ?? '');
      if (name !== undefined) path += `:${name}`;
      else if (!quiet) {
        unnamed += 1;
        path += `:arg${unnamed}`;
      } else if (!optional && !source.startsWith('(?=', at) && !source.startsWith('(?!', at)) {
        path += pathOfPattern(source.slice(at + 3, end).split('|')[0] ?? '');
      }
      at = optional || /[+{]/.test(source[end + 1] ?? '') ? end + 1 : end;
    } else if (char === '[') {
      const end = source.indexOf(']', at);
      path += '*';
      at = end === -1 ? source.length : end;
    } else if (char === '\\') {
      const next = source[at + 1] ?? '';
      path += /[dwsDWS]/.test(next) ? '*' : next;
      at += 1;
    } else if (char === '.' && /[*+]/.test(source[at + 1] ?? '')) {
      path += '*';
      at += 1;
    } else if (char === '?') path = path.slice(0, -1);
    else if (char !== '^' && char !== '+' && !(char === '*' && path.endsWith('*'))) path += char;
  }
  return path;
}

function closeOf(source: string, open: number): number {
  let depth = 0;
  for (let at = open; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === '(') depth += 1;
    else if (source[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return source.length - 1;
}
