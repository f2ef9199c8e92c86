import type { Place } from '@iama/model';
import type { Comment, Node, Program } from 'oxc-parser';
import { visitorKeys } from 'oxc-parser';
import { lineIndex } from './line-index.ts';

/** The node of one type. */
export type NodeOf<T extends Node['type']> = Named<Node, T>;
type Named<N, T> = N extends { type: infer U } ? (T extends U ? N : never) : never;

/** One parsed file. Every node has its `parent`. Offsets are UTF-16 indices into `text`. */
export interface ParsedModule {
  readonly path: string;
  /** What was parsed: the source, or the source with its unreadable places blanked out, line by line the same. */
  readonly text: string;
  /** True when the source had syntax errors and only what could be saved was parsed. */
  readonly repaired: boolean;
  readonly program: Program;
  readonly comments: readonly Comment[];
  /** All nodes of one type, in source order. */
  nodesOf<T extends Node['type']>(type: T): readonly NodeOf<T>[];
  lineAt(offset: number): number;
  placeAt(offset: number): Place;
}

/** Puts a program together with its text: links parents and sorts nodes by type, in one walk. */
export function openModule(
  source: { readonly path: string; readonly text: string; readonly repaired: boolean },
  program: Program,
  comments: readonly Comment[],
): ParsedModule {
  const byType = sortNodes(program);
  const lines = lineIndex(source.text);
  return {
    ...source,
    program,
    comments,
    nodesOf: <T extends Node['type']>(type: T) => (byType.get(type) ?? []) as unknown as readonly NodeOf<T>[],
    lineAt: (offset) => lines.lineAt(offset),
    placeAt: (offset) => ({ path: source.path, line: lines.lineAt(offset), column: lines.columnAt(offset) }),
  };
}

function sortNodes(program: Program): Map<string, Node[]> {
  const byType = new Map<string, Node[]>();
  const stack: Node[] = [program];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const list = byType.get(node.type);
    if (list === undefined) byType.set(node.type, [node]);
    else list.push(node);
    const fields = node as unknown as Record<string, Node | (Node | null)[] | null | undefined>;
    for (const key of visitorKeys[node.type] ?? []) {
      const child = fields[key];
      if (child === null || child === undefined) continue;
      for (const one of Array.isArray(child) ? child : [child]) {
        if (one === null) continue;
        (one as { parent?: Node }).parent = node;
        stack.push(one);
      }
    }
  }
  for (const list of byType.values()) list.sort((a, b) => a.start - b.start);
  return byType;
}
