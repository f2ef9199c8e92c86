import type { Node } from 'oxc-parser';
import { lowerConstant } from '../typescript/lower-constant.ts';
import type { NodeOf, ParsedModule } from '../typescript/parsed-module.ts';
import { propertyName } from '../typescript/property-name.ts';
import type { Expression } from '../typescript/script/script.ts';
import { nameOfCallee, sourceOf } from './send-context.ts';
import { statusOfName } from './status-name.ts';

const setters = /^(status|code|sendStatus|writeHead|setStatus)$/;
const responders = /^(\w+\.)*_?(res|reply|response|rep|ctx|context|c|set)\b/;

/** The status a reply is sent with: in its own chain, as another argument, or set shortly before. */
export function statusNear(module: ParsedModule, by: Node): Expression | undefined {
  if (by.type === 'CallExpression' || by.type === 'NewExpression') {
    const said = inChain(module, by) ?? inArguments(module, by);
    if (said !== undefined) return said;
  }
  return setBefore(module, by);
}

/** `reply.code(404).send(…)`, `reply.notFound(…)`. */
function inChain(
  module: ParsedModule,
  call: NodeOf<'CallExpression'> | NodeOf<'NewExpression'>,
): Expression | undefined {
  for (
    let at: Node = call;
    at.type === 'CallExpression' && at.callee.type === 'MemberExpression';
    at = at.callee.object
  ) {
    const name = nameOfCallee(at.callee);
    const [first] = at.arguments;
    if (at !== call && setters.test(name) && first) return lowerConstant(module, first);
    const named = responders.test(sourceOf(module, at.callee.object)) ? statusOfName(name) : undefined;
    if (named !== undefined && named >= 400) return { op: 'value', value: named };
  }
  return undefined;
}

/** `c.json(body, 404)`, `Response.json(body, { status: 404 })`. */
function inArguments(
  module: ParsedModule,
  call: NodeOf<'CallExpression'> | NodeOf<'NewExpression'>,
): Expression | undefined {
  const second = call.arguments[1];
  if (second === undefined) return undefined;
  if (second.type !== 'ObjectExpression') {
    return second.type === 'Literal' && typeof second.value !== 'number' ? undefined : lowerConstant(module, second);
  }
  for (const property of second.properties)
    if (property.type === 'Property' && /^(status|statusCode)$/.test(propertyName(property) ?? ''))
      return lowerConstant(module, property.value);
  return undefined;
}

/** `reply.code(404);` or `ctx.status = 404;` before the statement, in the blocks around it. */
function setBefore(module: ParsedModule, node: Node): Expression | undefined {
  let inner: Node = node;
  for (let at: Node | null | undefined = node.parent; at; inner = at, at = at.parent) {
    if (/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|Program)$/.test(at.type)) return undefined;
    if (at.type !== 'BlockStatement') continue;
    const index = at.body.indexOf(inner as (typeof at.body)[number]);
    for (const statement of at.body.slice(0, Math.max(index, 0)).reverse()) {
      const status = statement.type === 'ExpressionStatement' ? statusSet(module, statement.expression) : undefined;
      if (status !== undefined) return status;
    }
  }
  return undefined;
}

function statusSet(module: ParsedModule, node: Node): Expression | undefined {
  if (node.type === 'AssignmentExpression') {
    const target = sourceOf(module, node.left);
    return responders.test(target) && /\.status(Code)?$/.test(target) ? lowerConstant(module, node.right) : undefined;
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const [first] = node.arguments;
  if (!first || !setters.test(nameOfCallee(node.callee)) || !responders.test(sourceOf(module, node.callee.object)))
    return undefined;
  return lowerConstant(module, first);
}
