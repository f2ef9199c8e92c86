import type { Node } from 'oxc-parser';
import { bindingOf } from './binding.ts';
import { namedExpression } from './constant-expression.ts';
import { foldText, isReassigned, withoutTypes } from './fold-text.ts';
import type { NodeOf, ParsedModule } from './parsed-module.ts';
import { propertyName } from './property-name.ts';
import type { Entry, Expression } from './script/script.ts';

const deepest = 8;

/**
 * A value as far as it is constant, in the small language, to be evaluated at the top level of its file: literals, constants
 * of this file and others, objects of them. Locals are replaced by what they are; what only a run knows is `other`.
 */
export function lowerConstant(module: ParsedModule, node: Node, depth = 0): Expression {
  const inner = withoutTypes(node);
  const other: Expression = {
    op: 'other',
    text: module.text.slice(inner.start, Math.min(inner.end, inner.start + 60)),
  };
  if (depth > deepest) return other;
  const lower = (one: Node): Expression => lowerConstant(module, one, depth + 1);
  switch (inner.type) {
    case 'Literal':
      if (typeof inner.value === 'string') return inner.value;
      return typeof inner.value === 'number' || typeof inner.value === 'boolean'
        ? { op: 'value', value: inner.value }
        : other;
    case 'TemplateLiteral':
      return foldText(module, inner) ?? other;
    case 'Identifier':
      return lowerName(module, inner, lower) ?? other;
    case 'MemberExpression': {
      const key = inner.computed
        ? lower(inner.property)
        : inner.property.type === 'Identifier'
          ? inner.property.name
          : '';
      return { op: 'member', of: lower(inner.object), key };
    }
    case 'ConditionalExpression':
      return { op: 'either', when: 'condition', of: [lower(inner.consequent), lower(inner.alternate)] };
    case 'LogicalExpression':
      return { op: 'either', when: 'missing', of: [lower(inner.left), lower(inner.right)] };
    case 'ObjectExpression':
      return { op: 'object', entries: inner.properties.map((one) => lowerEntry(one, lower)) };
    case 'AwaitExpression':
      return lower(inner.argument);
    default:
      return other;
  }
}

function lowerName(
  module: ParsedModule,
  node: NodeOf<'Identifier'> & { name: string },
  lower: (node: Node) => Expression,
): Expression | undefined {
  const binding = bindingOf(module, node.name, node);
  if (binding === undefined) return { op: 'name', name: node.name };
  const named = namedExpression(node.name, binding);
  const { declaration } = binding;
  if (binding.scope === module.program) {
    const constant =
      declaration.type === 'VariableDeclarator' && binding.way.length === 0 && !isReassigned(module, binding);
    const holds = constant && typeof named === 'object' && named.op === 'name' && declaration.init;
    return holds && isPlain(withoutTypes(holds)) ? lower(holds) : named;
  }
  if (declaration.type !== 'VariableDeclarator' || !declaration.init || binding.way.length > 0) return undefined;
  return isReassigned(module, binding) ? undefined : lower(declaration.init);
}

/** What can be said whole where it is used. */
function isPlain(node: Node): boolean {
  return /^(Literal|TemplateLiteral|ObjectExpression|MemberExpression|Identifier)$/.test(node.type);
}

function lowerEntry(
  property: NodeOf<'ObjectExpression'>['properties'][number],
  lower: (node: Node) => Expression,
): Entry {
  if (property.type === 'SpreadElement') return [null, lower(property.argument)];
  return [propertyName(property) ?? lower(property.key), lower(property.value)];
}

const mostPossible = 8;

/** Every expression a value may be: both sides of conditions, every value a local is ever given. Never empty. */
export function possibleNodes(module: ParsedModule, node: Node): Node[] {
  const found = new Set<Node>();
  const seen = new Set<Node>();
  const waiting = [node];
  for (let next = waiting.shift(); next !== undefined && found.size < mostPossible; next = waiting.shift()) {
    const inner = withoutTypes(next);
    if (seen.has(inner)) continue;
    seen.add(inner);
    const further = furtherNodes(module, inner);
    if (further.length === 0) found.add(inner);
    else waiting.push(...further);
  }
  return found.size === 0 ? [withoutTypes(node)] : [...found];
}

function furtherNodes(module: ParsedModule, node: Node): Node[] {
  if (node.type === 'ConditionalExpression') return [node.consequent, node.alternate];
  if (node.type === 'LogicalExpression') return [node.left, node.right];
  if (node.type !== 'Identifier') return [];
  const binding = bindingOf(module, node.name, node);
  if (binding?.declaration.type !== 'VariableDeclarator') return [];
  if (binding.scope === module.program || binding.way.length > 0) return [];
  const given = module.nodesOf('AssignmentExpression').filter(({ left }) => {
    return left.type === 'Identifier' && left.name === node.name && bindingOf(module, left.name, left) === binding;
  });
  const { init } = binding.declaration;
  return [...(init ? [init] : []), ...given.map(({ right }) => right)];
}
