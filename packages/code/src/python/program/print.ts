import type { Expression } from '../syntax/ast.ts';

const longest = 80;

/** An expression as a person would write it, on one line, shortened: for naming handlers and dependencies. */
export function printExpression(expression: Expression): string {
  const words = print(expression, 0);
  return words.length > longest ? `${words.slice(0, longest - 1)}…` : words;
}

function print(expression: Expression, depth: number): string {
  if (depth > 4) return '…';
  const inner = (one: Expression): string => print(one, depth + 1);
  switch (expression.type) {
    case 'name':
      return expression.name;
    case 'text':
      return `"${expression.pieces.map((piece) => (piece.type === 'piece' ? piece.value : `{${inner(piece)}}`)).join('')}"`;
    case 'number':
      return String(expression.value);
    case 'constant':
      return expression.value === null ? 'None' : expression.value ? 'True' : 'False';
    case 'member':
      return `${inner(expression.of)}.${expression.name}`;
    case 'item':
      return `${inner(expression.of)}[${expression.keys.map(inner).join(', ')}]`;
    case 'call':
      return `${inner(expression.callee)}(${expression.args
        .map((one) => `${one.name === undefined ? (one.spread ?? '') : `${one.name}=`}${inner(one.value)}`)
        .join(', ')})`;
    case 'list':
      return `[${expression.items.map(inner).join(', ')}]`;
    case 'tuple':
    case 'set':
      return `(${expression.items.map(inner).join(', ')})`;
    case 'dict':
      return '{…}';
    case 'binary':
      return `${inner(expression.left)} ${expression.op} ${inner(expression.right)}`;
    case 'unary':
      return `${expression.op} ${inner(expression.of)}`;
    case 'conditional':
      return `${inner(expression.yes)} if … else ${inner(expression.no)}`;
    case 'lambda':
      return 'lambda';
    case 'named':
      return inner(expression.value);
    case 'star':
      return `*${inner(expression.of)}`;
    default:
      return '…';
  }
}
