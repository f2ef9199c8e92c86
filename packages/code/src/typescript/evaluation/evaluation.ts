import type { Place } from '@iama/model';
import type { Expression, Pattern, Statement } from '../script/script.ts';
import type { Call, Host } from './host.ts';
import type { Modules } from './modules.ts';
import type { ExternalValue, Scope, Value } from './value.ts';

/** Running scripts, as the parts of it see each other. */
export interface Evaluation {
  readonly modules: Modules;
  readonly host: Host;
  evaluate(expression: Expression, scope: Scope): Value;
  /** Gives the names of a pattern their values. */
  bind(pattern: Pattern, value: Value, scope: Scope): void;
  execute(statements: readonly Statement[], scope: Scope, returns: Value[]): void;
  /** Runs a function or makes an instance; `by` is the call that does so directly. */
  invoke(callee: Value, args: readonly Value[], self?: Value, by?: Call): Value;
  /** What making something of a package gives, when a class of the repository extends it. */
  makeExternal(external: ExternalValue, args: readonly Value[], at: Place): Value | undefined;
  member(value: Value, key: string): Value | undefined;
}
