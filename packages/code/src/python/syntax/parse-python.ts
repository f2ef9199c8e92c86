import type { Place } from '@iama/model';
import type { Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import { LineIndex } from '../../lexing/line-index.ts';
import type { Statement } from './ast.ts';
import { childrenOf } from './children-of.ts';
import { convertStatements } from './convert-statement.ts';
import { repairText } from './repair-text.ts';

/** One parsed Python file. Offsets are UTF-16 indices into `text`. */
export interface PythonModule {
  readonly path: string;
  readonly text: string;
  /** True when configuration or convention makes this file a test. */
  readonly test: boolean;
  readonly body: readonly Statement[];
  placeAt(offset: number): Place;
}

export interface ParsedPython {
  readonly module: PythonModule;
  /** Offset of the first thing that is no Python. */
  readonly fault?: number;
}

/** Parses a file; what is no Python is left out and told, the rest is there. */
export function parsePython(source: {
  readonly path: string;
  readonly text: string;
  readonly test: boolean;
}): ParsedPython {
  let text = source.text;
  let tree = parse(text);
  let fault = faultIn(tree, text);
  if (fault !== undefined) {
    const repaired = repairText(text);
    const again = parse(repaired);
    const left = faultIn(again, repaired);
    if (left === undefined || left > fault) [text, tree, fault] = [repaired, again, left];
  }
  const lines = new LineIndex(source.text);
  const module: PythonModule = {
    ...source,
    body: convertStatements(text, childrenOf(tree.topNode)),
    placeAt: (offset) => ({ path: source.path, ...lines.placeOf(offset) }),
  };
  return { module, ...(fault === undefined ? {} : { fault }) };
}

// The parser cuts a body short after 300 statements with comments between, so that trees stay shallow; ours do anyway.
function parse(text: string): Tree {
  const running = parser.startParse(text) as ReturnType<typeof parser.startParse> & { bigReductionCount?: number };
  for (;;) {
    const tree = running.advance();
    if (tree !== null) return tree;
    running.bigReductionCount = 0;
  }
}

function faultIn(tree: Tree, text: string): number | undefined {
  let fault: number | undefined;
  tree.iterate({
    enter: (node) => {
      if (node.type.isError && !isBareYield(text, node.from)) fault ??= node.from;
      return fault === undefined;
    },
  });
  return fault;
}

// `(yield)` is Python; the grammar wants a value.
function isBareYield(text: string, at: number): boolean {
  return /\byield\s*$/.test(text.slice(Math.max(0, at - 12), at));
}
