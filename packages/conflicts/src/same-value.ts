import type { Value } from '@iama/model';

/** `unknown`: no machine can tell, as with words, what an encoding error ate, or units that do not compare. */
export type Sameness = 'same' | 'differs' | 'unknown';

/** Compares what two places say, whatever words and units they use. */
export function sameValue(a: Value, b: Value): Sameness {
  if (a.form !== b.form) return 'unknown';
  if (a.form === 'number') return sameNumber(a, b);
  if (a.form === 'flag') return a.flag === b.flag ? 'same' : 'differs';
  if (a.form === 'names') return sameNames(a.names ?? [], b.names ?? []) ? 'same' : 'differs';
  return 'unknown';
}

function sameNumber(a: Value, b: Value): Sameness {
  if (a.unit !== undefined && b.unit !== undefined && a.unit !== b.unit) return 'unknown';
  if (a.per !== undefined && b.per !== undefined && a.per !== b.per) return 'unknown';
  return a.low === b.low && a.high === b.high ? 'same' : 'differs';
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  const plain = (names: readonly string[]) =>
    names
      .map((name) => name.toLowerCase())
      .sort()
      .join('\u0000');
  return plain(a) === plain(b);
}

/** Groups what places say into different values; what can't be compared with a group joins none. */
export function distinctValues<T>(said: readonly T[], read: (one: T) => Value): T[][] {
  const groups: T[][] = [];
  for (const one of said) {
    const group = groups.find(([first]) => first !== undefined && sameValue(read(first), read(one)) === 'same');
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups;
}
