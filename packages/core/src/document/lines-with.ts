import type { Document } from './document.ts';

/** The lines of a document in which a global pattern matches, in order: one pass over the text instead of one test a line. */
export function linesWith(document: Document, pattern: RegExp): number[] {
  const found: number[] = [];
  let line = 1;
  let end = document.text.indexOf('\n');
  for (const match of document.text.matchAll(pattern)) {
    while (end !== -1 && end < match.index) {
      line += 1;
      end = document.text.indexOf('\n', end + 1);
    }
    if (found.at(-1) !== line) found.push(line);
  }
  return found;
}

/** True when one of some sorted lines stands between two lines, both included. */
export function anyLine(lines: readonly number[], from: number, to: number): boolean {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low < lines.length && (lines[low] ?? 0) <= to;
}
