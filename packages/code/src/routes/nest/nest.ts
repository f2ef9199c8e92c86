import type { ComposedRoute } from '../composed-route.ts';
import type { ComposerContext, RouteComposer } from '../framework.ts';
import { joinPaths } from '../route-path.ts';
import type { Router } from '../router.ts';
import type { NestApp } from './nest-app.ts';
import { nestApp } from './nest-app.ts';
import type { NestRoute } from './nest-controllers.ts';
import { nestRoutes } from './nest-controllers.ts';
import type { Middleware } from './nest-middleware.ts';
import { nestMiddleware } from './nest-middleware.ts';

/** Controllers of NestJS with global prefix, versions, modules mounted by path, guards and middleware. */
export const nestComposer: RouteComposer = {
  name: 'nest',
  compose(context) {
    const { run, classes, routers } = context;
    const apps = routers
      .filter((router) => router.framework === 'nest' && router.origin === 'app' && !isOutdone(router, routers))
      .map((router) => nestApp(router, run));
    const middleware = nestMiddleware(context);
    return classes.flatMap((controller) =>
      nestRoutes(run, controller).flatMap((route) => {
        const owners = ownersOf(route, apps);
        if (owners.length === 0) return compose(route, undefined, middleware, context);
        return owners.flatMap((app) => compose(route, app, middleware, context));
      }),
    );
  },
};

/** An application made only to read settings, beside the one of the same module that listens. */
function isOutdone(app: Router, routers: readonly Router[]): boolean {
  if (app.notes.has('listens')) return false;
  const module = app.notes.get('module');
  return routers.some((one) => one !== app && one.notes.has('listens') && one.notes.get('module') === module);
}

/** The applications a controller belongs to: those whose modules name it, else the one nearest by folder. */
function ownersOf(route: NestRoute, apps: readonly NestApp[]): NestApp[] {
  const named = apps.filter((app) => app.controllers.has(route.controller));
  if (named.length > 0 || apps.length === 0) return named;
  const near = (app: NestApp): number => sharedFolders(app.router.at.path, route.controller.scope.path);
  return [apps.reduce((best, app) => (near(app) > near(best) ? app : best))];
}

function sharedFolders(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  const differs = left.findIndex((name, index) => name !== right[index]);
  return differs < 0 ? left.length : differs;
}

function compose(
  route: NestRoute,
  app: NestApp | undefined,
  middleware: readonly Middleware[],
  { world }: ComposerContext,
): ComposedRoute[] {
  const { controller, owner, method } = route;
  const at = { path: owner.scope.path, line: method.code.at[0], column: method.code.at[1] };
  const mounted = joinPaths(app?.controllers.get(controller) ?? '', route.path.text);
  const excluded = app?.excluded.some((one) => isExcluded(one, mounted)) === true;
  const prefix = app === undefined || excluded ? '' : app.prefix;
  const open = route.path.open || prefix === undefined;
  if (open) {
    const message = 'The path of this route has a part that is not constant: its beginning is not known';
    world.tell({ at, code: 'unresolved', message, hides: [] });
  }
  const before = middleware.filter((one) => one.covers(route, mounted)).flatMap((one) => one.steps);
  return versionsFor(route, app).map((version) => ({
    method: route.verb,
    path: route.path.open ? joinPaths(route.path.text) : joinPaths(prefix ?? '', version, mounted),
    chain: [...(app?.guards ?? []), ...before, ...route.chain],
    handler: { name: `${controller.code.name ?? 'controller'}.${method.key}`, at, lastLine: method.code.lastLine },
    at,
    framework: 'nest',
    mount: open ? ('unknown' as const) : ('resolved' as const),
  }));
}

/** The path segments versions give; one empty segment without versioning. */
function versionsFor(route: NestRoute, app: NestApp | undefined): string[] {
  if (app?.versioning === undefined) return [''];
  const { prefix, fallback } = app.versioning;
  const versions = route.versions.length > 0 ? route.versions : fallback;
  return versions.length === 0 ? [''] : versions.map((version) => (version === '' ? '' : `${prefix}${version}`));
}

function isExcluded(pattern: string, path: string): boolean {
  const wanted = joinPaths(pattern).replace(/\/?(\(\.\*\)|\{?\*\w*\}?)$/, '/*');
  return wanted.endsWith('/*') ? path === wanted.slice(0, -2) || path.startsWith(wanted.slice(0, -1)) : wanted === path;
}
