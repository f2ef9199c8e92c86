import type { SyntaxNode } from '@lezer/common';
import type { Argument, Comprehension, DictEntry, Expression, Items, Parameter } from './ast.ts';
import { childrenOf } from './children-of.ts';
import { convertText } from './convert-text.ts';

const nothing = (at: number): Expression => ({ type: 'other', inner: [], from: at, to: at });
const punctuation = new Set([',', '(', ')', '[', ']', '{', '}', ':', 'Comment', ';']);

/** An expression of the parser's tree. */
export function convertExpression(text: string, node: SyntaxNode): Expression {
  const { from, to } = node;
  const span = { from, to };
  const convert = (one: SyntaxNode | undefined): Expression =>
    one === undefined ? nothing(to) : convertExpression(text, one);
  const children = childrenOf(node);
  const inner = children.filter((child) => !punctuation.has(child.name));
  switch (node.name) {
    case 'VariableName':
    case 'PropertyName':
    case 'CapturePattern':
      return { type: 'name', name: text.slice(from, to), ...span };
    case 'String':
    case 'FormatString':
    case 'ContinuedString':
      return convertText(text, node, convertExpression);
    case 'Number':
      return { type: 'number', value: Number(text.slice(from, to).replace(/_/g, '')), ...span };
    case 'Boolean':
      return { type: 'constant', value: text.slice(from, to) === 'True', ...span };
    case 'None':
      return { type: 'constant', value: null, ...span };
    case 'ParenthesizedExpression':
    case 'AwaitExpression':
    case 'LiteralPattern':
      return convert(inner.filter((child) => child.name !== 'await').at(0));
    case 'MemberExpression':
    case 'AttributePattern':
      return convertMember(text, node, children);
    case 'CallExpression': {
      const list = children.at(-1);
      const args = list?.name === 'ArgList' ? convertArguments(text, list) : [];
      return { type: 'call', callee: convert(children[0]), args, ...span };
    }
    case 'ArrayExpression':
      return { type: 'list', items: convertItems(text, inner), ...span };
    case 'TupleExpression':
      return { type: 'tuple', items: convertItems(text, inner), ...span };
    case 'SetExpression':
      return { type: 'set', items: convertItems(text, inner), ...span };
    case 'DictionaryExpression':
      return { type: 'dict', entries: convertEntries(text, children), ...span };
    case 'BinaryExpression':
      return convertBinary(text, node, inner);
    case 'UnaryExpression':
      return { type: 'unary', op: text.slice(from, inner[0]?.to ?? to), of: convert(inner.at(-1)), ...span };
    case 'ConditionalExpression': {
      const [yes, test, no] = inner.filter((child) => child.name !== 'if' && child.name !== 'else');
      return { type: 'conditional', test: convert(test), yes: convert(yes), no: convert(no), ...span };
    }
    case 'LambdaExpression': {
      const list = children.find((child) => child.name === 'ParamList');
      const params = list === undefined ? [] : convertParameters(text, list);
      return { type: 'lambda', params, body: convert(inner.at(-1)), ...span };
    }
    case 'NamedExpression':
      return { type: 'named', name: text.slice(inner[0]?.from, inner[0]?.to), value: convert(inner.at(-1)), ...span };
    case 'ArrayComprehensionExpression':
    case 'SetComprehensionExpression':
    case 'DictionaryComprehensionExpression':
    case 'ComprehensionExpression':
      return convertComprehension(text, node, children);
    default:
      return { type: 'other', inner: inner.filter((child) => !/^[a-z*]/.test(child.name)).map(convert), ...span };
  }
}

function convertMember(text: string, node: SyntaxNode, children: readonly SyntaxNode[]): Expression {
  const { from, to } = node;
  const [first, second] = children;
  const of: Expression = first === undefined ? nothing(to) : convertExpression(text, first);
  if (second?.name === '.') {
    const name = children.at(-1);
    return { type: 'member', of, name: text.slice(name?.from, name?.to), from, to };
  }
  const keys = children.slice(2).filter((child) => !punctuation.has(child.name));
  const slice = children.some((child) => child.name === ':');
  const converted = keys.map((key) => convertExpression(text, key));
  return { type: 'item', of, keys: slice ? [{ type: 'other', inner: converted, from, to }] : converted, from, to };
}

function convertBinary(text: string, node: SyntaxNode, inner: readonly SyntaxNode[]): Expression {
  const { from, to } = node;
  const [left, ...rest] = inner;
  const right = rest.at(-1);
  const op = rest
    .slice(0, -1)
    .map((one) => text.slice(one.from, one.to))
    .join(' ');
  const empty = nothing(to);
  return {
    type: 'binary',
    op,
    left: left === undefined ? empty : convertExpression(text, left),
    right: right === undefined ? empty : convertExpression(text, right),
    from,
    to,
  };
}

