import type { Node } from 'oxc-parser';

/** The name of a property, class member or enum member, when it stands there literally. */
export function propertyName(property: { readonly key: Node; readonly computed: boolean }): string | undefined {
  const { key } = property;
  if ((key.type === 'Identifier' && !property.computed) || key.type === 'PrivateIdentifier') return key.name;
  if (key.type === 'Literal' && (typeof key.value === 'string' || typeof key.value === 'number'))
    return String(key.value);
  if (key.type === 'TemplateLiteral' && key.expressions.length === 0) return key.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}
