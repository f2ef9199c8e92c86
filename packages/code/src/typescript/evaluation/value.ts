import type { ClassCode, FunctionCode } from '../script/script.ts';

/** Names and their values, inside out. `path` is the file, `self` what `this` is. */
export interface Scope {
  readonly path: string;
  readonly self: Value | undefined;
  get(name: string): Value | undefined;
  /** Declares the name here. */
  set(name: string, value: Value): void;
  /** Gives the name another value where it is declared; true when it was. */
  assign(name: string, value: Value): boolean;
}

/** What an expression gives when a script is run without running the program: known, or unknown in words. */
export type Value =
  | TextValue
  | { readonly is: 'plain'; readonly value: number | boolean | null }
  | ListValue
  | ObjectValue
  | FunctionValue
  | ClassValue
  | ModuleValue
  | ExternalValue
  | ThingValue
  | UnknownValue;

export interface TextValue {
  readonly is: 'text';
  readonly text: string;
}

export interface ListValue {
  readonly is: 'list';
  readonly items: Value[];
  /** How each item was written, for naming it. */
  readonly words: string[];
}

export interface ObjectValue {
  readonly is: 'object';
  readonly fields: Map<string, Value>;
  /** The class it is an instance of. */
  readonly of?: ClassValue;
}

export interface FunctionValue {
  readonly is: 'function';
  readonly code: FunctionCode;
  readonly scope: Scope;
  readonly self?: Value;
  /** Properties given to the function, and marks a host left on it. */
  readonly fields: Map<string, Value>;
}

export interface ClassValue {
  readonly is: 'class';
  readonly code: ClassCode;
  readonly scope: Scope;
  readonly fields: Map<string, Value>;
  readonly base?: Value;
}

export interface ModuleValue {
  readonly is: 'module';
  readonly path: string;
}

/** Something of an imported package, or of the language (`from` is then empty). */
export interface ExternalValue {
  readonly is: 'external';
  readonly from: string;
  readonly way: readonly string[];
}

/** Something only the host knows: a router. */
export interface ThingValue {
  readonly is: 'thing';
  readonly thing: object;
}

export interface UnknownValue {
  readonly is: 'unknown';
  readonly words: string;
  /** The known end of a text whose beginning is unknown. */
  readonly tail?: string;
  /** The class its type names, looked up where the type stands. */
  readonly typed?: { readonly name: string; readonly scope: Scope };
}

export function text(words: string): TextValue {
  return { is: 'text', text: words };
}

export function unknown(words: string): UnknownValue {
  return { is: 'unknown', words };
}

export function list(items: readonly Value[], words: readonly string[] = []): ListValue {
  return { is: 'list', items: [...items], words: [...words] };
}

/** The text a value is, numbers included; undefined when it is none or not known. */
export function textOf(value: Value | undefined): string | undefined {
  if (value?.is === 'text') return value.text;
  return value?.is === 'plain' && value.value !== null ? String(value.value) : undefined;
}

/** True when nothing is known about the value: unknown, or something of the running process such as `process.env.PORT`. */
export function isOpen(value: Value): boolean {
  return value.is === 'unknown' || (value.is === 'external' && value.from === '');
}
