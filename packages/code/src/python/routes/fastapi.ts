import type { Router, Step } from '../../routes/router.ts';
import { mount, newRouter } from '../../routes/router.ts';
import type { FunctionValue, MadeValue, MethodCall, Value } from '../program/value.ts';
import { wayOf } from '../program/value.ts';
import { nowhere, pathOf, prefixOf } from './python-path.ts';
import type { PythonFramework, PythonRoutes } from './python-routes.ts';
import { innerDecorators, methodsOf, stepOf } from './python-step.ts';

const verbs = /^(?:get|post|put|patch|delete|head|options|trace)$/;

/** FastAPI and Starlette: routers in routers, prefixes, dependencies as what runs before. */
export const fastapi: PythonFramework = {
  name: 'fastapi',
  packages: /^(?:fastapi|starlette)\b/,
  types: /\b(?:FastAPI|APIRouter|Starlette)\b/,

  open(made) {
    if (/^(?:fastapi|starlette)\b.*\b(?:FastAPI|Starlette)$/.test(made.way))
      return newRouter(frameworkOf(made), 'app', made.at);
    if (/^(?:fastapi|starlette)\b.*\b(?:APIRouter|Router)$/.test(made.way)) {
      return newRouter(frameworkOf(made), 'router', made.at, prefixOf(made.given.named.get('prefix')));
    }
    return undefined;
  },

  fill(router, made, routes) {
    const before = dependencySteps(made.given.named.get('dependencies'), routes);
    if (before.length > 0) router.operations.push({ does: 'hook', steps: before });
    fillList(router, made.given.named.get('routes'), routes);
    for (const call of made.calls) lay(router, call, routes);
  },
};

function frameworkOf(made: MadeValue): string {
  return made.way.startsWith('starlette') ? 'starlette' : 'fastapi';
}

function lay(router: Router, call: MethodCall, routes: PythonRoutes): void {
  const { name, given } = call;
  const [first, second] = given.args;
  if (verbs.test(name) || name === 'api_route' || name === 'route') {
    const methods = verbs.test(name) ? [name.toUpperCase()] : methodsOf(given.named.get('methods'), ['GET']);
    for (const applied of call.applied)
      layRoute(router, methods, call, applied.args[0], innerDecorators(applied), routes);
  } else if (name === 'add_api_route' || name === 'add_route') {
    layRoute(
      router,
      methodsOf(given.named.get('methods') ?? given.args[2], ['GET']),
      call,
      second ?? given.named.get('endpoint'),
      [],
      routes,
    );
  } else if (name === 'include_router') {
    include(router, first ?? given.named.get('router'), call, routes);
  } else if (name === 'mount') {
    const target = routes.routerOf(second ?? given.named.get('app'));
    const path = pathOf(first ?? given.named.get('path'));
    if (target !== undefined && path !== undefined) mount(router, path, target);
  } else if (name === 'add_middleware' || name === 'middleware') {
    const steps =
      name === 'middleware'
        ? call.applied.map((one) => stepOf(one.args[0], one.words[0] ?? ''))
        : [stepOf(first, given.words[0] ?? '')];
    router.operations.unshift({ does: 'hook', steps });
  } else if (/^(?:router|routes)\./.test(name))
    lay(router, { ...call, name: name.slice(name.indexOf('.') + 1) }, routes);
}

function include(router: Router, value: Value | undefined, { given, at }: MethodCall, routes: PythonRoutes): void {
  const target = routes.routerOf(value?.is === 'module' ? routes.program.exportOf(value.path, 'router') : value);
  if (target === undefined) {
    routes.tell({
      at,
      code: 'unresolved',
      message: `The router \`${given.words[0] ?? ''}\` that is included here can't be followed`,
      hides: ['endpoint'],
    });
    return;
  }
  const prefix = prefixOf(given.named.get('prefix'));
  const steps = dependencySteps(given.named.get('dependencies'), routes);
  if (steps.length === 0) {
    mount(router, prefix, target);
    return;
  }
  const scope = newRouter(router.framework, 'scope', at);
  scope.operations.push({ does: 'hook', steps });
  mount(scope, nowhere, target);
  mount(router, prefix, scope);
}

function layRoute(
  router: Router,
  methods: readonly string[],
  { given, at }: MethodCall,
  handler: Value | undefined,
  decorators: readonly Step[],
  routes: PythonRoutes,
): void {
  const written = given.args[0] ?? given.named.get('path');
  const path = pathOf(written);
  if (path === undefined) {
    routes.tellOpen(at, given.words[0] ?? '');
    return;
  }
  const chain = [
    ...dependencySteps(given.named.get('dependencies'), routes),
    ...decorators,
    ...(handler?.is === 'function' ? parameterSteps(handler, routes) : []),
  ];
  router.operations.push({ does: 'route', methods, path, chain, handler: stepOf(handler, ''), at });
}

/** `Route("/x", handler, methods=[…])` and `Mount("/y", routes=[…])` in lists. */
function fillList(router: Router, value: Value | undefined, routes: PythonRoutes): void {
  if (value?.is !== 'list') return;
  for (const item of value.items) {
    if (item.is !== 'made') continue;
    const { given, at, way } = item;
    const path = pathOf(given.args[0] ?? given.named.get('path'));
    if (path === undefined) continue;
    if (/\bRoute$/.test(way) && !/WebSocketRoute$/.test(way)) {
      const handler = given.args[1] ?? given.named.get('endpoint');
      const methods = methodsOf(given.named.get('methods'), ['GET']);
      router.operations.push({
        does: 'route',
        methods,
        path,
        chain: [],
        handler: stepOf(handler, given.words[1] ?? ''),
        at,
      });
    } else if (/\bMount$/.test(way)) {
      const app = routes.routerOf(given.args[1] ?? given.named.get('app'));
      const inner = app ?? newRouter(router.framework, 'scope', at);
      if (app === undefined) fillList(inner, given.named.get('routes'), routes);
      mount(router, path, inner);
    }
  }
}

/** `[Depends(check), Security(other)]`. */
function dependencySteps(value: Value | undefined, routes: PythonRoutes): Step[] {
  return value?.is === 'list' ? value.items.flatMap((item) => dependencyStep(item, routes, 0)) : [];
}

// What a dependency itself depends on runs before it.
function dependencyStep(value: Value | undefined, routes: PythonRoutes, depth: number): Step[] {
  if (value?.is === 'made' && /(?:^|\.)Annotated$/.test(value.way)) {
    return value.given.args.flatMap((item) => dependencyStep(item, routes, depth));
  }
  if (value?.is !== 'made' || !/(?:^|\.)(?:Depends|Security)$/.test(value.way)) return [];
  const [target] = value.given.args;
  const inner = target?.is === 'function' && depth < 4 ? parameterSteps(target, routes, depth + 1) : [];
  return target === undefined ? [] : [...inner, stepOf(target, value.given.words[0] ?? '')];
}

function parameterSteps(handler: FunctionValue, routes: PythonRoutes, depth = 0): Step[] {
  return handler.code.params.flatMap(({ annotation, fallback }) => {
    const given =
      fallback?.type === 'call' ? dependencyStep(routes.program.evaluate(fallback, handler.scope), routes, depth) : [];
    if (annotation === undefined || given.length > 0) return given;
    const type = routes.program.evaluate(annotation, handler.scope);
    return wayOf(type) === undefined ? [] : dependencyStep(type, routes, depth);
  });
}
