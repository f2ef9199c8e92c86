import type { Router } from '../../routes/router.ts';
import { mount, newRouter } from '../../routes/router.ts';
import type { ListValue, MadeValue, Value } from '../program/value.ts';
import { list, textOf, wayOf } from '../program/value.ts';
import { restRoutes } from './django-rest.ts';
import { viewRoutes } from './django-views.ts';
import { pathOf, pathOfPattern } from './python-path.ts';
import type { PythonRoutes } from './python-routes.ts';

const patterns = /(?:^|\.)(?:path|re_path|url|static)$/;
const wrappers = /(?:^|\.)(?:i18n_patterns|format_suffix_patterns|decorator_include)$/;
const routersOfRest = /(?:Router|SimpleRouter)$/;

/**
 * The routers of a Django project: one for each file that has `urlpatterns`. The file the settings name as the root, or
 * the only one nobody includes, answers requests itself.
 */
export function djangoRouters(routes: PythonRoutes): Router[] {
  const { program } = routes;
  const byPath = new Map<string, Router>();
  const lists = new Map<string, ListValue>();
  for (const path of program.tree.paths) {
    const value = program.scopeOf(path).get('urlpatterns');
    const patternsOf = value?.is === 'made' ? list([value]) : value;
    if (patternsOf?.is !== 'list' || !patternsOf.items.some(isPattern)) continue;
    lists.set(path, patternsOf);
    byPath.set(path, newRouter('django', 'router', { path, line: 1, column: 1 }));
  }
  if (byPath.size === 0) return [];
  const included = new Set<string>();
  const context: DjangoContext = { routes, byPath, included };
  for (const [path, value] of lists) fillPatterns(byPath.get(path) as Router, value, context);
  const roots = rootsOf(routes, byPath, included);
  const apps = [...roots].sort().map((path) => {
    const app = newRouter('django', 'app', { path, line: 1, column: 1 });
    mount(app, { text: '', open: false }, byPath.get(path) as Router);
    return app;
  });
  for (const router of byPath.values()) router.name = 'urlpatterns';
  return [...apps, ...byPath.values()];
}

interface DjangoContext {
  readonly routes: PythonRoutes;
  readonly byPath: ReadonlyMap<string, Router>;
  readonly included: Set<string>;
}

function isPattern(value: Value): boolean {
  return (
    (value.is === 'made' && (patterns.test(value.way) || wrappers.test(value.way))) ||
    value.is === 'attribute' ||
    value.is === 'list'
  );
}

function rootsOf(
  routes: PythonRoutes,
  byPath: ReadonlyMap<string, Router>,
  included: ReadonlySet<string>,
): Set<string> {
  const named = routes.program.tree.paths.flatMap((path) => {
    if (!/settings|config|conf|base|common|local|production/.test(path)) return [];
    const root = textOf(routes.program.scopeOf(path).get('ROOT_URLCONF'));
    const found = root === undefined ? undefined : routes.program.tree.find(root, path);
    return found !== undefined && byPath.has(found) ? [found] : [];
  });
  if (named.length > 0) return new Set(named);
  const free = [...byPath.keys()].filter((path) => !included.has(path));
  const shallow = Math.min(...free.map((path) => path.split('/').length));
  return new Set(
    free.length === 1 ? free : free.filter((path) => path.split('/').length === shallow && free.length <= 2),
  );
}

function fillPatterns(router: Router, value: Value, context: DjangoContext): void {
  if (value.is === 'attribute') restInto(router, value.of, context);
  if (value.is !== 'list') return;
  for (const item of value.items) {
    if (item.is === 'list' || item.is === 'attribute') fillPatterns(router, item, context);
    else if (item.is === 'made' && wrappers.test(item.way)) fillWrapped(router, item, context);
    else if (item.is === 'made' && patterns.test(item.way)) fillPattern(router, item, context);
  }
}

// `i18n_patterns(…)` puts the language first; `format_suffix_patterns([…])` changes no path that is asked without a suffix.
function fillWrapped(router: Router, { way, given, at }: MadeValue, context: DjangoContext): void {
  const scope = newRouter('django', 'scope', at);
  for (const value of given.args) fillPatterns(scope, value.is === 'list' ? value : list([value]), context);
  mount(router, { text: /i18n/.test(way) ? '/:language' : '', open: false }, scope);
}

function fillPattern(router: Router, made: MadeValue, context: DjangoContext): void {
  const { given, at, way } = made;
  if (/static$/.test(way)) return;
  const written = given.args[0] ?? given.named.get('route') ?? given.named.get('regex');
  const view = given.args[1] ?? given.named.get('view');
  const words = textOf(unwrapped(written));
  if (words === undefined) {
    context.routes.tellOpen(at, given.words[0] ?? '');
    return;
  }
  const isRegex = /(?:re_path|url)$/.test(way);
  const path = isRegex
    ? { text: `/${pathOfPattern(words)}`, open: false }
    : (pathOf({ is: 'text', text: `/${words}` }) ?? { text: '', open: false });
  const inner = includedBy(view, context, at);
  if (inner === 'outside') return;
  if (inner !== undefined) {
    mount(router, path, inner);
    return;
  }
  for (const { methods, handler, chain } of viewRoutes(view, given.words[1] ?? '', context.routes)) {
    router.operations.push({ does: 'route', methods, path, chain, handler, at });
  }
}

// `gettext_lazy("about/")` is its text.
function unwrapped(value: Value | undefined): Value | undefined {
  return value?.is === 'made' && /(?:^|\.)(?:_|gettext\w*|ugettext\w*)$/.test(value.way) ? value.given.args[0] : value;
}

/** What `include(…)` puts in: another file's patterns, a list of patterns, a router's. `outside`: a package's. */
function includedBy(view: Value | undefined, context: DjangoContext, at: Router['at']): Router | 'outside' | undefined {
  if (view?.is === 'attribute' && view.name === 'urls') return listRouter(view, context, at);
  if (view?.is === 'external' && /\burls$/.test(view.way)) return 'outside';
  if (view?.is === 'list') return listRouter(view, context, at);
  if (view?.is !== 'made' || !/(?:^|\.)include$/.test(view.way)) return undefined;
  const [given] = view.given.args;
  const target =
    given?.is === 'list' && given.items[0] !== undefined && !isPattern(given.items[0]) ? given.items[0] : given;
  const isPair = given?.is === 'list' && given.items.length === 2 && given.items[0]?.is === 'list';
  const wanted = isPair ? given.items[0] : target;
  const name = textOf(wanted);
  const path =
    name !== undefined
      ? context.routes.program.tree.find(name, at.path)
      : wanted?.is === 'module'
        ? wanted.path
        : undefined;
  if (path !== undefined) {
    context.included.add(path);
    return context.byPath.get(path) ?? 'outside';
  }
  if (wanted?.is === 'list' || wanted?.is === 'attribute') return listRouter(wanted, context, at);
  const what = name ?? wayOf(wanted) ?? view.given.words[0] ?? '';
  context.routes.tell({
    at,
    code: 'unresolved',
    message: `The routes of \`${what}\` that are included here are not in this repository`,
    hides: [],
  });
  return 'outside';
}

function listRouter(value: Value, context: DjangoContext, at: Router['at']): Router {
  const scope = newRouter('django', 'scope', at);
  fillPatterns(scope, value, context);
  return scope;
}

function restInto(router: Router, made: MadeValue, context: DjangoContext): void {
  if (routersOfRest.test(made.way)) restRoutes(router, made, context.routes);
}
