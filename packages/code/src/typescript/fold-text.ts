import type { Node } from 'oxc-parser';
import type { Binding } from './binding.ts';
import { bindingOf } from './binding.ts';
import type { NodeOf, ParsedModule } from './parsed-module.ts';
import { propertyName } from './property-name.ts';

const deepest = 40;

/**
 * The text an expression always has, as far as this file alone tells: literals, templates, concatenations, constants,
 * members of constant objects and enums. Undefined when it is not constant here.
 */
export function foldText(module: ParsedModule, node: Node, depth = 0): string | undefined {
  if (depth > deepest) return undefined;
  const fold = (inner: Node): string | undefined => foldText(module, inner, depth + 1);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' || typeof node.value === 'number' ? String(node.value) : undefined;
    case 'TemplateLiteral': {
      const texts = node.expressions.map(fold);
      if (texts.includes(undefined)) return undefined;
      return node.quasis.map((quasi, index) => (quasi.value.cooked ?? '') + (texts[index] ?? '')).join('');
    }
    case 'BinaryExpression': {
      if (node.operator !== '+') return undefined;
      const left = fold(node.left);
      const right = left === undefined ? undefined : fold(node.right);
      return right === undefined ? undefined : left + right;
    }
    case 'Identifier':
    case 'MemberExpression': {
      const value = constantNode(module, node, depth);
      return value === undefined || value === node ? undefined : fold(value);
    }
    default: {
      const inner = withoutTypes(node);
      return inner === node ? undefined : fold(inner);
    }
  }
}

/** The node that gives a name or a member of a constant object its value in this file; the node itself when it is a value. */
export function constantNode(module: ParsedModule, node: Node, depth = 0): Node | undefined {
  if (depth > deepest) return undefined;
  if (node.type === 'Identifier') {
    const binding = bindingOf(module, node.name, node);
    return binding === undefined ? undefined : constantOf(module, binding, depth);
  }
  if (node.type === 'MemberExpression') {
    const object = constantNode(module, node.object, depth + 1);
    const key = memberName(module, node, depth);
    return object === undefined || key === undefined ? undefined : memberOf(module, object, key, depth);
  }
  const inner = withoutTypes(node);
  return inner === node ? node : constantNode(module, inner, depth + 1);
}

function constantOf(module: ParsedModule, binding: Binding, depth: number): Node | undefined {
  const { declaration } = binding;
  if (binding.kind === 'enum') return declaration;
  if (declaration.type !== 'VariableDeclarator' || !declaration.init || isReassigned(module, binding)) return undefined;
  let value = constantNode(module, declaration.init, depth + 1);
  for (const key of binding.way)
    value = value === undefined || key === '...' ? undefined : memberOf(module, value, String(key), depth + 1);
  return value;
}

function memberOf(module: ParsedModule, object: Node, key: string, depth: number): Node | undefined {
  if (object.type === 'ObjectExpression') {
    const property = object.properties.findLast((one) => one.type === 'Property' && propertyName(one) === key);
    return property?.type === 'Property' ? constantNode(module, property.value, depth + 1) : undefined;
  }
  if (object.type === 'ArrayExpression') {
    const element = object.elements[Number(key)];
    return element ? constantNode(module, element, depth + 1) : undefined;
  }
  if (object.type === 'TSEnumDeclaration') {
    const member = object.body.members.find((one) => propertyName({ key: one.id, computed: one.computed }) === key);
    return member?.initializer ? constantNode(module, member.initializer, depth + 1) : undefined;
  }
  return undefined;
}

function memberName(module: ParsedModule, node: NodeOf<'MemberExpression'>, depth: number): string | undefined {
  if (node.computed) return foldText(module, node.property, depth + 1);
  return node.property.type === 'Identifier' ? node.property.name : undefined;
}

/** The expression below `as`, `satisfies`, `!`, `<T>` and `Object.freeze()`. */
export function withoutTypes(node: Node): Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ParenthesizedExpression':
    case 'ChainExpression':
      return withoutTypes(node.expression);
    case 'CallExpression': {
      const { callee } = node;
      const freezes =
        callee.type === 'MemberExpression' &&
        callee.object.type === 'Identifier' &&
        callee.object.name === 'Object' &&
        callee.property.type === 'Identifier' &&
        callee.property.name === 'freeze';
      return freezes && node.arguments[0] ? withoutTypes(node.arguments[0]) : node;
    }
    default:
      return node;
  }
}

/** True when the name gets another value after its declaration. */
export function isReassigned(module: ParsedModule, binding: Binding): boolean {
  return module
    .nodesOf('AssignmentExpression')
    .some(
      ({ left }) =>
        left.type === 'Identifier' && left.name === binding.name && bindingOf(module, left.name, left) === binding,
    );
}
