import type { Problem } from '@iama/model';
import { clientOf } from '../client-calls/made-client.ts';
import type { Host } from '../typescript/evaluation/host.ts';
import { baseField } from '../typescript/evaluation/instance.ts';
import type { ClassValue, FunctionValue, ThingValue, Value } from '../typescript/evaluation/value.ts';
import type { Framework, RouteWorld } from './framework.ts';
import { frameworks } from './frameworks.ts';
import { mayHandle, pathsOf, verbs } from './read-call.ts';
import type { Router } from './router.ts';
import { newRouter } from './router.ts';

const routerName =
  /(^|[._#])(app|application|server|router|fastify|instance|api|hono|express|koa|routes?)\d*$|Router$|App$/i;
const joints = /^(use|register|route|basePath|addHook|openapi)$/;

/** What running the scripts left behind: every router that came to be, and every function that may be run. */
export interface RouteHost extends Host {
  readonly world: RouteWorld;
  readonly routers: readonly Router[];
  readonly classes: readonly ClassValue[];
  readonly functions: readonly FunctionValue[];
  readonly problems: readonly Problem[];
  /** How often the code was run. */
  timesRun(code: object): number;
  /** These routers never came to be, and these problems were none. */
  forget(routers: readonly Router[], problems: readonly Problem[]): void;
  /** A router for a parameter whose type or use says it is one. */
  assume(framework: string, at: Router['at']): Router;
}

/** The host that turns calls into frameworks into routers and their operations. */
export function routeHost(
  files: () => readonly string[],
  frameworkOf: (path: string) => string | undefined,
): RouteHost {
  const routers: Router[] = [];
  const classes: ClassValue[] = [];
  const functions: FunctionValue[] = [];
  const problems: Problem[] = [];
  const entered = new Map<object, number>();
  const forgotten = new Set<Router | Problem>();
  const values = new Map<Router, ThingValue>();
  const assumed = new WeakMap<Value, Router>();

  const routerValue = (router: Router): ThingValue => {
    const known = values.get(router);
    if (known !== undefined) return known;
    const value: ThingValue = { is: 'thing', thing: router };
    values.set(router, value);
    routers.push(router);
    return value;
  };
  const world: RouteWorld = {
    valueOf: routerValue,
    routerOf: (value) => {
      const thing = value?.is === 'object' ? value.fields.get(baseField) : value;
      return thing?.is === 'thing' ? (thing.thing as Router) : undefined;
    },
    tell: (problem) => problems.push(problem),
    notes: new Map(),
    get files() {
      return files();
    },
  };
  const assume = (framework: string, at: Router['at']): Router => {
    const router = newRouter(framework, 'assumed', at);
    routerValue(router);
    return router;
  };

  return {
    world,
    get routers() {
      return routers.filter((router) => !forgotten.has(router));
    },
    classes,
    functions,
    get problems() {
      return problems.filter((problem) => !forgotten.has(problem));
    },
    assume,
    timesRun: (code) => entered.get(code) ?? 0,
    forget: (...gone) => {
      for (const one of gone.flat()) forgotten.add(one);
    },
    callExternal(external, call) {
      for (const framework of frameworks) {
        const made = framework.make(external, call, world);
        if (made !== undefined) return made;
      }
      const client = clientOf(external, call);
      if (client !== undefined) return client;
      // What wraps or serves a router is taken for the router: `createServer(app)`, `withWebsockets(app)`.
      for (const value of call.args) {
        const router =
          world.routerOf(value) ?? world.routerOf(value.is === 'object' ? value.fields.get('fetch') : undefined);
        if (router === undefined) continue;
        router.served = true;
        return routerValue(router);
      }
      return undefined;
    },
    callThing(thing, key, call) {
      const router = thing.thing as Router;
      return frameworkNamed(router.framework).call(router, key, call, world);
    },
    memberOfThing(thing, key) {
      if (key !== 'fetch' && key !== 'handle' && key !== 'callback') return undefined;
      (thing.thing as Router).served = true;
      return thing;
    },
    callUnknown(receiver, words, key, call) {
      if (receiver.is !== 'unknown' || !routerName.test(words)) return undefined;
      const [first] = call.args;
      const lays =
        verbs[key] !== undefined &&
        call.args.length > 1 &&
        pathsOf(first)?.every((path) => path.text.startsWith('/')) === true &&
        mayHandle(call.args.at(-1)) &&
        // `api.post(path, body, settings)` asks another service.
        (call.args.at(-1)?.is === 'function' ||
          !/(api|instance)$/i.test(words) ||
          frameworkOf(call.at.path) !== undefined);
      const known = assumed.get(receiver);
      if (!lays && !joints.test(key)) return known === undefined ? undefined : routerValue(known);
      const plugged =
        key === 'register' ||
        key === 'addHook' ||
        (key === 'route' && first?.is === 'object') ||
        /fastify/i.test(words);
      const framework = plugged ? 'fastify' : (frameworkOf(call.at.path) ?? commonest(routers));
      const router = known ?? assume(framework, call.at);
      assumed.set(receiver, router);
      return frameworkNamed(router.framework).call(router, key, call, world);
    },
    declareClass: (value) => classes.push(value),
    declareFunction: (value) => functions.push(value),
    enterFunction: (value) => entered.set(value.code, (entered.get(value.code) ?? 0) + 1),
  };
}

function frameworkNamed(name: string): Framework {
  const found = frameworks.find((framework) => framework.name === name) ?? frameworks.at(-1);
  if (found === undefined) throw new Error('no framework is known');
  return found;
}

/** The framework most routers are of; Express where there is none. */
function commonest(routers: readonly Router[]): string {
  const counts = new Map<string, number>();
  for (const { framework } of routers) counts.set(framework, (counts.get(framework) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'express';
}
