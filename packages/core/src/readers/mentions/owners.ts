import type { NodeRef } from '@iama/model';
import type { Span } from '../../document/document.ts';

/** For each line the innermost of the nodes whose text takes it up. */
export function ownersOfLines(lineCount: number, spans: readonly Span[]): (line: number) => NodeRef | undefined {
  const widest = [...spans].sort((a, b) => b.lastLine - b.line - (a.lastLine - a.line) || a.line - b.line);
  const owner = new Int32Array(lineCount + 1).fill(-1);
  for (const [index, span] of widest.entries()) {
    owner.fill(index, Math.max(1, span.line), Math.min(lineCount, span.lastLine) + 1);
  }
  return (line) => widest[owner[line] ?? -1]?.node;
}
