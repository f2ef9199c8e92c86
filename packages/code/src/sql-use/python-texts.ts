import type { Place } from '@iama/model';
import type { Expression, Node } from '../python/syntax/ast.ts';
import type { PythonModule } from '../python/syntax/parse-python.ts';
import { innerOf } from '../python/syntax/walk.ts';

/** One text as Python writes it: a string, an f-string, or several put together with `+`. */
export interface PythonText {
  readonly text: string;
  readonly holes: readonly number[];
  /** With `\uFFFC` at every hole. */
  readonly marked: string;
  /** It is an argument of `execute()`, `text()` and the like. */
  readonly database: boolean;
  readonly placeAt: (index: number) => Place;
}

const calls =
  /^(?:execute|executemany|executescript|execute_values|execute_many|exec_driver_sql|fetch|fetchrow|fetchval|fetch_one|fetch_all|fetch_val|iterate|text|SQL|raw|read_sql|read_sql_query|scalar|scalars|mogrify|query|prepare|cursor|copy|run)$/;

/** The largest texts of a file. Docstrings are none. */
export function pythonTexts(module: PythonModule): PythonText[] {
  const constants = constantTexts(module);
  const found: PythonText[] = [];
  const visit = (node: Node, database: boolean): void => {
    if (!('type' in node)) {
      for (const inner of innerOf(node)) visit(inner, false);
      return;
    }
    if (node.type === 'text' || (node.type === 'binary' && node.op === '+')) {
      const text = compose(module, node, constants, database);
      if (text) {
        found.push(text);
        return;
      }
    }
    if (node.type === 'expression' && node.value.type === 'text') return;
    const inside = callsDatabase(node, database);
    for (const inner of innerOf(node)) visit(inner, inside);
  };
  for (const statement of module.body) visit(statement, false);
  return found;
}

/** True for what stands in a call of `execute()`, and in `"…".format()` or `"…" % (…)` there. */
function callsDatabase(node: Node, around: boolean): boolean {
  if (!('type' in node)) return false;
  if (node.type === 'binary' || node.type === 'member') return around;
  if (node.type !== 'call') return false;
  const name = calledName(node.callee);
  return calls.test(name) || (name === 'format' && around);
}

function calledName(callee: Expression): string {
  return callee.type === 'member' ? callee.name : callee.type === 'name' ? callee.name : '';
}

/** Names of the module that stand for one text. */
function constantTexts(module: PythonModule): Map<string, string> {
  const constants = new Map<string, string>();
  for (const statement of module.body) {
    if (statement.type !== 'assign' || statement.targets.length !== 1 || statement.value?.type !== 'text') continue;
    const [target] = statement.targets;
    const { pieces } = statement.value;
    if (target?.type !== 'name' || pieces.some((piece) => piece.type !== 'piece')) continue;
    if (constants.has(target.name)) constants.delete(target.name);
    else constants.set(target.name, pieces.map((piece) => (piece.type === 'piece' ? piece.value : '')).join(''));
  }
  return constants;
}

interface Piece {
  readonly text?: string;
  readonly from: number;
}

function compose(
  module: PythonModule,
  node: Expression,
  constants: ReadonlyMap<string, string>,
  database: boolean,
): PythonText | undefined {
  const pieces = piecesOf(node, constants);
  if (!pieces.some((piece) => piece.text !== undefined)) return undefined;
  let text = '';
  let marked = '';
  const holes: number[] = [];
  const anchors: { index: number; from: number }[] = [];
  for (const piece of pieces) {
    anchors.push({ index: text.length, from: piece.from });
    if (piece.text === undefined) {
      holes.push(text.length);
      marked += '\uFFFC';
    } else {
      text += piece.text;
      marked += piece.text;
    }
  }
  const placeAt = (index: number) => {
    const anchor = anchors.findLast((one) => one.index <= index) ?? anchors[0];
    return module.placeAt((anchor?.from ?? node.from) + index - (anchor?.index ?? 0));
  };
  return { text, holes, marked, database, placeAt };
}

function piecesOf(node: Expression, constants: ReadonlyMap<string, string>): Piece[] {
  if (node.type === 'binary' && node.op === '+')
    return [...piecesOf(node.left, constants), ...piecesOf(node.right, constants)];
  if (node.type !== 'text') {
    const known = node.type === 'name' ? constants.get(node.name) : undefined;
    return [known === undefined ? { from: node.from } : { text: known, from: node.from }];
  }
  return node.pieces.map((piece) =>
    piece.type === 'piece'
      ? { text: piece.value, from: piece.from }
      : (piecesOf(piece, constants)[0] ?? { from: piece.from }),
  );
}
