/** A fence line: indentation, marker run, info string. */
const fencePattern = /^( {0,3})(`{3,}|~{3,})\s*([^`]*)$/;
const headingPattern = /^#{1,6}\s+\S/;

export interface FenceRepair {
  /** 1-based line of the fence that swallows text. */
  readonly line: number;
  readonly what: 'stray' | 'unclosed';
}

/**
 * Finds fences that would swallow headings (a stray closing fence, or an opening one nobody closed) and takes their
 * effect away without moving any line: a stray fence becomes an empty line; an unclosed one is closed on the empty line
 * before the heading it would swallow.
 *
 * @implements IAMA-READ-009
 */
export function repairFences(lines: readonly string[]): { lines: readonly string[]; repairs: readonly FenceRepair[] } {
  const repairs: FenceRepair[] = [];
  let out: string[] | undefined;
  let index = 0;
  while (index < lines.length) {
    const open = fencePattern.exec(lines[index] ?? '');
    if (!open) {
      index += 1;
      continue;
    }
    const end = findClosing(lines, index, open);
    if (end.closed && end.headingBefore === undefined) {
      index = end.at + 1;
      continue;
    }
    if (end.headingBefore === undefined || (end.closed && !end.labelledInside)) {
      index = end.at + 1;
      continue;
    }
    out ??= [...lines];
    if ((open[3] ?? '').trim() === '') {
      out[index] = '';
      repairs.push({ line: index + 1, what: 'stray' });
      index += 1;
    } else {
      out[end.headingBefore - 1] = open[2] ?? '```';
      repairs.push({ line: index + 1, what: 'unclosed' });
      index = end.headingBefore;
    }
  }
  return { lines: out ?? lines, repairs };
}

interface Closing {
  readonly at: number;
  readonly closed: boolean;
  /** Index of the first heading after an empty line inside; only such a line can be a real heading. */
  readonly headingBefore: number | undefined;
  /** Another labelled fence starts inside: a sign that the opening one was no opening. */
  readonly labelledInside: boolean;
}

function findClosing(lines: readonly string[], start: number, open: RegExpExecArray): Closing {
  const marker = open[2] ?? '```';
  let headingBefore: number | undefined;
  let labelledInside = false;
  for (let at = start + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (headingPattern.test(line) && (lines[at - 1] ?? '').trim() === '' && headingBefore === undefined)
      headingBefore = at;
    const fence = fencePattern.exec(line);
    if (!fence || fence[2]?.[0] !== marker[0] || (fence[2]?.length ?? 0) < marker.length) continue;
    if ((fence[3] ?? '').trim() === '') return { at, closed: true, headingBefore, labelledInside };
    labelledInside = true;
  }
  return { at: lines.length, closed: false, headingBefore, labelledInside };
}
