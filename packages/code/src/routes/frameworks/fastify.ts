import type { Call } from '../../typescript/evaluation/host.ts';
import type { FunctionValue, Value } from '../../typescript/evaluation/value.ts';
import { textOf } from '../../typescript/evaluation/value.ts';
import { addRoute, tellOpenPath } from '../add-route.ts';
import type { Framework, RouteWorld } from '../framework.ts';
import { fieldOf, methodsOf, pathsOf, root, siteOf, stepOf, verbs } from '../read-call.ts';
import type { RoutePath, Router, Step } from '../router.ts';
import { mount, newRouter } from '../router.ts';
import { registerFolder } from './fastify-autoload.ts';

const flat = '@@skip-override';
const hookNames = ['onRequest', 'preParsing', 'preValidation', 'preHandler'] as const;

/** Fastify: plugins make scopes, `fp` unmakes them, hooks count for the scope and all below. */
export const fastify: Framework = {
  name: 'fastify',
  packages: /^(fastify|fastify-plugin|fastify-cli|@fastify\/.+|fastify-type-provider-.+)$/,
  types: /^Fastify\w*(Instance|Typebox|App|Server|TypeProvider\w*|Zod)\b|^(App|Zod|Typed)?FastifyInstance|^Fastify$/,
  hooksWholeScope: true,

  make(external, call, world) {
    const name = external.way.join('.');
    if (external.from === 'fastify' && /^(fastify|Fastify)?$/.test(name)) {
      return world.valueOf(newRouter('fastify', 'app', call.at));
    }
    const [first] = call.args;
    if (external.from === 'fastify-plugin' && first?.is === 'function') {
      return { ...first, fields: new Map([...first.fields, [flat, { is: 'plain', value: true }]]) };
    }
    return external.from === 'fastify-plugin' ? first : undefined;
  },

  call(router, key, call, world) {
    const self = world.valueOf(router);
    const verb = key === 'del' ? undefined : verbs[key];
    if (verb !== undefined) {
      if (call.args.length > 1) shorthand(router, verb, call, world);
    } else if (key === 'route') declared(router, call.args[0], call, world);
    else if (key === 'register') register(router, call, world);
    else if (key === 'addHook') addHook(router, call);
    else if (key === 'use')
      router.operations.push({
        does: 'hook',
        steps: call.args.map((value, at) => stepOf(value, call.words[at] ?? '')),
      });
    else for (const value of call.args) if (value.is === 'function') call.invoke(value, [self]);
    return self;
  },
};

function shorthand(router: Router, verb: string, call: Call, world: RouteWorld): void {
  const last = call.args.length - 1;
  const options = call.args[1];
  const inOptions = options?.is === 'object' ? fieldOf(options, call, 'handler') : undefined;
  const handler = inOptions ?? call.args[last];
  const words = inOptions === undefined ? (call.words[last] ?? '') : 'handler';
  const chain = last > 1 || inOptions !== undefined ? hooksIn(options, call) : [];
  addRoute(router, [verb], call, 0, chain, handler && stepOf(handler, words), world);
}

/** `route({ method, url, handler })`. */
function declared(router: Router, options: Value | undefined, call: Call, world: RouteWorld): void {
  const methods = methodsOf(fieldOf(options, call, 'method'));
  const paths = pathsOf(fieldOf(options, call, 'url', 'path'));
  if (methods.length === 0 || paths === undefined) {
    tellOpenPath(call, call.words[0] ?? '', world);
    return;
  }
  const given = fieldOf(options, call, 'handler');
  const handler = given && stepOf(given, given.is === 'unknown' ? given.words : '');
  for (const path of paths) {
    router.operations.push({
      does: 'route',
      methods,
      path,
      chain: hooksIn(options, call),
      handler,
      at: siteOf(call, 0),
    });
  }
}

function hooksIn(options: Value | undefined, call: Call): Step[] {
  return hookNames.flatMap((name) => {
    const value = fieldOf(options, call, name);
    if (value === undefined) return [];
    const items = value.is === 'list' ? value.items : [value];
    return items.map((item, at) =>
      stepOf(item, (value.is === 'list' ? value.words[at] : undefined) ?? wordsOf(item, name)),
    );
  });
}

function wordsOf(value: Value, hook: string): string {
  if (value.is === 'unknown') return value.words;
  if (value.is === 'external') return value.way.join('.') || value.from;
  return value.is === 'function' ? (value.code.name ?? '') : hook;
}

function addHook(router: Router, call: Call): void {
  const name = textOf(call.args[0]);
  const [, hook] = call.args;
  if (hook === undefined || !hookNames.some((one) => one === name)) return;
  router.operations.push({ does: 'hook', steps: [stepOf(hook, call.words[1] ?? '')] });
}

/** Runs a plugin in a scope of its own, under its prefix; a plugin marked by `fp` runs in the scope it is given to. */
function register(router: Router, call: Call, world: RouteWorld): void {
  const [given, options] = call.args;
  if (given === undefined) return;
  const plugin = pluginOf(given, call);
  if (given.is === 'external' && /^(@fastify\/|fastify-)autoload$/.test(given.from)) {
    registerFolder(router, options, call, world, (file, prefix, scope) => {
      runPlugin(scope, call.load(file), prefix, options, call, world);
    });
  } else if (plugin !== undefined) {
    const prefix = fieldOf(options, call, 'prefix');
    runPlugin(router, plugin, prefix === undefined ? undefined : (pathsOf(prefix)?.[0] ?? open), options, call, world);
  } else if (given.is === 'unknown' && /\b(require|import)\(/.test(given.words)) {
    const message = `The plugin registered here is chosen while the program runs: \`${given.words}\``;
    world.tell({ at: call.at, code: 'unresolved', message, hides: [] });
  }
}

const open: RoutePath = { text: '', open: true };

function runPlugin(
  router: Router,
  given: Value,
  prefix: RoutePath | undefined,
  options: Value | undefined,
  call: Call,
  world: RouteWorld,
): void {
  const plugin = pluginOf(given, call);
  if (plugin === undefined) {
    // A file may give a route instead of a plugin.
    if (fieldOf(given, call, 'handler') !== undefined) declared(router, given, call, world);
    return;
  }
  let scope = router;
  if (!plugin.fields.has(flat)) {
    scope = newRouter('fastify', 'scope', call.at);
    mount(router, prefix ?? root, scope);
  }
  call.invoke(plugin, [world.valueOf(scope), options ?? { is: 'object', fields: new Map() }]);
}

/** The function a plugin is: directly, or as what a file exports. */
function pluginOf(value: Value, call: Call): FunctionValue | undefined {
  if (value.is === 'function') return value;
  if (value.is !== 'module' && value.is !== 'object') return undefined;
  const inner = call.member(value, 'default');
  if (inner?.is === 'function') return inner;
  return inner === undefined || inner === value || inner.is === 'module' ? undefined : pluginOf(inner, call);
}
