import type { Argument, Expression as Expr, Node } from 'oxc-parser';
import { topLevelBindings } from '../binding.ts';
import { withoutTypes } from '../fold-text.ts';
import type { NodeOf } from '../parsed-module.ts';
import { propertyName } from '../property-name.ts';
import type { Lowering } from './lowering.ts';
import { spotOf, wordsOf } from './lowering.ts';
import type { Entry, Expression } from './script.ts';

const deepest = 60;

/** Says one expression in the small language. Never throws; what can't be said is `other`. */
export function lowerExpression(lowering: Lowering, node: Node, depth = 0): Expression {
  const lower = (inner: Node): Expression => lowering.expression(inner, depth + 1);
  const other = (): Expression => ({ op: 'other', text: wordsOf(lowering, node) });
  if (depth > deepest) return other();
  switch (node.type) {
    case 'Literal':
      return lowerLiteral(node) ?? other();
    case 'TemplateLiteral':
      return lowerTemplate(node, lower);
    case 'TaggedTemplateExpression':
      return other();
    case 'BinaryExpression':
      return node.operator === '+' ? { op: 'join', parts: operandsOf(node).map(lower) } : other();
    case 'Identifier':
      return { op: 'name', name: node.name };
    case 'ThisExpression':
      return { op: 'this' };
    case 'Super':
      return { op: 'name', name: 'super' };
    case 'MetaProperty':
      return { op: 'name', name: 'import.meta' };
    case 'MemberExpression':
      return lowerMember(node, lower);
    case 'CallExpression':
    case 'NewExpression':
      return lowerCall(lowering, node, lower);
    case 'ImportExpression':
      return { op: 'import', from: lower(node.source) };
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return { op: 'function', code: lowering.functionCode(node) };
    case 'ClassExpression':
      return { op: 'class', code: lowering.classCode(node) };
    case 'ObjectExpression':
      return { op: 'object', entries: node.properties.map((property) => lowerEntry(lowering, property, lower)) };
    case 'ArrayExpression':
      return { op: 'list', items: node.elements.map((item) => (item ? lower(item) : { op: 'value', value: null })) };
    case 'SpreadElement':
      return { op: 'spread', of: lower(node.argument) };
    case 'LogicalExpression':
      if (node.operator === '&&') return lower(node.right);
      return { op: 'either', when: 'missing', of: [lower(node.left), lower(node.right)] };
    case 'ConditionalExpression':
      return { op: 'either', when: 'condition', of: [lower(node.consequent), lower(node.alternate)] };
    case 'AwaitExpression':
      return lower(node.argument);
    case 'AssignmentExpression':
      return { op: 'assign', to: lower(node.left), value: lower(node.right) };
    case 'SequenceExpression': {
      const last = node.expressions.at(-1);
      return last ? lower(last) : other();
    }
    default: {
      const inner = withoutTypes(node);
      return inner === node ? other() : lower(inner);
    }
  }
}

function lowerLiteral(node: NodeOf<'Literal'>): Expression | undefined {
  if (typeof node.value === 'string') return node.value;
  if (node.value === null && !('regex' in node)) return { op: 'value', value: null };
  return typeof node.value === 'number' || typeof node.value === 'boolean'
    ? { op: 'value', value: node.value }
    : undefined;
}

function lowerTemplate(node: NodeOf<'TemplateLiteral'>, lower: (node: Node) => Expression): Expression {
  const parts = node.quasis.flatMap((quasi, index): Expression[] => {
    const hole = node.expressions[index];
    return [quasi.value.cooked ?? quasi.value.raw, ...(hole ? [lower(hole)] : [])];
  });
  return parts.length === 1 && parts[0] !== undefined
    ? parts[0]
    : { op: 'join', parts: parts.filter((part) => part !== '') };
}

/** The operands of `a + b + c`, without going as deep as the chain is long. */
function operandsOf(node: Node): Node[] {
  const operands: Node[] = [];
  let left = node;
  while (left.type === 'BinaryExpression' && left.operator === '+') {
    operands.push(left.right);
    left = left.left;
  }
  return [left, ...operands.reverse()];
}

function lowerMember(node: NodeOf<'MemberExpression'>, lower: (node: Node) => Expression): Expression {
  const { property } = node;
  const named = property.type === 'Identifier' || property.type === 'PrivateIdentifier';
  return { op: 'member', of: lower(node.object), key: named && !node.computed ? property.name : lower(property) };
}

/** What tells people or validators about a route decides none. */
const describing = /^(schema|responses?|description|summary|tags|examples?|swaggerDefinition|openapi)$/;
/** Packages whose calls describe data or draw pages. */
const drawing =
  /^(zod|yup|joi|@hapi\/joi|@sinclair\/typebox|typebox|valibot|superstruct|io-ts|drizzle-orm|drizzle-zod|mongoose|sequelize|graphql|react|styled-components|@mui|@reduxjs|@radix-ui|class-variance-authority|next-intl|winston|pino)(\/|$)/;

function lowerCall(
  lowering: Lowering,
  node: NodeOf<'CallExpression'> | NodeOf<'NewExpression'>,
  lower: (node: Argument | Expr) => Expression,
): Expression {
  const inner = withoutTypes(node);
  if (inner !== node) return lower(inner as Expr);
  const [first] = node.arguments;
  if (node.callee.type === 'Identifier' && node.callee.name === 'require' && first && node.arguments.length === 1) {
    return { op: 'import', from: lower(first) };
  }
  if (isDrawing(lowering, node)) return { op: 'other', text: wordsOf(lowering, node) };
  const make = node.type === 'NewExpression' ? { make: true as const } : {};
  const spot = node.callee.type === 'MemberExpression' ? node.callee.property : node;
  return {
    op: 'call',
    callee: lower(node.callee),
    args: node.arguments.map(lower),
    at: spotOf(lowering, spot),
    ...make,
  };
}

function lowerEntry(
  lowering: Lowering,
  property: NodeOf<'ObjectExpression'>['properties'][number],
  lower: (node: Node) => Expression,
): Entry {
  if (property.type === 'SpreadElement') return [null, lower(property.argument)];
  const key = propertyName(property) ?? lower(property.key);
  const { value } = property;
  if (typeof key === 'string' && describing.test(key)) return [key, { op: 'other', text: key }];
  if (value.type === 'FunctionExpression' && property.method)
    return [key, { op: 'function', code: lowering.functionCode(value, typeof key === 'string' ? key : undefined) }];
  return [key, lower(value)];
}

function isDrawing({ module }: Lowering, node: Node): boolean {
  let root: Node = node;
  while (true) {
    if (root.type === 'CallExpression' || root.type === 'NewExpression') root = root.callee;
    else if (root.type === 'MemberExpression') root = root.object;
    else break;
  }
  if (root.type !== 'Identifier') return false;
  if (root.name === 'z') return true;
  const declaration = topLevelBindings(module).get(root.name)?.declaration;
  return declaration?.parent?.type === 'ImportDeclaration' && drawing.test(declaration.parent.source.value);
}
