import type { Node } from 'oxc-parser';
import { withoutTypes } from '../../typescript/fold-text.ts';

/** One call of a chain: `.notNull()` → name `notNull`, no arguments. */
export interface ChainCall {
  readonly name: string;
  readonly arguments: readonly Node[];
}

/** `uuid('id').primaryKey()` → the calls from the first to the last. Undefined when the expression is no such chain. */
export function builderChain(expression: Node): ChainCall[] | undefined {
  const calls: ChainCall[] = [];
  let node = withoutTypes(expression);
  while (node.type === 'CallExpression') {
    const { callee } = node;
    const args = node.arguments as readonly Node[];
    if (callee.type === 'Identifier') return [{ name: callee.name, arguments: args }, ...calls];
    if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return undefined;
    calls.unshift({ name: callee.property.name, arguments: args });
    const object = withoutTypes(callee.object);
    if (object.type === 'Identifier') return [{ name: `${object.name}.`, arguments: [] }, ...calls];
    node = object;
  }
  return undefined;
}
