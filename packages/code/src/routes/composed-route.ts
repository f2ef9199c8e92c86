import type { Place } from '@iama/model';
import type { Step } from './router.ts';

/** One route with everything before it, as it is answered. */
export interface ComposedRoute {
  readonly method: string;
  readonly path: string;
  readonly chain: readonly Step[];
  readonly handler: Step | undefined;
  readonly at: Place;
  readonly framework: string;
  readonly mount: 'resolved' | 'unknown' | 'declared';
}
