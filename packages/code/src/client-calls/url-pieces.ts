import type { Node } from 'oxc-parser';
import { bindingOf } from '../typescript/binding.ts';
import { constantExpression } from '../typescript/constant-expression.ts';
import { foldText, isReassigned, withoutTypes } from '../typescript/fold-text.ts';
import type { ParsedModule } from '../typescript/parsed-module.ts';
import type { UrlPiece } from './client-call.ts';

const deepest = 8;

/** The address an expression says, piece by piece; constants of this file are filled in, those of others are left to be. */
export function urlPieces(module: ParsedModule, node: Node, depth = 0): UrlPiece[] {
  const inner = withoutTypes(node);
  const text = foldText(module, inner);
  if (text !== undefined) return [text];
  if (depth > deepest) return [hole(module, inner)];
  const pieces = (one: Node): UrlPiece[] => urlPieces(module, one, depth + 1);
  switch (inner.type) {
    case 'TemplateLiteral':
      return inner.quasis.flatMap((quasi, index) => {
        const expression = inner.expressions[index];
        return [quasi.value.cooked ?? '', ...(expression ? pieces(expression) : [])];
      });
    case 'BinaryExpression':
      return inner.operator === '+' ? [...pieces(inner.left), ...pieces(inner.right)] : [hole(module, inner)];
    case 'LogicalExpression':
      return inner.operator === '&&' ? [hole(module, inner)] : fallback(pieces(inner.left), pieces(inner.right));
    case 'NewExpression':
    case 'CallExpression': {
      const [first, second] = inner.arguments;
      const name = inner.callee.type === 'Identifier' ? inner.callee.name : '';
      if (name === 'URL' && first) return [...(second ? pieces(second) : []), ...pieces(first)];
      if (name === 'String' && first) return pieces(first);
      return [hole(module, inner)];
    }
    case 'Identifier': {
      const binding = bindingOf(module, inner.name, inner);
      if (binding?.declaration.type === 'VariableDeclarator' && binding.way.length === 0) {
        const { init } = binding.declaration;
        if (init && !isReassigned(module, binding)) return pieces(init);
      }
      return [constantPiece(module, inner)];
    }
    case 'MemberExpression':
      return [constantPiece(module, inner)];
    default:
      return [hole(module, inner)];
  }
}

/** `process.env.API ?? '/api'`: the second when nothing is known of the first. */
function fallback(left: UrlPiece[], right: UrlPiece[]): UrlPiece[] {
  return left.every((piece) => typeof piece !== 'string') && right.some((piece) => typeof piece === 'string')
    ? right
    : left;
}

function constantPiece(module: ParsedModule, node: Node): UrlPiece {
  const value = constantExpression(module, node);
  return value === undefined ? hole(module, node) : { value, words: wordsOf(module, node) };
}

function hole(module: ParsedModule, node: Node): UrlPiece {
  return { hole: wordsOf(module, node) };
}

function wordsOf(module: ParsedModule, node: Node): string {
  return module.text.slice(node.start, Math.min(node.end, node.start + 60)).replace(/\s+/g, ' ');
}