/** Items of a list, a tuple, a set: a `*` belongs to what follows it. */
export function convertItems(text: string, children: readonly SyntaxNode[]): Items['items'] {
  const items: Expression[] = [];
  let star: number | undefined;
  for (const child of children) {
    if (child.name === '*') star = child.from;
    else {
      const value = convertExpression(text, child);
      items.push(star === undefined ? value : { type: 'star', of: value, from: star, to: child.to });
      star = undefined;
    }
  }
  return items;
}

function convertEntries(text: string, children: readonly SyntaxNode[]): DictEntry[] {
  const entries: DictEntry[] = [];
  let key: Expression | undefined;
  let spread = false;
  for (const child of children) {
    if (child.name === '**') spread = true;
    else if (!punctuation.has(child.name)) {
      const value = convertExpression(text, child);
      if (spread) entries.push({ value });
      else if (key === undefined) {
        key = value;
        continue;
      } else entries.push({ key, value });
      key = undefined;
      spread = false;
    }
  }
  return entries;
}

/** The arguments of a call, of a class definition. */
export function convertArguments(text: string, list: SyntaxNode): Argument[] {
  const children = childrenOf(list);
  if (children.some((child) => child.name === 'for')) return [{ value: convertComprehension(text, list, children) }];
  const args: Argument[] = [];
  let spread: '*' | '**' | undefined;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index] as SyntaxNode;
    if (child.name === '*' || child.name === '**') spread = child.name;
    else if (children[index + 1]?.name === 'AssignOp') {
      const value = children[index + 2];
      if (value !== undefined)
        args.push({ name: text.slice(child.from, child.to), value: convertExpression(text, value) });
      index += 2;
    } else if (!punctuation.has(child.name)) {
      args.push({ ...(spread === undefined ? {} : { spread }), value: convertExpression(text, child) });
      spread = undefined;
    }
  }
  return args;
}

/** The parameters of a function or a lambda. */
export function convertParameters(text: string, list: SyntaxNode): Parameter[] {
  const children = childrenOf(list);
  const params: Parameter[] = [];
  let star: '*' | '**' | undefined;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index] as SyntaxNode;
    if (child.name === '*' || child.name === '**') star = child.name;
    else if (child.name === ',') star = undefined;
    else if (child.name === 'VariableName') {
      const type = children[index + 1]?.name === 'TypeDef' ? children[index + 1] : undefined;
      const equals = children[index + (type === undefined ? 1 : 2)];
      const fallback = equals?.name === 'AssignOp' ? children[index + (type === undefined ? 2 : 3)] : undefined;
      const annotation =
        type === undefined
          ? undefined
          : childrenOf(type)
              .filter((one) => one.name !== ':')
              .at(0);
      params.push({
        name: text.slice(child.from, child.to),
        ...(annotation === undefined ? {} : { annotation: convertExpression(text, annotation) }),
        ...(fallback === undefined ? {} : { fallback: convertExpression(text, fallback) }),
        ...(star === undefined ? {} : { star }),
        from: child.from,
        to: fallback?.to ?? type?.to ?? child.to,
      });
      index += (type === undefined ? 0 : 1) + (fallback === undefined ? 0 : 2);
      star = undefined;
    }
  }
  return params;
}

function convertComprehension(text: string, node: SyntaxNode, children: readonly SyntaxNode[]): Comprehension {
  const first = children.findIndex((child) => child.name === 'for' || child.name === 'async');
  const head = children.slice(0, first).filter((child) => !punctuation.has(child.name) && child.name !== '*');
  const clauses: { targets: Expression[]; iterable: Expression; tests: Expression[] }[] = [];
  for (let index = first; index < children.length; index += 1) {
    const child = children[index] as SyntaxNode;
    if (child.name !== 'for') {
      if (!/^(?:async|if)$/.test(child.name) && !punctuation.has(child.name))
        clauses.at(-1)?.tests.push(convertExpression(text, child));
      continue;
    }
    const targets: Expression[] = [];
    for (index += 1; index < children.length && children[index]?.name !== 'in'; index += 1) {
      const target = children[index] as SyntaxNode;
      if (!punctuation.has(target.name)) targets.push(convertExpression(text, target));
    }
    const iterable = children[index + 1];
    if (iterable !== undefined) clauses.push({ targets, iterable: convertExpression(text, iterable), tests: [] });
    index += 1;
  }
  const [element, value] = head.map((child) => convertExpression(text, child));
  const kinds: Readonly<Record<string, Comprehension['of']>> = {
    ArrayComprehensionExpression: 'list',
    SetComprehensionExpression: 'set',
    DictionaryComprehensionExpression: 'dict',
  };
  return {
    type: 'comprehension',
    of: kinds[node.name] ?? 'generator',
    element: element ?? nothing(node.from),
    ...(value === undefined ? {} : { value }),
    clauses,
    from: node.from,
    to: node.to,
  };
}
