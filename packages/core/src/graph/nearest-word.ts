/** Known words, so that many unknown ones can be looked up: each is prepared once. */
export class KnownWords {
  readonly #words: readonly { readonly word: string; readonly lower: string }[];

  constructor(words: Iterable<string>) {
    this.#words = [...new Set(words)].sort().map((word) => ({ word, lower: word.toLowerCase() }));
  }

  /**
   * The known word nearest to one that is unknown, or undefined when none is near enough to be meant: at most a third of
   * its letters differ, and at most three. Equal distances: the first in order of code units.
   */
  nearest(unknown: string): string | undefined {
    const lower = unknown.toLowerCase();
    let least = Math.min(3, Math.max(1, Math.floor(unknown.length / 3))) + 1;
    let best: string | undefined;
    for (const known of this.#words) {
      if (known.word === unknown || Math.abs(known.lower.length - lower.length) >= least) continue;
      const distance = editDistance(lower, known.lower, least - 1);
      if (distance >= least) continue;
      least = distance;
      best = known.word;
      if (least === 0) break;
    }
    return best;
  }
}

/** The nearest of a few known words. */
export function nearestWord(unknown: string, known: Iterable<string>): string | undefined {
  return new KnownWords(known).nearest(unknown);
}

/** Damerau-Levenshtein (neighbours may swap); anything above `most` comes back as more than `most`. */
function editDistance(a: string, b: string, most: number): number {
  let start = 0;
  while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA -= 1;
    endB -= 1;
  }
  const width = endB - start;
  let before: number[] = [];
  let previous = Array.from({ length: width + 1 }, (_, index) => index);
  for (let i = 1; i <= endA - start; i += 1) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= width; j += 1) {
      const x = a.charCodeAt(start + i - 1);
      const y = b.charCodeAt(start + j - 1);
      let value = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (x === y ? 0 : 1),
      );
      if (i > 1 && j > 1 && x === b.charCodeAt(start + j - 2) && a.charCodeAt(start + i - 2) === y) {
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      }
      current.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    before = previous;
    previous = current;
  }
  return previous[width] ?? most + 1;
}
