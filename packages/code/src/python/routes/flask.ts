import type { RoutePath, Router, Step } from '../../routes/router.ts';
import { mount, newRouter } from '../../routes/router.ts';
import type { ClassValue, MethodCall, Value } from '../program/value.ts';
import { memberNames, memberOfClass } from '../program/value.ts';
import { pathOf, prefixOf } from './python-path.ts';
import type { PythonFramework, PythonRoutes } from './python-routes.ts';
import { innerDecorators, methodStep, methodsOf, stepOf } from './python-step.ts';

const verbs = /^(?:get|post|put|patch|delete|head|options)$/;
const apps =
  /^(?:flask|quart|apiflask|flask_openapi3|sanic|bottle)\b.*\b(?:Flask|Quart|APIFlask|OpenAPI|Sanic|Bottle)$/;
const blueprints = /^(?:flask|quart|apiflask|flask_openapi3|flask_smorest|sanic)\b.*\b(?:\w*Blueprint)$/;
const apis = /^(?:flask_restful|flask_restx|flask_restplus|flask_smorest)\b.*\bApi$/;
const namespaces = /^(?:flask_restx|flask_restplus)\b.*\bNamespace$/;

/** Flask and what is built like it: blueprints in blueprints, class views, resources of Flask-RESTful and its kin. */
export const flask: PythonFramework = {
  name: 'flask',
  packages: /^(?:flask\w*|quart|sanic|bottle|apiflask)\b/,
  types: /\b(?:Flask|Quart|Sanic|Blueprint)\b/,

  open({ way, given, at }) {
    if (apps.test(way)) return newRouter('flask', 'app', at);
    if (blueprints.test(way)) return newRouter('flask', 'router', at, prefixOf(given.named.get('url_prefix')));
    if (apis.test(way)) return newRouter('flask', 'router', at, prefixOf(given.named.get('prefix')));
    if (!namespaces.test(way)) return undefined;
    const name = given.args[0]?.is === 'text' ? `/${given.args[0].text}` : '';
    return newRouter(
      'flask',
      'router',
      at,
      given.named.has('path') ? prefixOf(given.named.get('path')) : { text: name, open: false },
    );
  },

  fill(router, made, routes) {
    if (apis.test(made.way)) {
      const owners = [
        made.given.args[0],
        made.given.named.get('app'),
        ...made.calls.filter(({ name }) => name === 'init_app').map(({ given }) => given.args[0]),
      ];
      for (const owner of owners) {
        const parent = routes.routerOf(owner);
        if (parent !== undefined) mount(parent, { text: '', open: false }, router);
      }
    }
    for (const call of made.calls) lay(router, call, routes);
  },
};

function lay(router: Router, call: MethodCall, routes: PythonRoutes): void {
  const { name, given, at } = call;
  const rule = given.args[0] ?? given.named.get('rule') ?? given.named.get('uri') ?? given.named.get('path');
  if (name === 'route' || verbs.test(name)) {
    for (const applied of call.applied) layApplied(router, call, rule, applied, routes);
  } else if (name === 'add_url_rule' || name === 'add_route') {
    const view = given.named.get('view_func') ?? given.args[name === 'add_route' ? 0 : 2];
    layView(
      router,
      name === 'add_route' ? given.args[1] : rule,
      view,
      call,
      given.namedWords.get('view_func') ?? given.words[2] ?? '',
      routes,
    );
  } else if (/^register_(?:blueprint|api)$|^blueprint$/.test(name)) {
    const target = routes.routerOf(given.args[0] ?? given.named.get('blueprint'));
    if (target === undefined) {
      routes.tell({
        at,
        code: 'unresolved',
        message: `The blueprint \`${given.words[0] ?? ''}\` that is registered here can't be followed`,
        hides: ['endpoint'],
      });
    } else mountUnder(router, given.named.get('url_prefix'), target, routes);
  } else if (name === 'add_namespace') {
    const target = routes.routerOf(given.args[0]);
    if (target !== undefined) mountUnder(router, given.args[1] ?? given.named.get('path'), target, routes);
  } else if (/^add_\w*resource$/.test(name)) {
    for (const url of given.args.slice(1)) layView(router, url, given.args[0], call, given.words[0] ?? '', routes);
  } else if (/^before_(?:app_)?request$|^middleware$/.test(name)) {
    const given1 = call.applied.map((one) => stepOf(one.args[0], one.words[0] ?? ''));
    const steps =
      given1.length > 0 ? given1 : given.args.map((value, index) => stepOf(value, given.words[index] ?? ''));
    router.operations.unshift({ does: 'hook', steps });
  }
}

