import type { Node } from 'oxc-parser';
import { constantNode, foldText } from '../../typescript/fold-text.ts';
import type { ParsedModule } from '../../typescript/parsed-module.ts';
import { propertyName } from '../../typescript/property-name.ts';

/** `@Column('text', { nullable: true })` → name `Column`, its arguments. */
export interface DecoratorCall {
  readonly name: string;
  readonly arguments: readonly Node[];
}

/** The decorators of a class or a member that are calls. */
export function decoratorsOf(node: {
  readonly decorators?: readonly { readonly expression: Node }[];
}): DecoratorCall[] {
  return (node.decorators ?? []).flatMap(({ expression }) => {
    if (expression.type !== 'CallExpression' || expression.callee.type !== 'Identifier') return [];
    return [{ name: expression.callee.name, arguments: expression.arguments as readonly Node[] }];
  });
}

/** The value of an option of the last object among the arguments; the node as it stands. */
export function optionOf(module: ParsedModule, call: DecoratorCall, name: string): Node | undefined {
  for (const argument of call.arguments) {
    const object = argument.type === 'ObjectExpression' ? argument : constantNode(module, argument);
    if (object?.type !== 'ObjectExpression') continue;
    for (const property of object.properties)
      if (property.type === 'Property' && propertyName(property) === name) return property.value;
  }
  return undefined;
}

/** An option that is a text, a number or a truth value, as text. */
export function optionText(module: ParsedModule, call: DecoratorCall, name: string): string | undefined {
  const node = optionOf(module, call, name);
  if (node === undefined) return undefined;
  return node.type === 'Literal' ? String(node.value) : foldText(module, node);
}

/** The first argument when it is a text. */
export function firstText(module: ParsedModule, call: DecoratorCall): string | undefined {
  const [first] = call.arguments;
  return first === undefined || first.type === 'ObjectExpression' ? undefined : foldText(module, first);
}
