import type { Place } from '@iama/model';
import type { Expression } from '../typescript/script/script.ts';

/** One state as a file names it: its text, or a constant of another place. */
export interface StateName {
  readonly value: Expression;
  readonly at: Place;
}

/** A closed set of states: a union, an enum, a list, the keys of a map. */
export interface StateSet {
  readonly name: string;
  readonly form: 'union' | 'enum' | 'list' | 'map' | 'machine';
  readonly states: readonly StateName[];
  readonly initial?: string;
  readonly terminal?: readonly string[];
}

/** A step from one state to another, as a map or a machine definition declares it. */
export interface StateStep {
  /** The name of the map or machine. */
  readonly machine: string;
  readonly from: Expression;
  readonly to: Expression;
  readonly trigger?: string;
}

/** A state field that is written, compared or filtered by one value. */
export interface StateUse {
  /** Whose field: `trial` of `trial.state`; empty when the code does not say. */
  readonly owner: string;
  readonly field: string;
  readonly value: Expression;
  readonly does: 'writes' | 'reads';
  /** The name of the enumeration the value is taken from: `TrialState` of `TrialState.DRAFT`. */
  readonly enumeration?: string;
  /** States the same statement demands before. */
  readonly from?: readonly string[];
}
