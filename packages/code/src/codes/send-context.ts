import type { Node } from 'oxc-parser';
import { bindingOf } from '../typescript/binding.ts';
import type { NodeOf, ParsedModule } from '../typescript/parsed-module.ts';

/** What happens to a value where it stands. */
export type Context =
  | {
      readonly is: 'sent';
      readonly by:
        | NodeOf<'CallExpression'>
        | NodeOf<'NewExpression'>
        | NodeOf<'AssignmentExpression'>
        | NodeOf<'ReturnStatement'>;
    }
  | { readonly is: 'thrown' | 'returned' | 'kept'; readonly by: Node }
  | { readonly is: 'given'; readonly by: NodeOf<'CallExpression'> | NodeOf<'NewExpression'>; readonly name: string };

const sending = /^(send|json|jsonp|end|write|status|respond|reply|render)$/;
const bodies = /(^|\.)(ctx|context|this|res|response)(\.response)?\.body$/;

/** Follows a value outwards to what is done with it. Undefined: it stands at the top level, or nothing is done with it. */
export function contextOf(module: ParsedModule, node: Node): Context | undefined {
  let inner = node;
  for (let at: Node | null | undefined = node.parent; at; inner = at, at = at.parent) {
    switch (at.type) {
      case 'ThrowStatement':
        return { is: 'thrown', by: at };
      case 'ReturnStatement':
        return { is: 'returned', by: at };
      case 'ArrowFunctionExpression':
        return at.body === inner ? { is: 'returned', by: at } : undefined;
      case 'VariableDeclarator':
        return isInsideFunction(at) ? (laterUse(module, at) ?? { is: 'kept', by: at }) : undefined;
      case 'AssignmentExpression':
        if (at.right !== inner) return undefined;
        return bodies.test(sourceOf(module, at.left)) ? { is: 'sent', by: at } : { is: 'kept', by: at };
      case 'CallExpression':
      case 'NewExpression': {
        if (at.callee === inner) return undefined;
        const name = nameOfCallee(at.callee);
        // What only copies or writes out its argument is looked through.
        if (/^(stringify|freeze|assign|serialize|parse)$/.test(name)) continue;
        if (/^(next|reject|done|cb|callback|destroy|throwError|throw)$/.test(name)) return { is: 'thrown', by: at };
        if (isSending(module, at, name)) return { is: 'sent', by: at };
        return isInsideFunction(at) ? { is: 'given', by: at, name } : undefined;
      }
      case 'Property':
      case 'ObjectExpression':
      case 'ArrayExpression':
      case 'SpreadElement':
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'AwaitExpression':
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'ParenthesizedExpression':
        continue;
      default:
        return undefined;
    }
  }
  return undefined;
}

/** A local value that is sent or thrown further down. */
function laterUse(module: ParsedModule, declarator: NodeOf<'VariableDeclarator'>): Context | undefined {
  const { id } = declarator;
  if (id.type !== 'Identifier') return undefined;
  for (const use of module.nodesOf('Identifier')) {
    if (use.name !== id.name || use.start <= declarator.end || use.parent?.type === 'VariableDeclarator') continue;
    if (use.parent?.type === 'MemberExpression' || (use.parent?.type === 'Property' && use.parent.value !== use))
      continue;
    if (bindingOf(module, use.name, use)?.declaration !== declarator) continue;
    const context = contextOf(module, use);
    if (context?.is === 'sent' || context?.is === 'thrown') return context;
  }
  return undefined;
}

function isSending(
  module: ParsedModule,
  call: NodeOf<'CallExpression'> | NodeOf<'NewExpression'>,
  name: string,
): boolean {
  if (call.type === 'NewExpression') return /^(Next)?Response$/.test(name);
  if (call.callee.type !== 'MemberExpression') return false;
  if (!sending.test(name)) return false;
  const sender = sourceOf(module, call.callee.object);
  return /^(\w+\.)*_?(res|reply|response|rep|h|c|ctx|context|Response|NextResponse|jsonResponse)(?![\w])/.test(sender);
}

/** The last name of what is called: `reply.code(404).send` → `send`. */
export function nameOfCallee(callee: Node): string {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : '';
}

export function isInsideFunction(node: Node): boolean {
  for (let at: Node | null | undefined = node.parent; at; at = at.parent)
    if (/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|StaticBlock)$/.test(at.type)) return true;
  return false;
}

export function sourceOf(module: ParsedModule, node: Node): string {
  return module.text.slice(node.start, Math.min(node.end, node.start + 200)).replace(/\s+/g, '');
}
