import type { Argument, Call, Expression, Statement } from '../python/syntax/ast.ts';

/** Names that stand for a text or a list of texts where they are used. */
export type Names = ReadonlyMap<string, Expression>;

/** The text an expression surely is; undefined when it is not constant here. */
export function textOf(node: Expression | undefined, names: Names): string | undefined {
  if (node === undefined) return undefined;
  if (node.type === 'text') {
    let text = '';
    for (const piece of node.pieces) {
      const value = piece.type === 'piece' ? piece.value : textOf(piece, names);
      if (value === undefined) return undefined;
      text += value;
    }
    return text;
  }
  if (node.type === 'number') return String(node.value);
  if (node.type === 'name') {
    const value = names.get(node.name);
    return value === undefined || value === node ? undefined : textOf(value, names);
  }
  if (node.type === 'binary' && node.op === '+') {
    const [left, right] = [textOf(node.left, names), textOf(node.right, names)];
    return left === undefined || right === undefined ? undefined : left + right;
  }
  // `op.f('name')` marks a name that no convention may change.
  if (node.type === 'call' && /^(?:f|text|quoted_name)$/.test(calledName(node)))
    return textOf(node.args[0]?.value, names);
  return undefined;
}

/** The texts of a list or tuple; a single text counts as a list of one. */
export function textsOf(node: Expression | undefined, names: Names): string[] | undefined {
  if (node === undefined) return undefined;
  const list = node.type === 'name' ? names.get(node.name) : node;
  if (list?.type === 'list' || list?.type === 'tuple' || list?.type === 'set') {
    const texts = list.items.map((item) => textOf(item, names));
    return texts.includes(undefined) ? undefined : (texts as string[]);
  }
  const text = textOf(node, names);
  return text === undefined ? undefined : [text];
}

/** True, false or None, as written. */
export function constantOf(node: Expression | undefined): boolean | null | undefined {
  return node?.type === 'constant' ? node.value : undefined;
}

/** The last name of what is called: `sa.Column` → `Column`. */
export function calledName(node: Expression): string {
  if (node.type !== 'call') return '';
  return lastName(node.callee);
}

/** `a.b.c` → `c`. */
export function lastName(node: Expression): string {
  return node.type === 'member' ? node.name : node.type === 'name' ? node.name : '';
}

/** An argument by its name. */
export function named(call: Call, name: string): Expression | undefined {
  return call.args.find((argument) => argument.name === name)?.value;
}

/** Arguments without names, in order. */
export function positional(call: Call): Expression[] {
  return call.args
    .filter((argument: Argument) => argument.name === undefined && argument.spread === undefined)
    .map(({ value }) => value);
}

/** An argument by its position, or by its name. */
export function argument(call: Call, index: number, name: string): Expression | undefined {
  return named(call, name) ?? positional(call)[index];
}

/** Names that statements give to constants, one time each. */
export function constantsIn(body: readonly Statement[], known: Names = new Map()): Map<string, Expression> {
  const names = new Map(known);
  for (const statement of body) {
    if (statement.type !== 'assign' || statement.targets.length !== 1 || !statement.value) continue;
    const [target] = statement.targets;
    if (target?.type === 'name') names.set(target.name, statement.value);
  }
  return names;
}
