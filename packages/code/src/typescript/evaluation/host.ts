import type { Place } from '@iama/model';
import type { Expression, Parameter } from '../script/script.ts';
import type { ClassValue, ExternalValue, FunctionValue, ThingValue, Value } from './value.ts';

/** One call as it happens. */
export interface Call {
  readonly args: readonly Value[];
  /** How each argument was written. */
  readonly words: readonly string[];
  readonly expressions: readonly Expression[];
  readonly at: Place;
  readonly make: boolean;
  /** The function it stands in, and the call that runs that function. */
  readonly frame?: Frame;
  /** Runs a function or makes an instance, as the called thing would. */
  readonly invoke: (callee: Value, args: readonly Value[], self?: Value) => Value;
  /** What a repository file gives: the value of `require(path)`. */
  readonly load: (path: string) => Value;
  /** Names a repository file exports. */
  readonly namesOf: (path: string) => readonly string[];
  readonly member: (value: Value, key: string) => Value | undefined;
}

/** A function being run. */
export interface Frame {
  readonly params: readonly Parameter[];
  readonly by?: Call;
}

/** Gives meaning to what evaluation does not know itself. */
export interface Host {
  /** What calling or making something of a package or of the language gives; undefined: the host does not know it. */
  callExternal(external: ExternalValue, call: Call): Value | undefined;
  callThing(thing: ThingValue, key: string, call: Call): Value;
  memberOfThing(thing: ThingValue, key: string): Value | undefined;
  /** A method of something unknown is called; undefined: the host makes nothing of it. */
  callUnknown(receiver: Value, words: string, key: string, call: Call): Value | undefined;
  /** A class was declared. */
  declareClass?(value: ClassValue): void;
  /** A function value came to be. */
  declareFunction?(value: FunctionValue): void;
  /** A function is about to be run. */
  enterFunction?(value: FunctionValue): void;
}
