import type { Node } from 'oxc-parser';
import { bindingOf } from '../binding.ts';
import type { NodeOf, ParsedModule } from '../parsed-module.ts';

const verbs = /^(get|post|put|patch|delete|del|all|options|head|trace|search)$/;
const joints =
  /^(use|register|route|routes|mount|basePath|prefix|openapi|addHook|group|forRoutes|setGlobalPrefix|enableVersioning|addRoute)$/;
/** What holds values or sends requests answers `get` too, and is never a router. */
const holders =
  /^(axios|https?|ky|got|superagent|supertest|request|cache|map|redis|db|params|searchParams|headers|formData|cookies|localStorage|sessionStorage|config|logger|console|\w*([cC]lient|[cC]ache|[mM]ap|Store|Repository|Params|Headers|Storage|Model|Service))$/;
const makers =
  /^(express|fastify|Fastify|Router|ExpressRouter|KoaRouter|Koa|Hono|OpenAPIHono|PromiseRouter|polka|registerAs|applyDecorators|create(App|Router|Server|Api|Route)\w*|NestFactory|RouterModule)$/;
const routerNames = /^_?(app|application|server|\w*router|\w+App|fastify|instance|api|hono|express|koa|routes?)$/i;
const short = 240;

/** Functions of a file whose bodies may decide a route or a constant. */
export type Relevance = ReadonlySet<Node>;

/** Marks the functions around every call that may make, mount or fill a router, and those that call them by name. */
export function relevantFunctions(module: ParsedModule): Relevance {
  const relevant = new Set<Node>();
  for (const call of [...module.nodesOf('CallExpression'), ...module.nodesOf('NewExpression')])
    if (decidesRoutes(call)) {
      markAround(call, relevant);
      if (calleeName(call.callee) === 'registerAs') for (const argument of call.arguments) relevant.add(argument);
    }
  for (const type of ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'] as const)
    for (const node of module.nodesOf(type)) if (isShort(node) || isConstructor(node)) relevant.add(node);
  if (relevant.size > 0) spreadToCallers(module, relevant);
  return relevant;
}

/** True when the call is of the kind that makes, mounts or fills a router. */
export function decidesRoutes(call: NodeOf<'CallExpression'> | NodeOf<'NewExpression'>): boolean {
  const { callee } = call;
  const name = calleeName(callee);
  if (name === undefined) return false;
  if (makers.test(name)) return true;
  if (callee.type === 'MemberExpression') {
    if (verbs.test(name)) {
      if (callee.object.type === 'ThisExpression' || holders.test(calleeName(callee.object) ?? '')) return false;
      return call.arguments.length > 1 || endsInRoute(callee.object);
    }
    if (name === 'on') return call.arguments.length > 2;
    if (joints.test(name)) return call.arguments.length > 0 || name === 'routes';
    if (callee.computed && call.arguments.length > 1) return true;
  }
  return call.arguments.some(mayBeRouter);
}

/** True when the call fills a router with a handler: the functions it is given are run per request, not now. */
export function takesHandlers(call: NodeOf<'CallExpression'>): boolean {
  const name = call.callee.type === 'MemberExpression' ? calleeName(call.callee) : undefined;
  return (
    name !== undefined && (verbs.test(name) || name === 'addHook' || name === 'openapi') && call.arguments.length > 0
  );
}

function mayBeRouter(argument: Node): boolean {
  if (argument.type === 'SpreadElement') return argument.argument.type === 'Identifier';
  if (argument.type !== 'ObjectExpression') return routerNames.test(calleeName(argument) ?? '');
  return argument.properties.some((one) => one.type === 'Property' && routerNames.test(calleeName(one.value) ?? ''));
}

function calleeName(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression') return undefined;
  if (node.property.type === 'Identifier' && !node.computed) return node.property.name;
  return node.computed ? '[]' : undefined;
}

/** `x.route('/a').get(…).post(…)`, `x.get` of a chain that began with `route`. */
function endsInRoute(node: Node): boolean {
  for (let at = node; at.type === 'CallExpression' && at.callee.type === 'MemberExpression'; at = at.callee.object)
    if (calleeName(at.callee) === 'route') return true;
  return false;
}

function markAround(node: Node, relevant: Set<Node>): void {
  for (let at: Node | null | undefined = node.parent; at; at = at.parent) {
    if (!isFunction(at)) continue;
    if (relevant.has(at)) return;
    relevant.add(at);
  }
}

/** A function of one expression may make a path or hold settings. */
function isShort(node: Node): boolean {
  if (node.end - node.start > short || !isFunction(node)) return false;
  const { body } = node;
  if (body === null) return false;
  if (body.type !== 'BlockStatement') return true;
  return body.body.length === 1 && body.body[0]?.type === 'ReturnStatement';
}

function spreadToCallers(module: ParsedModule, relevant: Set<Node>): void {
  const calls = ownCalls(module);
  for (let before = -1; before !== relevant.size; ) {
    before = relevant.size;
    const methods = relevantMethods(module, relevant);
    for (const { call, target, method } of calls) {
      const lays =
        target?.type === 'ClassDeclaration'
          ? laysInside(target, relevant)
          : target !== undefined && relevant.has(target) && !isShort(target);
      if (lays || (method !== undefined && methods.has(method))) markAround(call, relevant);
    }
  }
}

/** Calls of what this file itself declares: functions by name, `new` of its classes, methods of `this`. */
function ownCalls(module: ParsedModule): { call: Node; target?: Node; method?: string }[] {
  const found: { call: Node; target?: Node; method?: string }[] = [];
  for (const call of [...module.nodesOf('CallExpression'), ...module.nodesOf('NewExpression')]) {
    const { callee } = call;
    if (callee.type === 'MemberExpression') {
      const method = callee.object.type === 'ThisExpression' ? calleeName(callee) : undefined;
      if (method !== undefined) found.push({ call, method });
    } else if (callee.type === 'Identifier') {
      const declaration = bindingOf(module, callee.name, call)?.declaration;
      const target = declaration?.type === 'VariableDeclarator' ? declaration.init : declaration;
      if (target && (isFunction(target) || target.type === 'ClassDeclaration')) found.push({ call, target });
    }
  }
  return found;
}

function relevantMethods(module: ParsedModule, relevant: Relevance): ReadonlySet<string> {
  const members = [...module.nodesOf('MethodDefinition'), ...module.nodesOf('PropertyDefinition')];
  const laying = members.filter(({ value }) => value && relevant.has(value) && !isShort(value));
  return new Set(laying.map((member) => (member.key.type === 'Identifier' ? member.key.name : '')));
}

function laysInside(owner: NodeOf<'ClassDeclaration'>, relevant: Relevance): boolean {
  return owner.body.body.some(
    (member) => 'value' in member && member.value && relevant.has(member.value) && !isConstructor(member.value),
  );
}

/** What a constructor sets, methods use. */
function isConstructor(node: Node): boolean {
  return node.parent?.type === 'MethodDefinition' && node.parent.kind === 'constructor';
}

type FunctionNode = NodeOf<'FunctionDeclaration'> | NodeOf<'ArrowFunctionExpression'>;

function isFunction(node: Node): node is FunctionNode {
  const { type } = node;
  return type === 'FunctionDeclaration' || type === 'FunctionExpression' || type === 'ArrowFunctionExpression';
}
