import type { ComposedRoute } from './composed-route.ts';
import { frameworks } from './frameworks.ts';
import { joinPaths } from './route-path.ts';
import type { Router, Step } from './router.ts';

interface Hook {
  /** Absolute; counts for paths below it. */
  readonly under: string;
  readonly steps: readonly Step[];
}

const deepest = 24;

interface Walk {
  readonly found: ComposedRoute[];
  /** Every router that was walked. */
  readonly reached: Set<Router>;
  /** Routers that start from elsewhere, whatever mounts them. */
  readonly elsewhere: ReadonlyMap<Router, string>;
}

/** The routes of one router and of all it contains, with the prefix it starts from. */
export function composeRoutes(
  router: Router,
  prefix: string,
  mount: ComposedRoute['mount'],
  reached: Set<Router>,
  elsewhere: ReadonlyMap<Router, string>,
): ComposedRoute[] {
  const found: ComposedRoute[] = [];
  walk(router, prefix, mount, [], { found, reached, elsewhere }, 0);
  return found;
}

function walk(
  router: Router,
  prefix: string,
  mount: ComposedRoute['mount'],
  outer: readonly Hook[],
  to: Walk,
  depth: number,
): void {
  if (depth > deepest) return;
  to.reached.add(router);
  const base = joinPaths(router.base.open ? '' : prefix, router.base.text);
  const standing = router.base.open && mount === 'resolved' ? 'unknown' : mount;
  const wholeScope = frameworks.find(({ name }) => name === router.framework)?.hooksWholeScope === true;
  const hooks = [...outer];
  const take = (operation: Router['operations'][number]): void => {
    if (operation.does !== 'hook') return;
    const under = operation.path === undefined ? base : joinPaths(base, operation.path.text);
    hooks.push({ under: under.replace(/\/?\*.*$/, ''), steps: operation.steps });
  };
  if (wholeScope) router.operations.forEach(take);
  for (const operation of router.operations) {
    if (operation.does === 'hook') {
      if (!wholeScope) take(operation);
      continue;
    }
    const start = operation.path.open ? '' : base;
    const path = joinPaths(start, operation.path.text);
    const known = operation.path.open && standing === 'resolved' ? 'unknown' : standing;
    if (operation.does === 'mount') {
      if (!to.elsewhere.has(operation.target)) walk(operation.target, path, known, hooks, to, depth + 1);
    } else {
      const { handler, at } = operation;
      const before = hooks.filter((hook) => covers(hook.under, path)).flatMap((hook) => hook.steps);
      for (const method of operation.methods)
        to.found.push({
          method,
          path,
          chain: [...before, ...operation.chain],
          handler,
          at,
          framework: router.framework,
          mount: known,
        });
    }
  }
}

function covers(under: string, path: string): boolean {
  if (under === '/' || under === '') return true;
  const wanted = under.split('/');
  const given = path.split('/');
  return wanted.every((segment, index) => segment === given[index] || segment.startsWith(':'));
}
