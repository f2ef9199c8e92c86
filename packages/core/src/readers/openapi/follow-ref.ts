import type { Tree } from './tree.ts';
import { child, items, words } from './tree.ts';

/**
 * Follows `$ref` inside one file: `#/components/schemas/Job`. Undefined when it points outside, nowhere or in a circle;
 * `outside` hears of references to other files.
 */
export function followRef(
  root: Tree,
  tree: Tree | undefined,
  outside: (ref: string, at: Tree) => void,
): Tree | undefined {
  let at = tree;
  for (let hops = 0; hops < 20 && at; hops += 1) {
    const ref = words(child(at, '$ref'));
    if (ref === undefined) return at;
    if (!ref.startsWith('#')) {
      outside(ref, at);
      return undefined;
    }
    at = pointAt(root, ref.slice(1));
  }
  return undefined;
}

/** What a JSON pointer (`/paths/~1jobs`) points at. */
export function pointAt(root: Tree, pointer: string): Tree | undefined {
  let at: Tree | undefined = root;
  for (const part of pointer.split('/').filter((name, index) => index > 0 || name !== '')) {
    const name = decoded(part).replaceAll('~1', '/').replaceAll('~0', '~');
    at = at?.kind === 'list' ? items(at)[Number(name)] : child(at, name);
  }
  return at;
}

/** A percent-encoded name as it was, or as written when it is none. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
