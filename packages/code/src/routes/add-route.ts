import type { Call } from '../typescript/evaluation/host.ts';
import type { RouteWorld } from './framework.ts';
import { flatArguments, pathsOf, siteOf, stepOf } from './read-call.ts';
import type { Router, Step } from './router.ts';

/** Lays `router.get(path, …middleware, handler)`: the last argument handles, those between come before it. */
export function addVerbRoute(
  router: Router,
  methods: readonly string[],
  call: Call,
  world: RouteWorld,
  pathAt = 0,
): void {
  const steps = flatArguments(call, pathAt + 1).map(({ value, words }) => stepOf(value, words));
  addRoute(router, methods, call, pathAt, steps.slice(0, -1), steps.at(-1), world);
}

/** Lays one route for each path the argument names; a path that is not constant is told. */
export function addRoute(
  router: Router,
  methods: readonly string[],
  call: Call,
  pathAt: number,
  chain: readonly Step[],
  handler: Step | undefined,
  world: RouteWorld,
): void {
  const paths = pathsOf(call.args[pathAt]);
  const at = siteOf(call, pathAt);
  if (paths === undefined) tellOpenPath({ ...call, at }, call.words[pathAt] ?? '', world);
  for (const path of paths ?? []) router.operations.push({ does: 'route', methods, path, chain, handler, at });
}

/** Tells that a route is there whose path nobody can know without running the program. */
export function tellOpenPath(call: Call, words: string, world: RouteWorld): void {
  const message = `The path of this route is not constant: \`${words}\``;
  world.tell({ at: call.at, code: 'unresolved', message, hides: ['endpoint'] });
}
