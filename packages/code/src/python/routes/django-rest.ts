import type { Router } from '../../routes/router.ts';
import type { ClassValue, MadeValue, Value } from '../program/value.ts';
import { memberNames, memberOfClass, outsideBases, textOf } from '../program/value.ts';
import { classSteps } from './django-views.ts';
import { pathOfPattern } from './python-path.ts';
import type { PythonRoutes } from './python-routes.ts';
import { methodStep, methodsOf } from './python-step.ts';

interface Action {
  readonly verb: string;
  readonly name: string;
  readonly detail: boolean;
}

const standard: readonly Action[] = [
  { verb: 'GET', name: 'list', detail: false },
  { verb: 'POST', name: 'create', detail: false },
  { verb: 'GET', name: 'retrieve', detail: true },
  { verb: 'PUT', name: 'update', detail: true },
  { verb: 'PATCH', name: 'partial_update', detail: true },
  { verb: 'DELETE', name: 'destroy', detail: true },
];
const given: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?:^|\.)ReadOnlyModelViewSet$/, ['list', 'retrieve']],
  [/(?:^|\.)ModelViewSet$/, ['list', 'create', 'retrieve', 'update', 'partial_update', 'destroy']],
  [/ListModelMixin$/, ['list']],
  [/CreateModelMixin$/, ['create']],
  [/RetrieveModelMixin$/, ['retrieve']],
  [/UpdateModelMixin$/, ['update', 'partial_update']],
  [/DestroyModelMixin$/, ['destroy']],
];

/** The routes of a router of Django's REST framework: for each view set its list, its items and its extra actions. */
export function restRoutes(router: Router, made: MadeValue, routes: PythonRoutes): void {
  const parent = prefixOfParent(made, routes);
  for (const { name, given: call, at } of made.calls) {
    if (name !== 'register') continue;
    const prefix = textOf(call.args[0] ?? call.named.get('prefix'));
    const view = call.args[1] ?? call.named.get('viewset');
    if (prefix === undefined) routes.tellOpen(at, call.words[0] ?? '');
    else if (view?.is === 'class') layViewSet(router, `${parent}/${pathOfPattern(prefix)}`, view, at);
    else {
      const message = `The view set \`${call.words[1] ?? ''}\` can't be followed`;
      routes.tell({ at, code: 'unresolved', message, hides: ['endpoint'] });
    }
  }
}

// `NestedSimpleRouter(parent, "domains", lookup="domain")` stands below `/domains/:domain_pk`.
function prefixOfParent(made: MadeValue, routes: PythonRoutes): string {
  const [outer, prefix] = made.given.args;
  if (outer?.is !== 'made' || !/Nested/.test(made.way)) return '';
  const words = textOf(prefix ?? made.given.named.get('parent_prefix')) ?? '';
  const lookup = textOf(made.given.named.get('lookup') ?? made.given.args[2]) ?? words;
  return `${prefixOfParent(outer, routes)}/${words}/:${lookup}_pk`;
}

function layViewSet(router: Router, path: string, view: ClassValue, at: Router['at']): void {
  const names = memberNames(view);
  const bases = new Set(outsideBases(view).flatMap((base) => given.find(([sign]) => sign.test(base))?.[1] ?? []));
  const field = textOf(memberOfClass(view, 'lookup_url_kwarg')) ?? textOf(memberOfClass(view, 'lookup_field')) ?? 'pk';
  const limited = memberOfClass(view, 'http_method_names');
  const allowed = limited === undefined ? undefined : new Set(methodsOf(limited, []));
  const chain = classSteps(view);
  const lay = (verb: string, text: string, name: string): void => {
    if (allowed !== undefined && !allowed.has(verb)) return;
    const handler = methodStep(view, name, memberOfClass(view, name));
    router.operations.push({ does: 'route', methods: [verb], path: { text, open: false }, chain, handler, at });
  };
  for (const { verb, name, detail } of standard) {
    if (names.has(name) || bases.has(name)) lay(verb, detail ? `${path}/:${field}` : path, name);
  }
  for (const name of names) {
    const method = memberOfClass(view, name);
    for (const { verbs, detail, url } of extraActions(method, name)) {
      for (const verb of verbs) lay(verb, `${detail ? `${path}/:${field}` : path}/${url}`, name);
    }
  }
}

function extraActions(method: Value | undefined, name: string): { verbs: string[]; detail: boolean; url: string }[] {
  if (method?.is !== 'function') return [];
  return method.decorators.flatMap(({ value }) => {
    if (value.is === 'made' && /(?:^|\.)(?:list_route|detail_route)$/.test(value.way)) {
      const { named } = value.given;
      return [
        {
          verbs: methodsOf(named.get('methods'), ['GET']),
          detail: /detail/.test(value.way),
          url: textOf(named.get('url_path')) ?? name,
        },
      ];
    }
    if (value.is === 'made' && /(?:^|\.)action$/.test(value.way)) {
      const { named, args } = value.given;
      const detail = named.get('detail') ?? args[1];
      const url = pathOfPattern(textOf(named.get('url_path')) ?? name);
      return [
        {
          verbs: methodsOf(named.get('methods') ?? args[0], ['GET']),
          detail: detail?.is === 'constant' && detail.value === true,
          url,
        },
      ];
    }
    // `@share.mapping.delete` answers another method on the path of the action `share`.
    return [];
  });
}
