import type { Node } from 'oxc-parser';
import { bindingOf } from './binding.ts';
import type { ParsedModule } from './parsed-module.ts';
import type { Expression } from './script/script.ts';

/**
 * A name or member that another place of the program may know, in the small language: an import, a constant of the top
 * level. Undefined for what only a run knows: parameters, locals, `this`.
 */
export function constantExpression(module: ParsedModule, node: Node): Expression | undefined {
  if (node.type === 'Identifier') {
    const binding = bindingOf(module, node.name, node);
    if (binding === undefined || binding.scope !== module.program) return undefined;
    return { op: 'name', name: node.name };
  }
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return undefined;
  const of = constantExpression(module, node.object);
  return of === undefined ? undefined : { op: 'member', of, key: node.property.name };
}
