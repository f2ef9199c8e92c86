import type { SyntaxNode } from '@lezer/common';
import type { ClassDefinition, Expression, FunctionDefinition, Import, ImportedName, Statement } from './ast.ts';
import { childrenOf } from './children-of.ts';
import { convertArguments, convertExpression, convertItems, convertParameters } from './convert-expression.ts';

type Branches = Extract<Statement, { type: 'if' }>['branches'];

const expressionLike =
  /^(?:[A-Z]\w*Expression|VariableName|String|FormatString|ContinuedString|Number|Boolean|None|Ellipsis|Pattern)$/;

/** The statements of a file or a body. */
export function convertStatements(text: string, nodes: readonly SyntaxNode[]): Statement[] {
  return nodes.flatMap((node) => convertStatement(text, node));
}

function convertStatement(text: string, node: SyntaxNode): Statement[] {
  const { from, to } = node;
  const span = { from, to };
  const children = childrenOf(node);
  const expressions = children.filter((child) => expressionLike.test(child.name));
  const convert = (one: SyntaxNode): Expression => convertExpression(text, one);
  switch (node.name) {
    case 'ImportStatement':
      return [convertImport(text, node, children)];
    case 'FunctionDefinition':
    case 'ClassDefinition':
      return [convertDefinition(text, node, [])];
    case 'DecoratedStatement': {
      const decorators = children
        .filter((child) => child.name === 'Decorator')
        .map((child) => convertDecorator(text, child));
      const inner = children.at(-1);
      return inner === undefined || inner.name === 'Decorator' ? [] : [convertDefinition(text, inner, decorators)];
    }
    case 'AssignStatement':
      return [convertAssign(text, node, children)];
    case 'UpdateStatement': {
      const op = children.find((child) => child.name === 'UpdateOp');
      const [target, value] = [children[0], children.at(-1)];
      if (op === undefined || target === undefined || value === undefined) return [];
      const sign = text.slice(op.from, op.to - 1);
      return [{ type: 'augment', target: convert(target), op: sign, value: convert(value), ...span }];
    }
    case 'ExpressionStatement': {
      const [first, ...others] = convertItems(
        text,
        children.filter((child) => child.name !== ','),
      );
      if (first === undefined) return [];
      const value: Expression = others.length === 0 ? first : { type: 'tuple', items: [first, ...others], ...span };
      return [{ type: 'expression', value, ...span }];
    }
    case 'ReturnStatement':
      return [{ type: 'return', values: tupleOf(text, children.slice(1), span), ...span }];
    case 'RaiseStatement':
      return [{ type: 'raise', values: expressions.map(convert), ...span }];
    case 'AssertStatement':
      return [{ type: 'assert', values: expressions.map(convert), ...span }];
    case 'IfStatement':
      return [{ type: 'if', branches: convertBranches(text, children), ...span }];
    case 'ForStatement':
      return [convertFor(text, node, children), ...elseOf(text, children, span)];
    case 'WithStatement':
      return [convertWith(text, node, children)];
    case 'WhileStatement':
    case 'TryStatement':
    case 'MatchStatement':
    case 'DeleteStatement':
      return [{ type: 'block', tests: expressions.map(convert), bodies: bodiesIn(text, node), ...span }];
    case 'StatementGroup':
      return convertStatements(text, children);
    default:
      return expressions.map((one) => ({ type: 'expression', value: convert(one), ...span }));
  }
}

/** The statements of a body. */
function bodyOf(text: string, body: SyntaxNode | undefined): Statement[] {
  return body === undefined ? [] : convertStatements(text, childrenOf(body));
}

function convertDefinition(
  text: string,
  node: SyntaxNode,
  decorators: readonly Expression[],
): FunctionDefinition | ClassDefinition {
  const children = childrenOf(node);
  const name = children.find((child) => child.name === 'VariableName');
  const common = {
    name: name === undefined ? '' : text.slice(name.from, name.to),
    nameAt: name?.from ?? node.from,
    decorators,
    body: bodyOf(
      text,
      children.find((child) => child.name === 'Body'),
    ),
    from: node.from,
    to: node.to,
  };
  if (node.name === 'ClassDefinition') {
    const list = children.find((child) => child.name === 'ArgList');
    return { type: 'class', ...common, args: list === undefined ? [] : convertArguments(text, list) };
  }
  const list = children.find((child) => child.name === 'ParamList');
  return { type: 'function', ...common, params: list === undefined ? [] : convertParameters(text, list) };
}

// The parser keeps a decorator's names, dots and arguments as one flat list.
function convertDecorator(text: string, node: SyntaxNode): Expression {
  let expression: Expression | undefined;
  for (const child of childrenOf(node)) {
    const span = { from: expression?.from ?? child.from, to: child.to };
    if (child.name === 'VariableName' || child.name === 'PropertyName') {
      const name = text.slice(child.from, child.to);
      expression =
        expression === undefined ? { type: 'name', name, ...span } : { type: 'member', of: expression, name, ...span };
    } else if (child.name === 'ArgList' && expression !== undefined) {
      expression = { type: 'call', callee: expression, args: convertArguments(text, child), ...span };
    } else if (expressionLike.test(child.name)) expression = convertExpression(text, child);
  }
  return expression ?? { type: 'other', inner: [], from: node.from, to: node.to };
}

