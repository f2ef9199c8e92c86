import type { Place } from '@iama/model';

/** The lines of the function that answers an endpoint. */
export interface HandlerRange {
  readonly endpoint: string;
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

/** The endpoints whose handler a place stands in, by file; the innermost function counts. */
export function handlerIndex(ranges: readonly HandlerRange[]): (at: Place) => string[] {
  const byPath = new Map<string, HandlerRange[]>();
  for (const range of ranges) byPath.set(range.path, [...(byPath.get(range.path) ?? []), range]);
  return (at) => {
    const around = (byPath.get(at.path) ?? []).filter(({ from, to }) => from <= at.line && at.line <= to);
    const size = Math.min(...around.map(({ from, to }) => to - from));
    return [...new Set(around.filter(({ from, to }) => to - from === size).map(({ endpoint }) => endpoint))].sort();
  };
}
