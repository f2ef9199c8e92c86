import type { Parameter } from '../script/script.ts';
import type { Scope, Value } from './value.ts';
import { unknown } from './value.ts';

/** What a parameter is when nobody says: unknown, under its own name, with the class its type may name. */
export function missingArgument(parameter: Parameter, scope: Scope): Value {
  const words = 'name' in parameter.pattern ? parameter.pattern.name : 'a value';
  return parameter.type === undefined ? unknown(words) : typedUnknown(words, parameter.type, scope);
}

/** An unknown value of a type; where the type is a class of the repository, its members are still known. */
export function typedUnknown(words: string, type: string, scope: Scope): Value {
  return /^[A-Z]\w*$/.test(type) ? { ...unknown(words), typed: { name: type, scope } } : unknown(words);
}
