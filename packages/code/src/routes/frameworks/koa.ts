import type { Call } from '../../typescript/evaluation/host.ts';
import { addRoute, addVerbRoute } from '../add-route.ts';
import type { Framework, RouteWorld } from '../framework.ts';
import { fieldOf, flatArguments, mayHandle, methodsOf, pathsOf, root, routerIn, stepOf, verbs } from '../read-call.ts';
import type { Router } from '../router.ts';
import { mount, newRouter } from '../router.ts';

/** Koa with `@koa/router` and `koa-mount`. */
export const koa: Framework = {
  name: 'koa',
  packages: /^(koa|@koa\/router|koa-router|koa-mount)$/,
  types: /^(Koa|Application|KoaRouter|Router)\b/,
  hooksWholeScope: false,

  make(external, call, world) {
    const name = external.way.join('.');
    if (external.from === 'koa' && name === '') return world.valueOf(newRouter('koa', 'app', call.at));
    if (/^(@koa\/router|koa-router)$/.test(external.from) && (name === '' || name === 'Router')) {
      const given = fieldOf(call.args[0], call, 'prefix');
      const prefix = given === undefined ? root : (pathsOf(given)?.[0] ?? { text: '', open: true });
      return world.valueOf(newRouter('koa', 'router', call.at, prefix));
    }
    if (external.from !== 'koa-mount') return undefined;
    const path = pathsOf(call.args[0])?.[0];
    const target = routerIn(
      call.args[path === undefined ? 0 : 1] ?? call.args[0] ?? { is: 'unknown', words: '' },
      call,
      world,
    );
    if (target === undefined) return undefined;
    const wrapper = newRouter('koa', 'scope', call.at);
    mount(wrapper, path ?? root, target);
    return world.valueOf(wrapper);
  },

  call(router, key, call, world) {
    const self = world.valueOf(router);
    const verb = verbs[key];
    // A first text may be the name of the route; the path is then the second.
    const pathAt = call.args[1]?.is === 'text' && call.args.length > 2 ? 1 : 0;
    if (verb !== undefined) {
      if (call.args.length > 1) addVerbRoute(router, [verb], call, world, pathAt);
    } else if (key === 'register') {
      const steps = flatArguments(call, 2).map(({ value, words }) => stepOf(value, words));
      addRoute(router, methodsOf(call.args[1]), call, 0, steps.slice(0, -1), steps.at(-1), world);
    } else if (key === 'use') use(router, call, world);
    else if (key === 'prefix') {
      const prefix = pathsOf(call.args[0])?.[0];
      router.base = { text: (prefix?.text ?? '') + router.base.text, open: prefix?.open ?? true };
    } else if (key === 'allowedMethods') return { is: 'plain', value: null };
    else if (key !== 'routes' && key !== 'middleware') {
      for (const value of call.args) if (value.is === 'function') call.invoke(value, []);
    }
    return self;
  },
};

function use(router: Router, call: Call, world: RouteWorld): void {
  const given = pathsOf(call.args[0]);
  for (const path of given ?? [root])
    for (const { value, words } of flatArguments(call, given === undefined ? 0 : 1)) {
      const target = routerIn(value, call, world);
      if (target !== undefined) mount(router, path, target);
      else if (mayHandle(value))
        router.operations.push({
          does: 'hook',
          ...(given === undefined ? {} : { path }),
          steps: [stepOf(value, words)],
        });
    }
}
