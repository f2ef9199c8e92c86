import type { Call } from '../../typescript/evaluation/host.ts';
import type { Value } from '../../typescript/evaluation/value.ts';
import { list, textOf } from '../../typescript/evaluation/value.ts';
import { addRoute, addVerbRoute, tellOpenPath } from '../add-route.ts';
import type { Framework, RouteWorld } from '../framework.ts';
import { fieldOf, flatArguments, methodsOf, pathsOf, root, routerIn, stepOf, verbs } from '../read-call.ts';
import type { Router } from '../router.ts';
import { mount, newRouter } from '../router.ts';

const verbsWithoutDel = new Set(Object.keys(verbs).filter((verb) => verb !== 'del'));

/** Hono, with `@hono/zod-openapi`. An instance is an app and a router at once: which one, its use tells. */
export const hono: Framework = {
  name: 'hono',
  packages: /^(hono(\/|$)|@hono\/)/,
  types: /^(OpenAPI)?Hono\b/,
  hooksWholeScope: false,

  make(external, call, world) {
    if (!this.packages.test(external.from)) return undefined;
    const name = external.way.at(-1) ?? '';
    if (/^(OpenAPI)?Hono$/.test(name) || name === 'createApp')
      return world.valueOf(newRouter('hono', 'router', call.at));
    if (name === 'createRoute' || name === 'createMiddleware') return call.args[0];
    if (name === 'createHandlers') return list(call.args, call.words);
    return undefined;
  },

  call(router, key, call, world) {
    const self = world.valueOf(router);
    if (verbsWithoutDel.has(key)) addVerbs(router, [verbs[key] as string], call, world);
    else if (key === 'on') addOn(router, call, world);
    else if (key === 'openapi') addDescribed(router, call, world);
    else if (key === 'use') use(router, call, world);
    else if (key === 'route') route(router, call, world);
    else if (key === 'basePath') return basePath(router, call, world);
    else for (const value of call.args) if (value.is === 'function') call.invoke(value, []);
    return self;
  },
};

function addVerbs(router: Router, methods: readonly string[], call: Call, world: RouteWorld): void {
  if (pathsOf(call.args[0]) !== undefined) {
    addVerbRoute(router, methods, call, world);
    return;
  }
  if (call.args.length === 0) return;
  // `app.get(handler)` counts for the path of the router itself.
  const steps = flatArguments(call, 0).map(({ value, words }) => stepOf(value, words));
  const [handler, chain] = [steps.at(-1), steps.slice(0, -1)];
  router.operations.push({ does: 'route', methods, path: root, chain, handler, at: call.at });
}

function addOn(router: Router, call: Call, world: RouteWorld): void {
  const steps = flatArguments(call, 2).map(({ value, words }) => stepOf(value, words));
  addRoute(router, methodsOf(call.args[0]), call, 1, steps.slice(0, -1), steps.at(-1), world);
}

function addDescribed(router: Router, call: Call, world: RouteWorld): void {
  const [description] = call.args;
  const methods = methodsOf(fieldOf(description, call, 'method'));
  const paths = pathsOf(fieldOf(description, call, 'path'));
  if (methods.length === 0 || paths === undefined) {
    tellOpenPath(call, call.words[0] ?? '', world);
    return;
  }
  const before = fieldOf(description, call, 'middleware');
  const chain = before === undefined ? [] : stepsIn(before, 'middleware');
  const handler = call.args[1] && stepOf(call.args[1], call.words[1] ?? '');
  for (const path of paths)
    router.operations.push({ does: 'route', methods, path: fromBraces(path), chain, handler, at: call.at });
}

function fromBraces<P extends { readonly text: string }>(path: P): P {
  return { ...path, text: path.text.replace(/\{(\w+)\}/g, ':$1') };
}

function stepsIn(value: Value, words: string): ReturnType<typeof stepOf>[] {
  if (value.is !== 'list') return [stepOf(value, words)];
  return value.items.map((item, index) => stepOf(item, value.words[index] ?? words));
}

function use(router: Router, call: Call, world: RouteWorld): void {
  const given = pathsOf(call.args[0]);
  for (const path of given ?? [undefined])
    for (const { value, words } of flatArguments(call, given === undefined ? 0 : 1)) {
      const target = routerIn(value, call, world);
      if (target !== undefined) mount(router, path ?? root, target);
      else
        router.operations.push({
          does: 'hook',
          ...(path === undefined ? {} : { path }),
          steps: [stepOf(value, words)],
        });
    }
}

function route(router: Router, call: Call, world: RouteWorld): void {
  const path = pathsOf(call.args[0])?.[0];
  const [, value] = call.args;
  const target = value && routerIn(value, call, world);
  if (target === undefined) return;
  if (path === undefined) tellOpenPath(call, call.words[0] ?? '', world);
  mount(router, path ?? { text: '', open: true }, target);
}

function basePath(router: Router, call: Call, world: RouteWorld): Value {
  const inner = newRouter('hono', 'scope', call.at);
  const path = textOf(call.args[0]);
  mount(router, path === undefined ? { text: '', open: true } : { text: path, open: false }, inner);
  return world.valueOf(inner);
}
