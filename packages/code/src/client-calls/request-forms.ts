import type { Node } from 'oxc-parser';
import { bindingOf } from '../typescript/binding.ts';
import { constantNode, foldText } from '../typescript/fold-text.ts';
import type { NodeOf, ParsedModule } from '../typescript/parsed-module.ts';
import { propertyName } from '../typescript/property-name.ts';

type Call = NodeOf<'CallExpression'>;

/** One request as its form says it. */
export interface RequestForm {
  readonly client: string;
  readonly method: string;
  readonly url: Node;
  /** What it is sent with, when that is more than a name of a package. */
  readonly sender?: Node;
  /** The form alone proves that a request is sent. */
  readonly sure: boolean;
  /** It is one only if what it is sent with turns out to be a client another file made. */
  readonly perhaps?: true;
}

const verbs = /^(get|post|put|patch|delete|head|options|del)$/;
const upperVerbs = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;
const packages =
  /^(axios|ky|got|superagent|ofetch|node-fetch|cross-fetch|isomorphic-fetch|undici|needle|request|request-promise|wretch|alova)/;
const senders =
  /(^|[._$])(api|client|https?|axios|rest|request|fetcher|ky|got|agent|backend|gateway|sdk|ajax)$|(Api|API|Client|Http|Axios|Request|Fetcher|Backend|Gateway|Sdk|Service)$/;
const senderFunctions =
  /^(\w*[fF]etch(er|Json|JSON|Api|API|Data)?|fetch[A-Z]\w*|\w*[rR]equest|api|http|callApi|apiCall|ajax|useSWR\w*|useFetch|useLazyFetch|useQuery|(get|post|put|patch|delete|del)(Json|JSON|Api|Request|Data)?)$/;
const routeMakers =
  /^(route|createRoute|defineRoute|registerRoute|registerPath|addRoute|register|use|openapi|handle|on)$/;

/** The request a call sends, by its form; undefined when it looks like none. */
export function requestForm(module: ParsedModule, call: Call): RequestForm | undefined {
  const { callee } = call;
  const [first] = call.arguments;
  if (first === undefined) return remoteChain(module, call);
  const described = descriptionForm(module, call);
  if (described !== undefined) return described;
  if (callee.type === 'Identifier') return functionForm(module, call, callee.name, first);
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || callee.computed) return undefined;
  return methodForm(module, call, callee, callee.property.name, first) ?? remoteChain(module, call);
}

/** `fetch(url, { method })`, `axios(url)`, `request('POST', url)`. */
function functionForm(module: ParsedModule, call: Call, name: string, first: Node): RequestForm | undefined {
  const source = importSource(module, call.callee);
  const global = /^(fetch|\$fetch)$/.test(name) && bindingOf(module, name, call) === undefined;
  const sure = global || (source !== undefined && packages.test(source));
  if (!sure && !senderFunctions.test(name)) return undefined;
  const second = call.arguments[1];
  const named = foldText(module, first);
  if (named !== undefined && upperVerbs.test(named) && second)
    return { client: name, method: named, url: second, sure };
  const method = methodOfFunction(name, methodIn(module, call, 1));
  return isFunction(call.arguments.at(-1)) && call.arguments.length > 1 && !name.startsWith('use')
    ? undefined
    : { client: name, method, url: first, sure };
}

/** A name that says the method says more than options nobody knows. */
function methodOfFunction(name: string, said: string | undefined): string {
  if (name.startsWith('use')) return 'GET';
  const named = /^(get|post|put|patch|delete|del)/.exec(name)?.[1];
  if (named === undefined) return said ?? 'GET';
  return said === undefined || said === 'ALL' ? verbOf(named) : said;
}

/** `client.get(url)`, `this.http.post(url, body)`, `client.GET(url)`, `xhr.open('GET', url)`, `http.request('GET', url)`. */
function methodForm(
  module: ParsedModule,
  call: Call,
  callee: NodeOf<'MemberExpression'>,
  name: string,
  first: Node,
): RequestForm | undefined {
  const second = call.arguments[1];
  const sender = module.text.slice(callee.object.start, Math.min(callee.object.end, callee.object.start + 80));
  const source = importSource(module, callee.object);
  const sure = (source !== undefined && packages.test(source)) || isMadeClient(module, callee.object);
  const known = { client: sender, sender: callee.object, sure };
  if (/^(open|request|fetch|call)$/.test(name) && second) {
    const method = foldText(module, first)?.toUpperCase() ?? '';
    if (upperVerbs.test(method)) return { ...known, method, url: second, sure: sure || name === 'open' };
  }
  const jquery = /^(\$|jQuery)$/.test(sender);
  const sends = sure || jquery || sender === 'this' || senders.test(sender.replace(/\(.*\)$/s, ''));
  const imported = source?.startsWith('.') === true && verbs.test(name);
  if (!sends && imported && !isFunction(call.arguments.at(-1))) {
    return { ...known, method: verbOf(name), url: first, perhaps: true };
  }
  if (!sends || (isFunction(call.arguments.at(-1)) && call.arguments.length > 1 && !jquery)) return undefined;
  if (upperVerbs.test(name)) return { ...known, method: name, url: first };
  if (verbs.test(name)) return { ...known, method: verbOf(name), url: first };
  if (/^(request|fetch)$/.test(name)) return { ...known, method: methodIn(module, call, 1) ?? 'GET', url: first };
  return undefined;
}

