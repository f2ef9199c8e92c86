import type { Node } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { BrokenTree, Tree, TreeEntry } from './tree.ts';

/** Opens YAML with the place of every value. Duplicate keys keep the last, as most tools do. */
export function readYaml(text: string): Tree | BrokenTree {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: false, merge: true, logLevel: 'silent' });
  const error = document.errors[0];
  if (error) {
    const { line, col } = counter.linePos(error.pos[0]);
    return { line: Math.max(1, line), column: Math.max(1, col), message: error.message.split('\n')[0] ?? error.code };
  }
  const known = new Map<Node, Tree>();
  const place = (offset: number | undefined) => {
    const { line, col } = counter.linePos(offset ?? 0);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const convert = (node: unknown): Tree => {
    if (isAlias(node)) return convert(node.resolve(document) ?? null);
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return { line: 1, column: 1, kind: 'scalar', value: null };
    const seen = known.get(node);
    if (seen) return seen;
    const at = place(node.range?.[0]);
    if (isScalar(node)) return { ...at, kind: 'scalar', value: plainScalar(node.value) };
    if (isSeq(node)) {
      const list: Tree[] = [];
      known.set(node, { ...at, kind: 'list', items: list });
      for (const item of node.items) list.push(convert(item));
      return known.get(node) as Tree;
    }
    const map = new Map<string, TreeEntry>();
    known.set(node, { ...at, kind: 'map', entries: map });
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? pair.key : undefined;
      const name = String(key?.value ?? '');
      const value = convert(pair.value);
      if (name === '<<') merge(map, value);
      else map.set(name, { ...place(key?.range?.[0]), value });
    }
    return known.get(node) as Tree;
  };
  return convert(document.contents);
}

/** `<<: *base` and `<<: [*a, *b]`: keys that stand in the map itself win. */
function merge(map: Map<string, TreeEntry>, value: Tree): void {
  const sources = value.kind === 'list' ? value.items : [value];
  for (const source of sources) {
    if (source.kind !== 'map') continue;
    for (const [name, said] of source.entries) if (!map.has(name)) map.set(name, said);
  }
}

function plainScalar(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return String(value);
}
