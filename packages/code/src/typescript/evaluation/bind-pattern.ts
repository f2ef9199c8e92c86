import type { Expression, Pattern } from '../script/script.ts';
import type { Scope, Value } from './value.ts';
import { list, unknown } from './value.ts';

/** Gives the names of a pattern their values. */
export function bindPattern(
  pattern: Pattern,
  value: Value,
  scope: Scope,
  member: (value: Value, key: string) => Value | undefined,
  evaluate: (expression: Expression) => Value,
): void {
  const bind = (inner: Pattern, given: Value): void => bindPattern(inner, given, scope, member, evaluate);
  if ('name' in pattern) {
    const missing = value.is === 'unknown' && pattern.fallback !== undefined;
    if (pattern.name !== '') scope.set(pattern.name, missing ? evaluate(pattern.fallback as Expression) : value);
  } else if ('keys' in pattern) {
    for (const [key, inner] of pattern.keys) bind(inner, member(value, key) ?? unknown(key));
    if (pattern.rest !== undefined)
      scope.set(pattern.rest, value.is === 'object' ? restOf(pattern.keys, value) : value);
  } else {
    pattern.items.forEach((inner, index) => {
      if (inner !== null) bind(inner, member(value, String(index)) ?? unknown(String(index)));
    });
    if (pattern.rest !== undefined && value.is === 'list') {
      scope.set(pattern.rest, list(value.items.slice(pattern.items.length)));
    }
  }
}

function restOf(keys: readonly (readonly [string, Pattern])[], value: Extract<Value, { is: 'object' }>): Value {
  const taken = new Set(keys.map(([key]) => key));
  return { is: 'object', fields: new Map([...value.fields].filter(([key]) => !taken.has(key))) };
}
