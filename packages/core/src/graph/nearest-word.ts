/**
 * The known word nearest to one that is unknown, or undefined when none is near enough to be meant:
 * at most a third of the letters differ. Equal distances: the first in order of code units.
 */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  const lower = word.toLowerCase();
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of known) {
    if (candidate === word || Math.abs(candidate.length - word.length) >= least + (best === undefined ? 0 : 1))
      continue;
    const distance = editDistance(lower, candidate.toLowerCase(), least);
    if (distance < least || (distance === least && best !== undefined && candidate < best)) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** Damerau-Levenshtein (neighbours may swap); gives up above `most`. */
function editDistance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      current.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? most + 1;
}