function convertImport(text: string, node: SyntaxNode, children: readonly SyntaxNode[]): Import {
  const words = children
    .map((child) => text.slice(child.from, child.to))
    .filter((word) => word !== '(' && word !== ')');
  const names: ImportedName[] = [];
  const split = words.indexOf('import');
  const isFrom = words[0] === 'from';
  const source = isFrom ? words.slice(1, split).join('') : '';
  for (const group of groups(words.slice(split + 1))) {
    const as = group.indexOf('as');
    const written = group.slice(0, as === -1 ? undefined : as).join('');
    if (written === '') continue;
    const given = as === -1 ? undefined : group[as + 1];
    if (isFrom) names.push({ from: source, name: written, as: given ?? written });
    else
      names.push({
        from: given === undefined ? (written.split('.')[0] ?? written) : written,
        as: given ?? written.split('.')[0] ?? written,
      });
  }
  return { type: 'import', names, from: node.from, to: node.to };
}

function groups(words: readonly string[]): string[][] {
  const found: string[][] = [[]];
  for (const word of words) {
    if (word === ',') found.push([]);
    else found.at(-1)?.push(word);
  }
  return found;
}

function convertAssign(text: string, node: SyntaxNode, children: readonly SyntaxNode[]): Statement {
  const sides: SyntaxNode[][] = [[]];
  let annotation: SyntaxNode | undefined;
  for (const child of children) {
    if (child.name === 'AssignOp') sides.push([]);
    else if (child.name === 'TypeDef') annotation = childrenOf(child).find((one) => one.name !== ':');
    else sides.at(-1)?.push(child);
  }
  const span = { from: node.from, to: node.to };
  const values = sides.flatMap((side) => tupleOf(text, side, span));
  const value = sides.length > 1 ? values.at(-1) : undefined;
  return {
    type: 'assign',
    targets: value === undefined ? values : values.slice(0, -1),
    ...(annotation === undefined ? {} : { annotation: convertExpression(text, annotation) }),
    ...(value === undefined ? {} : { value }),
    ...span,
  };
}

// `1, 2` without brackets is a tuple.
function tupleOf(text: string, nodes: readonly SyntaxNode[], span: { from: number; to: number }): Expression[] {
  const items = convertItems(
    text,
    nodes.filter((node) => node.name !== ','),
  );
  if (items.length <= 1 && !nodes.some((node) => node.name === ',')) return [...items];
  return [{ type: 'tuple', items, ...span }];
}

function convertBranches(text: string, children: readonly SyntaxNode[]): Branches {
  const branches: { test?: Expression; body: Statement[] }[] = [];
  let test: Expression | undefined;
  for (const child of children) {
    if (child.name === 'Body') {
      branches.push({ ...(test === undefined ? {} : { test }), body: bodyOf(text, child) });
      test = undefined;
    } else if (!/^(?:if|elif|else)$/.test(child.name)) test = convertExpression(text, child);
  }
  return branches;
}

function convertFor(text: string, node: SyntaxNode, children: readonly SyntaxNode[]): Statement {
  const start = children.findIndex((child) => child.name === 'for');
  const split = children.findIndex((child) => child.name === 'in');
  const end = children.findIndex((child) => child.name === 'Body');
  const targets = convertItems(
    text,
    children.slice(start + 1, split).filter((child) => child.name !== ','),
  );
  const span = { from: node.from, to: node.to };
  const [iterable = { type: 'other' as const, inner: [], ...span }] = tupleOf(
    text,
    children.slice(split + 1, end),
    span,
  );
  return { type: 'for', targets, iterable, body: bodyOf(text, children[end]), ...span };
}

function elseOf(text: string, children: readonly SyntaxNode[], span: { from: number; to: number }): Statement[] {
  const [, otherwise] = children.filter((child) => child.name === 'Body');
  return otherwise === undefined ? [] : [{ type: 'block', tests: [], bodies: [bodyOf(text, otherwise)], ...span }];
}

function convertWith(text: string, node: SyntaxNode, children: readonly SyntaxNode[]): Statement {
  const items: { value: Expression; as?: Expression }[] = [];
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index] as SyntaxNode;
    if (child.name === 'as') {
      const last = items.at(-1);
      const target = children[index + 1];
      if (last !== undefined && target !== undefined)
        items[items.length - 1] = { ...last, as: convertExpression(text, target) };
      index += 1;
    } else if (expressionLike.test(child.name)) items.push({ value: convertExpression(text, child) });
  }
  return {
    type: 'with',
    items,
    body: bodyOf(
      text,
      children.find((child) => child.name === 'Body'),
    ),
    from: node.from,
    to: node.to,
  };
}

function bodiesIn(text: string, node: SyntaxNode): Statement[][] {
  return childrenOf(node).flatMap((child) => {
    if (child.name === 'Body') return [bodyOf(text, child)];
    return child.name === 'MatchBody' || child.name === 'MatchClause' ? bodiesIn(text, child) : [];
  });
}
