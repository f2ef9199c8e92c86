import type { Place } from '@iama/model';
import type { ClassDefinition, Expression, FunctionDefinition, Parameter } from '../syntax/ast.ts';
import type { Scope } from './scope.ts';

/** What an expression gives when a program is followed without running it: known, made by a package, or unknown in words. */
export type Value =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'constant'; readonly value: boolean | null }
  | ListValue
  | DictValue
  | FunctionValue
  | ClassValue
  | InstanceValue
  | { readonly is: 'module'; readonly path: string }
  /** Something of a package that is not in the repository, by its dotted name. */
  | { readonly is: 'external'; readonly way: string }
  | MadeValue
  | AttributeValue
  | UnknownValue;

export interface ListValue {
  readonly is: 'list';
  readonly items: Value[];
  /** How each item is written. */
  readonly words: string[];
}

export interface DictValue {
  readonly is: 'dict';
  /** By the text of the key; other keys by how they are written. */
  readonly entries: Map<string, { key: Value; value: Value; words: string }>;
}

export interface FunctionValue {
  readonly is: 'function';
  readonly code: FunctionCode;
  readonly scope: Scope;
  readonly self?: Value;
  /** What its decorators were, outermost first, with how they are written. */
  readonly decorators: readonly { readonly value: Value; readonly words: string }[];
}

export interface FunctionCode {
  readonly name: string;
  readonly params: readonly Parameter[];
  /** Absent: nothing in it matters. */
  readonly body?: FunctionDefinition['body'];
  readonly result?: Expression;
  readonly at: Place;
  readonly lastLine: number;
}

export interface ClassValue {
  readonly is: 'class';
  readonly code: ClassDefinition;
  readonly scope: Scope;
  readonly bases: readonly Value[];
  readonly members: Map<string, Value>;
  readonly decorators: readonly { readonly value: Value; readonly words: string }[];
  readonly at: Place;
}

export interface InstanceValue {
  readonly is: 'instance';
  readonly of: ClassValue;
  readonly fields: Map<string, Value>;
}

/** What calling a package gave: who was called with what, and every call of its methods since, in order. */
export interface MadeValue {
  readonly is: 'made';
  /** Dotted name of what was called: `fastapi.APIRouter`. */
  readonly way: string;
  given: Given;
  readonly at: Place;
  readonly calls: MethodCall[];
  readonly fields: Map<string, Value>;
  /** The repository's class it is an instance of. */
  readonly of?: ClassValue;
  /** Nothing in the repository made it: a parameter, or an import nobody finds. */
  readonly assumed?: true;
}

/** The arguments of one call. */
export interface Given {
  readonly args: readonly Value[];
  /** How each is written. */
  readonly words: readonly string[];
  readonly named: ReadonlyMap<string, Value>;
  readonly namedWords: ReadonlyMap<string, string>;
}

export const noArguments: Given = { args: [], words: [], named: new Map(), namedWords: new Map() };

/** One call of a method of something made. */
export interface MethodCall {
  readonly name: string;
  readonly given: Given;
  readonly at: Place;
  readonly result: MadeValue;
  /** What it was put on as a decorator, or called with afterwards. */
  readonly applied: Given[];
}

/** An attribute of something made: `router.urls`, `Depends` of nobody knows. */
export interface AttributeValue {
  readonly is: 'attribute';
  readonly of: MadeValue;
  readonly name: string;
}

export interface UnknownValue {
  readonly is: 'unknown';
  readonly words: string;
  /** The known end of a text whose beginning is unknown. */
  readonly tail?: string;
}

export const text = (words: string): Value => ({ is: 'text', text: words });
export const unknown = (words: string): UnknownValue => ({ is: 'unknown', words });
export const list = (items: readonly Value[], words: readonly string[] = []): ListValue => ({
  is: 'list',
  items: [...items],
  words: [...words],
});

const withDefault = /(?:^|\.)(?:getenv|environ\.get|get_env|env|config|Field|Secret|Query|str)$/;

/** The text a value is. A setting read from the environment is its default. */
export function textOf(value: Value | undefined): string | undefined {
  if (value?.is === 'text') return value.text;
  if (value?.is === 'number') return String(value.value);
  if (value?.is !== 'made' || !withDefault.test(value.way)) return undefined;
  const { args, named } = value.given;
  const isField = /Field$|str$/.test(value.way);
  return textOf(named.get('default') ?? (isField ? args[0] : args[1]));
}

/** The dotted name of what made or is the value, when a package did: `fastapi.APIRouter`. */
export function wayOf(value: Value | undefined): string | undefined {
  if (value?.is === 'made' || value?.is === 'external') return value.way;
  return undefined;
}

/** The outside names a class comes from, through the repository's own classes, nearest first. */
export function outsideBases(value: ClassValue, depth = 0): string[] {
  if (depth > 8) return [];
  return value.bases.flatMap((base) => {
    if (base.is === 'external') return [base.way];
    return base.is === 'class' ? outsideBases(base, depth + 1) : base.is === 'unknown' ? [base.words] : [];
  });
}

/** A member of a class or of the repository's classes it comes from. */
export function memberOfClass(value: ClassValue, name: string, depth = 0): Value | undefined {
  const own = value.members.get(name);
  if (own !== undefined || depth > 8) return own;
  for (const base of value.bases) {
    const found = base.is === 'class' ? memberOfClass(base, name, depth + 1) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** All names of a class's members, inherited ones included. */
export function memberNames(value: ClassValue, depth = 0): Set<string> {
  const names = new Set(value.members.keys());
  if (depth > 8) return names;
  for (const base of value.bases)
    if (base.is === 'class') for (const name of memberNames(base, depth + 1)) names.add(name);
  return names;
}
