import type { Problem, ResolverSettings } from '@iama/model';
import { composeRoutes } from './compose-routes.ts';
import type { ComposedRoute } from './composed-route.ts';
import type { Router } from './router.ts';

export interface ComposedRoots {
  readonly routes: readonly ComposedRoute[];
  readonly problems: readonly Problem[];
}

/**
 * Composes every router from where it starts: declared ones from their declared prefix, apps from the root, routers nothing
 * mounts from nowhere known. What only unreachable routers contain is composed as well: no route is lost.
 */
export function composeRoots(routers: readonly Router[], settings: ResolverSettings): ComposedRoots {
  const problems: Problem[] = [];
  const routes: ComposedRoute[] = [];
  const reached = new Set<Router>();
  const declared = new Map<Router, string>();
  for (const router of routers) {
    const { path } = router.at;
    const prefix = settings.mounts[`${path}#${router.name ?? ''}`] ?? settings.mounts[path];
    if (prefix !== undefined && !isInside(router)) declared.set(router, prefix);
  }
  const compose = (router: Router): void => {
    const prefix = declared.get(router);
    const resolved = router.origin === 'app' || router.origin === 'assumed' ? isRoot(router) : isServed(router);
    const mount = prefix !== undefined ? 'declared' : resolved ? 'resolved' : 'unknown';
    const found = composeRoutes(router, prefix ?? '', mount, reached, declared);
    routes.push(...found);
    if (found.length === 0 || mount !== 'unknown') return;
    const message = `Nothing mounts the router of these ${found.length} routes: their paths may lack a beginning`;
    problems.push({ at: router.at, code: 'unresolved', message, hides: [] });
  };
  const mounted = mountedRouters(routers);
  for (const router of routers)
    if (declared.has(router) || (!mounted.has(router) && !isInside(router))) compose(router);
  for (const router of routers)
    if (!reached.has(router) && router.operations.some(({ does }) => does === 'route')) compose(router);
  return { routes, problems };
}

/** Routers that something mounts which is itself mounted, or starts by itself. */
function mountedRouters(routers: readonly Router[]): Set<Router> {
  const holders = routers.filter((router) => router.mounted || !isInside(router));
  return new Set(
    holders.flatMap((router) =>
      router.operations.flatMap((operation) => (operation.does === 'mount' ? [operation.target] : [])),
    ),
  );
}

/** It lives inside another router and has no life of its own. */
function isInside(router: Router): boolean {
  return router.origin === 'scope' || router.origin === 'single';
}

function isRoot(router: Router): boolean {
  return router.origin === 'app' || router.served;
}

/** A Hono instance is an app where it is served, or where a part of it that has no life of its own is. */
function isServed(router: Router): boolean {
  if (router.framework !== 'hono') return false;
  const inner = router.operations.flatMap((operation) => (operation.does === 'mount' ? [operation.target] : []));
  return router.served || inner.some((one) => one.origin === 'scope' && isServed(one));
}
