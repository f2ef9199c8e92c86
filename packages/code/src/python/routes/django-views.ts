import type { Step } from '../../routes/router.ts';
import type { ClassValue, FunctionValue, Value } from '../program/value.ts';
import { memberNames, memberOfClass, outsideBases, textOf } from '../program/value.ts';
import type { PythonRoutes } from './python-routes.ts';
import { methodStep, methodsOf, stepOf } from './python-step.ts';

/** What answers one pattern: some methods by one handler. */
export interface ViewRoute {
  readonly methods: readonly string[];
  readonly handler: Step;
  readonly chain: readonly Step[];
}

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];
/** What the classes of Django and its REST framework answer without writing a method. */
const answered: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ListCreateAPIView$/, ['GET', 'POST']],
  [/RetrieveUpdateDestroyAPIView$/, ['GET', 'PUT', 'PATCH', 'DELETE']],
  [/RetrieveUpdateAPIView$/, ['GET', 'PUT', 'PATCH']],
  [/RetrieveDestroyAPIView$/, ['GET', 'DELETE']],
  [/(?:List|Retrieve)APIView$/, ['GET']],
  [/CreateAPIView$/, ['POST']],
  [/UpdateAPIView$/, ['PUT', 'PATCH']],
  [/DestroyAPIView$/, ['DELETE']],
  [
    /\b(?:Template|List|Detail|Redirect|Archive\w*|Year\w*|Month\w*|Day\w*|Schema|Spectacular\w*)View$|Spectacular\w*View$/,
    ['GET'],
  ],
  [/(?:Create|Update|Delete|Form|Login|Password\w*)View$/, ['GET', 'POST']],
  [/LogoutView$/, ['POST']],
  [/Token\w*View$|ObtainAuthToken$/, ['POST']],
];

/** The methods and handlers of a view: a function, a class, or what wraps one of them. */
export function viewRoutes(view: Value | undefined, words: string, routes: PythonRoutes): ViewRoute[] {
  if (view?.is === 'function') return [functionRoute(view)];
  if (view?.is === 'made' && /\.as_view$/.test(view.way))
    return classRoutes(view.of, view.way, view.given.args[0], words);
  if (view?.is === 'made') {
    // `login_required(view)`: what is called first stands outside.
    const [inner, ...others] = [
      ...view.given.args,
      ...view.calls.flatMap((one) => one.applied.flatMap(({ args }) => args)),
    ];
    const name = view.way.slice(view.way.lastIndexOf('.') + 1);
    if (inner !== undefined && others.length === 0 && /^(?:function|made)$/.test(inner.is)) {
      return viewRoutes(inner, words, routes).map((one) => ({ ...one, chain: [{ name }, ...one.chain] }));
    }
  }
  if (view?.is === 'class') return classRoutes(view, '', undefined, words);
  return [{ methods: ['ALL'], handler: { name: words.replace(/\.as_view\(.*$/s, '') }, chain: [] }];
}

function functionRoute(view: FunctionValue): ViewRoute {
  let methods: string[] = ['ALL'];
  const chain: Step[] = [];
  for (const { value, words } of view.decorators) {
    const given = value.is === 'made' ? value.given.args[0] : undefined;
    if (/^(?:\w+\.)*(?:api_view|require_http_methods)\b/.test(words)) methods = methodsOf(given, ['GET']);
    else if (/require_POST\b/.test(words)) methods = ['POST'];
    else if (/require_(?:GET|safe)\b/.test(words)) methods = ['GET'];
    else if (/permission_classes|authentication_classes/.test(words)) chain.push(...stepsOf(given));
    else chain.push({ name: words.replace(/\(.*$/s, '') });
  }
  return { methods, handler: stepOf(view, view.code.name), chain };
}

function classRoutes(of: ClassValue | undefined, way: string, actions: Value | undefined, words: string): ViewRoute[] {
  const handler = { name: words.replace(/\.as_view\(.*$/s, '') };
  if (of === undefined) {
    const methods = answeredBy([way.replace(/\.as_view$/, '')]);
    return [{ methods: methods.length > 0 ? methods : ['ALL'], handler, chain: [] }];
  }
  const chain = classSteps(of);
  // `.as_view({'get': 'list'})`: which method of the view set answers.
  if (actions?.is === 'dict') {
    return [...actions.entries].map(([verb, { value }]) => ({
      methods: [verb.toUpperCase()],
      handler: methodStep(of, textOf(value) ?? verb, memberOfClass(of, textOf(value) ?? verb)),
      chain,
    }));
  }
  const names = memberNames(of);
  const limited = memberOfClass(of, 'http_method_names');
  const allowed = limited === undefined ? undefined : new Set(methodsOf(limited, []));
  const own = verbs.filter((verb) => names.has(verb)).map((verb) => verb.toUpperCase());
  const all = [...new Set([...own, ...answeredBy(outsideBases(of))])].filter((verb) => allowed?.has(verb) ?? true);
  if (all.length === 0) return [{ methods: ['ALL'], handler: stepOf(of, of.code.name), chain }];
  return all.map((verb) => {
    const method = memberOfClass(of, verb.toLowerCase());
    return {
      methods: [verb],
      handler: method === undefined ? stepOf(of, of.code.name) : methodStep(of, verb.toLowerCase(), method),
      chain,
    };
  });
}

function answeredBy(bases: readonly string[]): string[] {
  return [...new Set(bases.flatMap((base) => answered.find(([sign]) => sign.test(base))?.[1] ?? []))];
}

/** Permissions and authentication of a class view, mixins that check who asks, decorators put on its dispatch. */
export function classSteps(of: ClassValue): Step[] {
  const listed = ['authentication_classes', 'permission_classes'].flatMap((name) => stepsOf(memberOfClass(of, name)));
  const mixins = of.bases
    .map((base) =>
      base.is === 'class'
        ? base.code.name
        : base.is === 'external'
          ? base.way.slice(base.way.lastIndexOf('.') + 1)
          : '',
    )
    .filter((name) => /(?:Required|Permission|Access|Auth)\w*Mixin$/.test(name))
    .map((name): Step => ({ name }));
  const dispatch = of.decorators.map(
    ({ words }): Step => ({ name: /method_decorator\((\w+)/.exec(words)?.[1] ?? words.replace(/\(.*$/s, '') }),
  );
  return [...dispatch, ...mixins, ...listed];
}

function stepsOf(value: Value | undefined): Step[] {
  if (value?.is !== 'list') return [];
  return value.items.map((item, index) => stepOf(item, value.words[index] ?? ''));
}
