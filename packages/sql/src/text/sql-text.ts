import type { Place } from '@iama/model';

/** Where a piece of SQL stands: its file, and the line and column its first character has there. */
export interface SqlOrigin {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  /** Every line starts at `column` (a fence inside a list item), not only the first one. */
  readonly indented?: boolean;
  readonly section?: string;
}

/** SQL with a way from offsets back to places in its file. */
export interface SqlText {
  readonly text: string;
  readonly place: (offset: number) => Place;
  /** The way back, for a place that `place` gave. */
  readonly offset: (place: Place) => number;
}

/** Ties SQL to the place it was found at. */
export function sqlText(text: string, origin: SqlOrigin): SqlText {
  const firstLine = origin.line ?? 1;
  const firstColumn = origin.column ?? 1;
  let known: number[] | undefined;
  const lines = () => {
    known ??= lineStarts(text);
    return known;
  };
  const shiftOf = (line: number) => (line === 0 || origin.indented ? firstColumn : 1);
  return {
    text,
    offset: (place) => {
      const line = place.line - firstLine;
      return (lines()[line] ?? 0) + place.column - shiftOf(line);
    },
    place(offset) {
      const starts = lines();
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return {
        path: origin.path,
        line: firstLine + low,
        column: offset - (starts[low] ?? 0) + shiftOf(low),
        ...(origin.section === undefined ? {} : { section: origin.section }),
      };
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
