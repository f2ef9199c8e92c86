import type { Expression } from '../script/script.ts';

const longest = 80;
const printed = new WeakMap<object, string>();

/** An expression as a person would write it, on one line, shortened: for naming handlers and middleware. */
export function printExpression(expression: Expression): string {
  if (typeof expression === 'string') return `'${expression}'`;
  const known = printed.get(expression);
  if (known !== undefined) return known;
  const words = print(expression, 0);
  const short = words.length > longest ? `${words.slice(0, longest - 1)}…` : words;
  printed.set(expression, short);
  return short;
}

function print(expression: Expression, depth: number): string {
  if (typeof expression === 'string') return `'${expression}'`;
  if (depth > 4) return '…';
  const inner = (one: Expression): string => print(one, depth + 1);
  switch (expression.op) {
    case 'value':
      return String(expression.value);
    case 'join':
      return expression.parts.map(inner).join(' + ');
    case 'imported':
    case 'name':
      return expression.name;
    case 'this':
      return 'this';
    case 'member':
      return typeof expression.key === 'string'
        ? `${inner(expression.of)}.${expression.key}`
        : `${inner(expression.of)}[${inner(expression.key)}]`;
    case 'call':
      return `${expression.make ? 'new ' : ''}${inner(expression.callee)}(${expression.args.map(inner).join(', ')})`;
    case 'function':
      return expression.code.name ?? 'inline';
    case 'class':
      return expression.code.name ?? 'class';
    case 'object':
      return '{…}';
    case 'list':
      return `[${expression.items.map(inner).join(', ')}]`;
    case 'spread':
      return `...${inner(expression.of)}`;
    case 'either':
      return expression.of.map(inner).join(expression.when === 'missing' ? ' ?? ' : ' | ');
    case 'import':
      return `import(${inner(expression.from)})`;
    case 'assign':
      return inner(expression.value);
    case 'typed':
      return expression.type;
    case 'other':
      return expression.text;
  }
}
