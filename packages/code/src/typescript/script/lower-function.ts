import type { Node } from 'oxc-parser';
import type { NodeOf } from '../parsed-module.ts';
import { propertyName } from '../property-name.ts';
import type { FunctionNode, Lowering } from './lowering.ts';
import { spotOf, wordsOf } from './lowering.ts';
import { takesHandlers } from './relevance.ts';
import type { FunctionCode, Parameter, Pattern, Statement } from './script.ts';

/** Says one function. Its body is kept only when it may decide a route or a constant. */
export function lowerFunction(lowering: Lowering, node: FunctionNode, knownName?: string): FunctionCode {
  const name = node.id?.name ?? knownName ?? variableOf(node)?.name;
  const type = variableOf(node)?.typeAnnotation;
  const keeps = lowering.relevant.has(node) && !isHandler(node);
  return {
    ...(name === undefined ? {} : { name }),
    ...(type ? { type: wordsOf(lowering, type.typeAnnotation) } : {}),
    params: keeps ? node.params.map((parameter) => lowerParameter(lowering, parameter)) : [],
    ...(keeps ? { body: bodyOf(lowering, node) } : {}),
    ...(node.type === 'ArrowFunctionExpression' ? { arrow: true as const } : {}),
    ...(name === undefined && !keeps ? hintOf(lowering, node) : {}),
    at: spotOf(lowering, node),
    lastLine: lowering.module.lineAt(Math.max(node.start, node.end - 1)),
  };
}

function bodyOf(lowering: Lowering, node: FunctionNode): Statement[] {
  if (!node.body) return [];
  if (node.body.type === 'BlockStatement') return lowering.statements(node.body.body);
  return [{ do: 'return', value: lowering.expression(node.body) }];
}

/** A function given to `router.get(…)` answers requests: what it does is not done while routes are laid. */
function isHandler(node: FunctionNode): boolean {
  const call = node.parent?.type === 'ArrayExpression' ? node.parent.parent : node.parent;
  return call?.type === 'CallExpression' && call.callee !== node && takesHandlers(call);
}

function variableOf(node: Node): NodeOf<'Identifier'> | undefined {
  const { parent } = node;
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier'
    ? (parent.id as NodeOf<'Identifier'>)
    : undefined;
}

function lowerParameter(lowering: Lowering, parameter: FunctionNode['params'][number]): Parameter {
  if (parameter.type === 'TSParameterProperty') {
    return { ...plainParameter(lowering, parameter.parameter), field: true };
  }
  if (parameter.type === 'RestElement') return { ...plainParameter(lowering, parameter.argument), rest: true };
  return plainParameter(lowering, parameter);
}

function plainParameter(lowering: Lowering, node: Node): Parameter {
  const typed = node.type === 'AssignmentPattern' ? node.left : node;
  const type = 'typeAnnotation' in typed ? typed.typeAnnotation : undefined;
  return {
    pattern: lowerPattern(lowering, node),
    ...(type?.type === 'TSTypeAnnotation' ? { type: wordsOf(lowering, type.typeAnnotation) } : {}),
  };
}

/** Says what a declaration or a parameter takes apart. */
export function lowerPattern(lowering: Lowering, node: Node): Pattern {
  switch (node.type) {
    case 'Identifier':
      return { name: node.name };
    case 'AssignmentPattern': {
      const pattern = lowerPattern(lowering, node.left);
      return 'name' in pattern ? { ...pattern, fallback: lowering.expression(node.right) } : pattern;
    }
    case 'ObjectPattern': {
      const keys: [string, Pattern][] = [];
      let rest: string | undefined;
      for (const property of node.properties) {
        if (property.type === 'RestElement') {
          if (property.argument.type === 'Identifier') rest = property.argument.name;
        } else {
          const key = propertyName(property);
          if (key !== undefined) keys.push([key, lowerPattern(lowering, property.value)]);
        }
      }
      return { keys, ...(rest === undefined ? {} : { rest }) };
    }
    case 'ArrayPattern': {
      const last = node.elements.at(-1);
      const rest = last?.type === 'RestElement' && last.argument.type === 'Identifier' ? last.argument.name : undefined;
      const plain = node.elements.filter((element) => element?.type !== 'RestElement');
      const items = plain.map((element) => (element ? lowerPattern(lowering, element) : null));
      return { items, ...(rest === undefined ? {} : { rest }) };
    }
    default:
      return { name: '' };
  }
}

const checks =
  /\b[\w.]*?(jwtVerify|authenticate\w*|authoriz\w*|verify(Jwt|Token|Auth)\w*|requireAuth\w*|isAuthenticated|checkAuth\w*|[uU]nauthorized\w*|getServerSession)\b/;

function hintOf(lowering: Lowering, node: Node): { hint?: string } {
  const found = checks.exec(lowering.module.text.slice(node.start, Math.min(node.end, node.start + 3000)))?.[0];
  return found === undefined ? {} : { hint: found };
}
