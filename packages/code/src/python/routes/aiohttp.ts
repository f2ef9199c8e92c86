import type { Router } from '../../routes/router.ts';
import { mount, newRouter } from '../../routes/router.ts';
import type { Given, Value } from '../program/value.ts';
import { pathOf } from './python-path.ts';
import type { PythonFramework, PythonRoutes } from './python-routes.ts';
import { innerDecorators, methodsOf, stepOf } from './python-step.ts';

const adding = /^(?:router\.)?add_(get|post|put|patch|delete|head|options|view|route|routes|subapp)$/;
const verbs = /^(?:get|post|put|patch|delete|head|options)$/;

/** aiohttp: routes added one by one, as tables and as lists; applications in applications. */
export const aiohttp: PythonFramework = {
  name: 'aiohttp',
  packages: /^aiohttp\b/,
  types: /\bweb\.Application\b/,

  open({ way, at }) {
    if (/^aiohttp\.web\b.*\bApplication$/.test(way)) return newRouter('aiohttp', 'app', at);
    return /^aiohttp\.web\b.*\bRouteTableDef$/.test(way) ? newRouter('aiohttp', 'router', at) : undefined;
  },

  fill(router, made, routes) {
    for (const { name, given, applied, at } of made.calls) {
      if (verbs.test(name)) {
        for (const one of applied) {
          const path = pathOf(given.args[0]);
          const handler = stepOf(one.args[0], one.words[0] ?? '');
          if (path !== undefined)
            router.operations.push({
              does: 'route',
              methods: [name.toUpperCase()],
              path,
              chain: innerDecorators(one),
              handler,
              at,
            });
        }
        continue;
      }
      const kind = adding.exec(name)?.[1];
      if (kind === 'routes') addAll(router, given.args[0], routes);
      else if (kind === 'subapp') {
        const [path, target] = [pathOf(given.args[0]), routes.routerOf(given.args[1])];
        if (path !== undefined && target !== undefined) mount(router, path, target);
      } else if (kind === 'route')
        add(
          router,
          methodsOf(given.args[0], ['ALL']),
          { ...given, args: given.args.slice(1), words: given.words.slice(1) },
          at,
        );
      else if (kind !== undefined) add(router, [kind === 'view' ? 'ALL' : kind.toUpperCase()], given, at);
    }
  },
};

function addAll(router: Router, value: Value | undefined, routes: PythonRoutes): void {
  const table = routes.routerOf(value);
  if (table !== undefined) mount(router, { text: '', open: false }, table);
  if (value?.is !== 'list') return;
  for (const item of value.items) {
    const verb =
      item.is === 'made'
        ? /^aiohttp\.web\.(get|post|put|patch|delete|head|options|view|route)$/.exec(item.way)?.[1]
        : undefined;
    if (item.is !== 'made' || verb === undefined) continue;
    const { given, at } = item;
    if (verb === 'route')
      add(
        router,
        methodsOf(given.args[0], ['ALL']),
        { ...given, args: given.args.slice(1), words: given.words.slice(1) },
        at,
      );
    else add(router, [verb === 'view' ? 'ALL' : verb.toUpperCase()], given, at);
  }
}

function add(router: Router, methods: readonly string[], { args, words, named }: Given, at: Router['at']): void {
  const path = pathOf(args[0] ?? named.get('path'));
  const handler = stepOf(args[1] ?? named.get('handler'), words[1] ?? '');
  if (path !== undefined) router.operations.push({ does: 'route', methods, path, chain: [], handler, at });
}
