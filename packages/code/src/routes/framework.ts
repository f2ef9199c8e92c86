import type { Part, Problem } from '@iama/model';
import type { Call } from '../typescript/evaluation/host.ts';
import type { Run } from '../typescript/evaluation/run.ts';
import type { ClassValue, ExternalValue, Value } from '../typescript/evaluation/value.ts';
import type { ComposedRoute } from './composed-route.ts';
import type { Router } from './router.ts';

/** What a framework may ask and tell while scripts run. */
export interface RouteWorld {
  /** The value a router is. */
  valueOf(router: Router): Value;
  routerOf(value: Value | undefined): Router | undefined;
  tell(problem: Problem): void;
  /** What frameworks remember of this run. */
  readonly notes: Map<string, Value>;
  /** Paths of all files that may hold routes. */
  readonly files: readonly string[];
}

/** One web framework: how its routers come to be, and what their methods do. */
export interface Framework {
  readonly name: string;
  /** Packages that show a file uses it. */
  readonly packages: RegExp;
  /** Types of parameters that are its routers. */
  readonly types: RegExp;
  /** True when middleware counts for the whole scope, wherever it stands in it. */
  readonly hooksWholeScope: boolean;
  /** What calling or making something of an imported package gives; undefined when it is none of its own. */
  make(external: ExternalValue, call: Call, world: RouteWorld): Value | undefined;
  /** A method of one of its routers is called. */
  call(router: Router, key: string, call: Call, world: RouteWorld): Value;
}

/** Routes that no call lays: declared by decorators, or by where a file stands. */
export interface RouteComposer {
  readonly name: string;
  compose(context: ComposerContext): ComposedRoute[];
}

export interface ComposerContext {
  readonly run: Run;
  readonly world: RouteWorld;
  readonly routers: readonly Router[];
  readonly classes: readonly ClassValue[];
  readonly parts: readonly Part[];
}
