import type { Expression, Statement } from '../script/script.ts';
import type { Host } from './host.ts';
import type { Modules } from './modules.ts';
import type { Scope, Value } from './value.ts';

/** Running scripts, as the parts of it see each other. */
export interface Evaluation {
  readonly modules: Modules;
  readonly host: Host;
  evaluate(expression: Expression, scope: Scope): Value;
  execute(statements: readonly Statement[], scope: Scope, returns: Value[]): void;
  invoke(callee: Value, args: readonly Value[], self?: Value): Value;
  member(value: Value, key: string): Value | undefined;
}
