import type { BrokenTree, Tree, TreeEntry } from './tree.ts';

const space = /[\s\uFEFF]*/y;
const plain = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const quoted = /"(?:[^"\\\n\r]|\\.)*"/y;
const deepest = 200;

class Broken extends Error {
  readonly offset: number;
  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/** Opens JSON with the place of every value; ten times as fast as reading it as YAML. */
export function readJson(text: string): Tree | BrokenTree {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const place = (offset: number) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
  let at = 0;
  const skip = () => {
    space.lastIndex = at;
    space.test(text);
    at = space.lastIndex;
  };
  const expect = (mark: string) => {
    skip();
    if (text[at] !== mark) throw new Broken(at, `Expected \`${mark}\``);
    at += 1;
  };
  const string = (): string => {
    skip();
    quoted.lastIndex = at;
    const match = quoted.exec(text)?.[0];
    if (match === undefined) throw new Broken(at, 'Expected a string');
    at += match.length;
    return match.includes('\\') ? unescaped(match) : match.slice(1, -1);
  };
  const value = (depth: number): Tree => {
    skip();
    const where = place(at);
    if (depth > deepest) throw new Broken(at, 'Nested too deeply');
    const mark = text[at];
    if (mark === '"') return { ...where, kind: 'scalar', value: string() };
    if (mark === '{') return { ...where, kind: 'map', entries: map(depth) };
    if (mark === '[') return { ...where, kind: 'list', items: list(depth) };
    plain.lastIndex = at;
    const match = plain.exec(text)?.[0];
    if (match === undefined) throw new Broken(at, 'Expected a value');
    at += match.length;
    return { ...where, kind: 'scalar', value: JSON.parse(match) as number | boolean | null };
  };
  const list = (depth: number): Tree[] => {
    const found: Tree[] = [];
    at += 1;
    skip();
    while (text[at] !== ']') {
      found.push(value(depth + 1));
      skip();
      if (text[at] === ',') at += 1;
      else if (text[at] !== ']') throw new Broken(at, 'Expected `,` or `]`');
      skip();
    }
    at += 1;
    return found;
  };
  const map = (depth: number): Map<string, TreeEntry> => {
    const found = new Map<string, TreeEntry>();
    at += 1;
    skip();
    while (text[at] !== '}') {
      const where = place(at);
      const key = string();
      expect(':');
      found.set(key, { ...where, value: value(depth + 1) });
      skip();
      if (text[at] === ',') at += 1;
      else if (text[at] !== '}') throw new Broken(at, 'Expected `,` or `}`');
      skip();
    }
    at += 1;
    return found;
  };
  try {
    const tree = value(0);
    skip();
    if (at < text.length) throw new Broken(at, 'Expected the end of the file');
    return tree;
  } catch (cause) {
    if (!(cause instanceof Broken)) throw cause;
    return { ...place(Math.min(cause.offset, text.length)), message: cause.message };
  }
}

function unescaped(literal: string): string {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return literal.slice(1, -1);
  }
}
