import type { Call } from '../../typescript/evaluation/host.ts';
import type { Value } from '../../typescript/evaluation/value.ts';
import { addVerbRoute, tellOpenPath } from '../add-route.ts';
import type { Framework, RouteWorld } from '../framework.ts';
import { flatArguments, mayHandle, pathsOf, root, routerIn, stepOf, verbs } from '../read-call.ts';
import type { RoutePath, Router } from '../router.ts';
import { mount, newRouter } from '../router.ts';

/** Packages whose whole export makes an app or a router in the manner of Express. */
const makers: Readonly<Record<string, Readonly<Record<string, Router['origin']>>>> = {
  express: { '': 'app', Router: 'router', application: 'app' },
  'ultimate-express': { '': 'app', Router: 'router' },
  'express-promise-router': { '': 'router' },
  router: { '': 'router' },
  polka: { '': 'app' },
  restana: { '': 'app' },
  '@tinyhttp/app': { App: 'app' },
  restify: { createServer: 'app' },
  'restify-router': { Router: 'router' },
};

/** Express and the frameworks made in its manner: order counts, a router is whatever it is mounted at. */
export const express: Framework = {
  name: 'express',
  packages: /^(express|ultimate-express|express-promise-router|polka|restana|@tinyhttp\/app|restify)$/,
  types: /^((express|e|core)\.)?(Express|Application|IRouter|Router|ExpressApp)\b/,
  hooksWholeScope: false,

  make(external, call, world) {
    const origin = makers[external.from]?.[external.way.join('.')];
    return origin && world.valueOf(newRouter('express', origin, call.at));
  },

  call(router, key, call, world) {
    const self = world.valueOf(router);
    if (router.origin === 'single') {
      addSingle(router, key, call);
      return self;
    }
    const verb = verbs[key];
    if (verb !== undefined) {
      // `app.get('name')` asks for a setting.
      if (call.args.length > 1) addVerbRoute(router, [verb], call, world);
      return self;
    }
    if (key === 'use') use(router, call, world);
    else if (key === 'route' && call.args.length === 1) return world.valueOf(oneRoute(router, call, world));
    else if (key === 'group') group(router, call, world);
    else for (const value of call.args) if (value.is === 'function') call.invoke(value, []);
    return self;
  },
};

function use(router: Router, call: Call, world: RouteWorld): void {
  const given = pathsOf(call.args[0]);
  for (const path of given ?? [root])
    for (const { value, words } of flatArguments(call, given === undefined ? 0 : 1)) {
      const target = routerIn(value, call, world);
      if (target !== undefined) mount(router, path, target);
      else if (mayHandle(value) || value.is === 'module')
        router.operations.push({
          does: 'hook',
          ...(given === undefined ? {} : { path }),
          steps: [stepOf(value, words)],
        });
      tellDynamic(value, words, call, world);
    }
}

/** A file chosen while the program runs may hold any routes. */
function tellDynamic(value: Value, words: string, call: Call, world: RouteWorld): void {
  if (value.is !== 'unknown' || !/\b(require|import)\(/.test(words)) return;
  const message = `What is mounted here is chosen while the program runs: \`${words}\``;
  world.tell({ at: call.at, code: 'unresolved', message, hides: [] });
}

/** `router.route('/path')`: its verbs take handlers only. */
function oneRoute(router: Router, call: Call, world: RouteWorld): Router {
  const paths: readonly RoutePath[] = pathsOf(call.args[0]) ?? [];
  const route = newRouter('express', 'single', call.at);
  if (paths.length === 0) tellOpenPath(call, call.words[0] ?? '', world);
  for (const path of paths) mount(router, path, route);
  return route;
}

function group(router: Router, call: Call, world: RouteWorld): void {
  const path = pathsOf(call.args[0])?.[0] ?? root;
  const inner = newRouter('express', 'scope', call.at);
  mount(router, path, inner);
  for (const value of call.args) if (value.is === 'function') call.invoke(value, [world.valueOf(inner)]);
}

/** What `router.route(path)` gives. */
function addSingle(route: Router, key: string, call: Call): void {
  const verb = verbs[key];
  const steps = flatArguments(call, 0).map(({ value, words }) => stepOf(value, words));
  const handler = steps.at(-1);
  if (verb === undefined || handler === undefined) return;
  // `.all(guard)` before the verbs of one path only guards them.
  if (key === 'all' && steps.length === 1 && route.operations.length === 0) {
    route.operations.push({ does: 'hook', steps });
  } else {
    route.operations.push({
      does: 'route',
      methods: [verb],
      path: root,
      chain: steps.slice(0, -1),
      handler,
      at: call.at,
    });
  }
}
