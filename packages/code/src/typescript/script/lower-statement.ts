import type { Node } from 'oxc-parser';
import type { NodeOf } from '../parsed-module.ts';
import type { Lowering } from './lowering.ts';
import type { Entry, Expression, Statement } from './script.ts';

/** Says a list of statements; functions and classes come first, because they can be called before they stand. */
export function lowerStatements(lowering: Lowering, nodes: readonly Node[]): Statement[] {
  const hoisted = nodes.filter((node) => node.type === 'FunctionDeclaration');
  const rest = nodes.filter((node) => node.type !== 'FunctionDeclaration');
  return [...hoisted, ...rest].flatMap((node) => lowerStatement(lowering, node));
}

/** Says one statement; both branches of a condition are said, and a `try` is believed to succeed. */
export function lowerStatement(lowering: Lowering, node: Node): Statement[] {
  const block = (inner: Node | null | undefined): Statement[] => {
    if (!inner) return [];
    const body =
      inner.type === 'BlockStatement' ? lowerStatements(lowering, inner.body) : lowerStatement(lowering, inner);
    return body.length === 0 ? [] : [{ do: 'block', body }];
  };
  switch (node.type) {
    case 'VariableDeclaration':
      return node.declarations.map((one) => lowerVariable(lowering, one));
    case 'FunctionDeclaration':
      if (!node.id || !node.body) return [];
      return [
        {
          do: 'let',
          pattern: { name: node.id.name },
          value: { op: 'function', code: lowering.functionCode(node as NodeOf<'FunctionDeclaration'>) },
        },
      ];
    case 'ClassDeclaration':
      if (!node.id) return [];
      return [{ do: 'let', pattern: { name: node.id.name }, value: { op: 'class', code: lowering.classCode(node) } }];
    case 'TSEnumDeclaration':
      return [{ do: 'let', pattern: { name: node.id.name }, value: lowerEnum(lowering, node) }];
    case 'ExpressionStatement':
      return lowerRun(lowering, node.expression);
    case 'ReturnStatement':
      return node.argument ? [{ do: 'return', value: lowering.expression(node.argument) }] : [];
    case 'BlockStatement':
      return block(node);
    case 'IfStatement':
      return [...block(node.consequent), ...block(node.alternate)];
    case 'TryStatement':
      return [...block(node.block), ...block(node.finalizer)];
    case 'SwitchStatement':
      return node.cases.flatMap((one) => one.consequent.flatMap((inner) => block(inner)));
    case 'ForStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
      return block(node.body);
    case 'ForOfStatement':
    case 'ForInStatement':
      return lowerLoop(lowering, node);
    default:
      return [];
  }
}

function lowerVariable(lowering: Lowering, node: NodeOf<'VariableDeclarator'>): Statement {
  const { id, init } = node;
  const name = id.type === 'Identifier' ? id.name : '';
  return {
    do: 'let',
    pattern: lowering.pattern(id),
    value: init ? lowering.expression(init) : { op: 'other', text: name },
  };
}

function lowerRun(lowering: Lowering, expression: Node): Statement[] {
  const value = lowering.expression(expression);
  if (typeof value === 'string' || !/^(call|assign|either|import)$/.test(value.op)) return [];
  return [{ do: 'run', value }];
}

function lowerLoop(lowering: Lowering, node: NodeOf<'ForOfStatement'> | NodeOf<'ForInStatement'>): Statement[] {
  const { left } = node;
  const target = left.type === 'VariableDeclaration' ? left.declarations[0]?.id : left;
  if (!target) return [];
  const body = node.body.type === 'BlockStatement' ? node.body.body : [node.body];
  return [
    {
      do: 'each',
      ...(node.type === 'ForInStatement' ? { keys: true as const } : {}),
      pattern: lowering.pattern(target),
      of: lowering.expression(node.right),
      body: lowerStatements(lowering, body),
    },
  ];
}

function lowerEnum(lowering: Lowering, node: NodeOf<'TSEnumDeclaration'>): Expression {
  let next: number | undefined = 0;
  const entries = node.body.members.map((member): Entry => {
    const key = member.id.type === 'Identifier' ? member.id.name : lowering.expression(member.id);
    const value: Expression = member.initializer
      ? lowering.expression(member.initializer)
      : next === undefined
        ? { op: 'other', text: 'enum' }
        : { op: 'value', value: next };
    next =
      typeof value === 'object' && value.op === 'value' && typeof value.value === 'number'
        ? value.value + 1
        : undefined;
    return [key, value];
  });
  return { op: 'object', entries };
}
