/** A value of a YAML or JSON file and where it stands. */
export type Tree = {
  readonly line: number;
  readonly column: number;
} & (
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, TreeEntry> }
  | { readonly kind: 'list'; readonly items: readonly Tree[] }
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null }
);

export interface TreeEntry {
  readonly line: number;
  readonly column: number;
  readonly value: Tree;
}

/** A file that is no tree: what is wrong and where. */
export interface BrokenTree {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export function entry(tree: Tree | undefined, key: string): TreeEntry | undefined {
  return tree?.kind === 'map' ? tree.entries.get(key) : undefined;
}

export function child(tree: Tree | undefined, ...keys: readonly string[]): Tree | undefined {
  let at = tree;
  for (const key of keys) at = entry(at, key)?.value;
  return at;
}

/** The words of a scalar; numbers and booleans as written. */
export function words(tree: Tree | undefined): string | undefined {
  return tree?.kind === 'scalar' && tree.value !== null ? String(tree.value) : undefined;
}

export function items(tree: Tree | undefined): readonly Tree[] {
  return tree?.kind === 'list' ? tree.items : [];
}

export function entries(tree: Tree | undefined): readonly (readonly [string, TreeEntry])[] {
  return tree?.kind === 'map' ? [...tree.entries] : [];
}

export function isTrue(tree: Tree | undefined): boolean {
  return tree?.kind === 'scalar' && tree.value === true;
}
