import type { Place } from '@iama/model';
import type { Value } from '../typescript/evaluation/value.ts';

/** A handler, hook or middleware, named as the code names it. */
export interface Step {
  readonly name: string;
  /** Where the function is written, when that is known. */
  readonly at?: Place;
  readonly lastLine?: number;
}

/** A path as far as it is known; `open` when its beginning is not. */
export interface RoutePath {
  readonly text: string;
  readonly open: boolean;
}

export type Operation =
  | {
      readonly does: 'route';
      readonly methods: readonly string[];
      readonly path: RoutePath;
      readonly chain: readonly Step[];
      readonly handler: Step | undefined;
      readonly at: Place;
    }
  | { readonly does: 'mount'; readonly path: RoutePath; readonly target: Router }
  /** What runs before the routes; without a path before all of them. */
  | { readonly does: 'hook'; readonly path?: RoutePath; readonly steps: readonly Step[] };

/** Something routes are laid on, as running the scripts filled it. */
export interface Router {
  readonly framework: string;
  /**
   * `app` answers requests itself · `router` only once it is mounted · `scope` lives inside another ·
   * `single` is one path whose verbs take handlers only · `assumed` is a parameter or an unknown value that is used like a router.
   */
  readonly origin: 'app' | 'router' | 'scope' | 'single' | 'assumed';
  readonly at: Place;
  name?: string;
  /** Its own prefix. */
  base: RoutePath;
  readonly operations: Operation[];
  /** What its framework remembers of it. */
  readonly notes: Map<string, Value>;
  mounted: boolean;
  /** It was given to a server, an adapter, or is what the file gives to its platform. */
  served: boolean;
}

const here: RoutePath = { text: '', open: false };

export function newRouter(framework: string, origin: Router['origin'], at: Place, base = here): Router {
  return { framework, origin, at, base, operations: [], notes: new Map(), mounted: false, served: false };
}

/** Puts a router into another. */
export function mount(parent: Router, path: RoutePath, target: Router): void {
  if (parent === target) return;
  parent.operations.push({ does: 'mount', path, target });
  target.mounted = true;
}
