interface Prepared {
  readonly word: string;
  readonly lower: string;
}

/** Above so many known words only those that share a part with the unknown one are compared. */
const few = 2000;

/** Known words, so that many unknown ones can be looked up: each is prepared once. */
export class KnownWords {
  readonly #words: readonly Prepared[];
  readonly #byPart = new Map<string, Prepared[]>();

  constructor(words: Iterable<string>) {
    this.#words = [...new Set(words)].sort().map((word) => ({ word, lower: word.toLowerCase() }));
    for (const prepared of this.#words) {
      for (const part of ends(prepared.lower)) {
        const known = this.#byPart.get(part);
        if (known) known.push(prepared);
        else this.#byPart.set(part, [prepared]);
      }
    }
  }

  /**
   * The known word nearest to one that is unknown, or undefined when none is near enough to be meant: at most a third of
   * its letters differ, and at most three. Words that begin alike up to the last separator (another number of the same
   * family) come first, then words with the same last part, then all. Equal distances: the first in order of code units.
   */
  nearest(unknown: string): string | undefined {
    const lower = unknown.toLowerCase();
    for (const part of ends(lower)) {
      const best = nearestOf(unknown, lower, this.#byPart.get(part) ?? []);
      if (best !== undefined) return best;
    }
    return this.#words.length <= few ? nearestOf(unknown, lower, this.#words) : undefined;
  }
}

/** What stands before and after the last separator, marked apart; nothing for a word without one. */
function ends(lower: string): string[] {
  const cut = lower.search(/[-_. /][^-_. /]*$/);
  return cut > 0 ? [`${lower.slice(0, cut)}<`, `>${lower.slice(cut + 1)}`] : [];
}

function nearestOf(unknown: string, lower: string, words: readonly Prepared[]): string | undefined {
  let least = Math.min(3, Math.max(1, Math.floor(unknown.length / 3))) + 1;
  let best: string | undefined;
  for (const known of words) {
    if (known.word === unknown || Math.abs(known.lower.length - lower.length) >= least) continue;
    const distance = editDistance(lower, known.lower, least - 1);
    if (distance >= least) continue;
    least = distance;
    best = known.word;
    if (least === 0) break;
  }
  return best;
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
