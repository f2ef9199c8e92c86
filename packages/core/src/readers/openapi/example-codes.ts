import { followRef } from './follow-ref.ts';
import type { Tree } from './tree.ts';
import { child, entries, items } from './tree.ts';

/** A code-like key of an example and what it says. */
export interface ExampleCode {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

const codeKey = /^(?:error_?code|err_?code|code|error_?type|error|reason_?code|denial_?reason)$/i;

/** Codes that the examples of a reply show, wherever the version of the format puts them. */
export function exampleCodes(root: Tree, reply: Tree, outside: (ref: string, at: Tree) => void): ExampleCode[] {
  const found: ExampleCode[] = [];
  const media = [...entries(child(reply, 'content')).map(([, { value }]) => value), reply];
  for (const holder of media) {
    search(child(holder, 'example'), found, 0);
    for (const [, { value }] of entries(child(holder, 'examples'))) {
      const example = followRef(root, value, outside);
      search(child(example, 'value') ?? example, found, 0);
    }
    search(child(followRef(root, child(holder, 'schema'), outside), 'example'), found, 0);
  }
  return found;
}

function search(tree: Tree | undefined, found: ExampleCode[], depth: number): void {
  if (!tree || depth > 6 || found.length > 100) return;
  for (const item of items(tree)) search(item, found, depth + 1);
  for (const [name, { value, line }] of entries(tree)) {
    if (value.kind === 'scalar') {
      if (codeKey.test(name) && typeof value.value === 'string') found.push({ name, value: value.value, line });
    } else search(value, found, depth + 1);
  }
}