/** `request({ method: 'POST', url: '/…' })`, whoever is called. */
function descriptionForm(module: ParsedModule, call: Call): RequestForm | undefined {
  const name = calleeName(call.callee);
  for (const argument of call.arguments.slice(0, 2)) {
    if (argument.type !== 'ObjectExpression') continue;
    const fields = new Map(
      argument.properties.flatMap((one) =>
        one.type === 'Property' ? [[propertyName(one) ?? '', one.value] as const] : [],
      ),
    );
    const url = fields.get('url') ?? fields.get('path') ?? fields.get('uri') ?? fields.get('endpoint');
    const said = fields.get('method') ?? (name === 'ajax' ? fields.get('type') : undefined);
    if (url === undefined || fields.has('handler') || routeMakers.test(name)) continue;
    const method = said && foldText(module, said)?.toUpperCase();
    const source = importSource(module, call.callee);
    const sure = (source !== undefined && packages.test(source)) || isMadeClient(module, call.callee);
    const sender = call.callee.type === 'MemberExpression' ? { sender: call.callee.object } : { sender: call.callee };
    if (method !== undefined && upperVerbs.test(method)) return { client: name, method, url, ...sender, sure: true };
    if (sure || name === 'ajax') return { client: name, method: said ? 'ALL' : 'GET', url, ...sender, sure };
  }
  return undefined;
}

/** `client.api.users[':id'].$get()` of Hono: the properties are the path. */
function remoteChain(module: ParsedModule, call: Call): RequestForm | undefined {
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return undefined;
  const verb = /^\$(get|post|put|patch|delete)$/.exec(callee.property.name)?.[1];
  if (verb === undefined) return undefined;
  const client = module.text.slice(callee.start, Math.min(callee.end, callee.start + 60));
  return { client, method: verbOf(verb), url: callee.object, sure: true };
}

/** The method a later argument says: `{ method: 'POST' }`. `ALL` when it says one that is not constant. */
function methodIn(module: ParsedModule, call: Call, from: number): string | undefined {
  for (const argument of call.arguments.slice(from)) {
    const options = constantNode(module, argument) ?? argument;
    const direct = foldText(module, argument);
    if (direct !== undefined && upperVerbs.test(direct)) return direct;
    if (options.type !== 'ObjectExpression') continue;
    for (const property of options.properties) {
      if (property.type !== 'Property' || propertyName(property) !== 'method') continue;
      const method = foldText(module, property.value)?.toUpperCase();
      return method !== undefined && upperVerbs.test(method) ? method : 'ALL';
    }
    if (options.properties.some((property) => property.type === 'SpreadElement')) return 'ALL';
  }
  const last = call.arguments[from];
  return last && last.type === 'Identifier' && constantNode(module, last) === undefined ? 'ALL' : undefined;
}

/** `axios.create({ … })`, `ky.extend({ … })` in this file. */
export function clientSettings(module: ParsedModule, sender: Node): NodeOf<'ObjectExpression'> | undefined {
  if (sender.type !== 'Identifier') return undefined;
  const declaration = bindingOf(module, sender.name, sender)?.declaration;
  const made = declaration?.type === 'VariableDeclarator' ? declaration.init : undefined;
  if (made?.type !== 'CallExpression' || made.callee.type !== 'MemberExpression') return undefined;
  if (!/^(create|extend|instance)$/.test(calleeName(made.callee))) return undefined;
  const source = importSource(module, made.callee.object);
  const [settings] = made.arguments;
  if (source === undefined || !packages.test(source)) return undefined;
  return settings?.type === 'ObjectExpression' ? settings : undefined;
}

function isMadeClient(module: ParsedModule, sender: Node): boolean {
  return clientSettings(module, sender) !== undefined;
}

function importSource(module: ParsedModule, node: Node): string | undefined {
  if (node.type !== 'Identifier') return undefined;
  const declaration = bindingOf(module, node.name, node)?.declaration;
  if (declaration?.parent?.type === 'ImportDeclaration') return declaration.parent.source.value;
  const made = declaration?.type === 'VariableDeclarator' ? declaration.init : undefined;
  if (made?.type !== 'CallExpression' || calleeName(made.callee) !== 'require') return undefined;
  const [source] = made.arguments;
  return source && foldText(module, source);
}

function calleeName(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' && node.property.type === 'Identifier' ? node.property.name : '';
}

function isFunction(node: Node | undefined): boolean {
  return node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression';
}

function verbOf(name: string): string {
  return name === 'del' ? 'DELETE' : name.toUpperCase();
}
