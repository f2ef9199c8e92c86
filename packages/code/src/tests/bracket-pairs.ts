const closers: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** The closing offset of every opening bracket of a masked text. A stray bracket pairs with nothing. */
export function bracketPairs(masked: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  const bracket = /[()[\]{}]/g;
  for (let found = bracket.exec(masked); found !== null; found = bracket.exec(masked)) {
    const opener = closers[found[0]];
    if (opener === undefined) {
      open.push(found.index);
      continue;
    }
    let depth = open.length - 1;
    while (depth >= 0 && masked[open[depth] as number] !== opener) depth -= 1;
    if (depth < 0) continue;
    pairs.set(open[depth] as number, found.index);
    open.length = depth;
  }
  return pairs;
}

/** Ranges of the arguments between two brackets: split at commas outside of inner brackets. */
export function argumentsIn(
  masked: string,
  pairs: ReadonlyMap<number, number>,
  from: number,
  to: number,
): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = from;
  for (let at = from; at < to; at += 1) {
    const char = masked[at];
    if (char === ',') {
      found.push(trimmed(masked, start, at));
      start = at + 1;
    } else if (char === '(' || char === '[' || char === '{') at = pairs.get(at) ?? at;
  }
  const rest = trimmed(masked, start, to);
  if (rest.end > rest.start) found.push(rest);
  return found;
}

function trimmed(masked: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && masked.charCodeAt(from) <= 32) from += 1;
  while (to > from && masked.charCodeAt(to - 1) <= 32) to -= 1;
  return { start: from, end: to };
}