/** A prefix given where it is registered takes the place of the blueprint's own. */
function mountUnder(parent: Router, prefix: Value | undefined, target: Router, routes: PythonRoutes): void {
  if (prefix === undefined || (prefix.is === 'constant' && prefix.value === null)) {
    mount(parent, { text: '', open: false }, target);
    return;
  }
  const variant: Router = { ...target, base: prefixOf(prefix), origin: 'scope' };
  mount(parent, { text: '', open: false }, variant);
  routes.stoodIn.add(target);
}

function layApplied(
  router: Router,
  call: MethodCall,
  rule: Value | undefined,
  applied: MethodCall['given'],
  routes: PythonRoutes,
): void {
  const [target] = applied.args;
  const { name, given } = call;
  if (target?.is === 'class') {
    layView(router, rule, target, call, target.code.name, routes);
    return;
  }
  const methods = verbs.test(name) ? [name.toUpperCase()] : methodsOf(given.named.get('methods'), ['GET']);
  layRoute(router, methods, rule, call, stepOf(target, applied.words[0] ?? ''), innerDecorators(applied), routes);
}

/** A function, a class with a method for each verb, or what wraps one of them. */
function layView(
  router: Router,
  rule: Value | undefined,
  view: Value | undefined,
  call: MethodCall,
  words: string,
  routes: PythonRoutes,
): void {
  const { target, before } = unwrap(view);
  const of = target?.is === 'class' ? target : target?.is === 'made' ? target.of : undefined;
  const named = call.given.named.get('methods');
  if (of === undefined) {
    layRoute(router, methodsOf(named, ['GET']), rule, call, stepOf(target, words), before, routes);
    return;
  }
  const own = [...memberNames(of)].filter((name) => verbs.test(name));
  const wanted = named === undefined ? own : methodsOf(named, []).map((one) => one.toLowerCase());
  const steps = [...before, ...classSteps(of)];
  for (const name of wanted) {
    const method = memberOfClass(of, name) ?? memberOfClass(of, 'dispatch_request');
    layRoute(
      router,
      [name.toUpperCase()],
      rule,
      call,
      methodStep(of, name, method),
      [...steps, ...methodSteps(method)],
      routes,
    );
  }
  if (wanted.length === 0) layRoute(router, ['GET'], rule, call, { name: of.code.name, at: of.at }, steps, routes);
}

function unwrap(view: Value | undefined): { target: Value | undefined; before: Step[] } {
  if (view?.is !== 'made' || view.of !== undefined) return { target: view, before: [] };
  const [inner] = view.given.args;
  if (inner === undefined || (inner.is !== 'function' && inner.is !== 'made' && inner.is !== 'class'))
    return { target: view, before: [] };
  const deeper = unwrap(inner);
  return { target: deeper.target, before: [{ name: view.way.slice(view.way.lastIndexOf('.') + 1) }, ...deeper.before] };
}

/** `decorators = [login_required]` of a class view, `method_decorators` of a resource. */
function classSteps(of: ClassValue): Step[] {
  return ['decorators', 'method_decorators'].flatMap((name) => {
    const value = memberOfClass(of, name);
    return value?.is === 'list' ? value.items.map((item, index) => stepOf(item, value.words[index] ?? '')) : [];
  });
}

function methodSteps(method: Value | undefined): Step[] {
  return method?.is === 'function'
    ? method.decorators.map((one) => stepOf(one.value, one.words.replace(/\(.*$/s, '')))
    : [];
}

function layRoute(
  router: Router,
  methods: readonly string[],
  rule: Value | undefined,
  { given, at }: MethodCall,
  handler: Step,
  chain: readonly Step[],
  routes: PythonRoutes,
): void {
  const path: RoutePath | undefined = pathOf(rule);
  if (path === undefined) routes.tellOpen(at, given.words[0] ?? '');
  else router.operations.push({ does: 'route', methods, path, chain, handler, at });
}
