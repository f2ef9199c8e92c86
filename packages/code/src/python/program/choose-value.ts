import type { Value } from './value.ts';
import { textOf, unknown } from './value.ts';

/** The one value when code may give several: the only known one. Of texts that differ, the end they have in common if it is one of them. */
export function chooseValue(values: readonly Value[], words: string): Value {
  const known = values.filter((value) => value.is !== 'unknown' && !(value.is === 'constant' && value.value === null));
  const [first] = known;
  if (first === undefined) return values[0] ?? unknown(words);
  const texts = [...new Set(known.map((value) => textOf(value)))];
  if (texts.length < 2 || texts.includes(undefined)) return first;
  const shortest = (texts as string[]).reduce((best, one) => (one.length < best.length ? one : best));
  return texts.every((one) => one?.endsWith(shortest)) ? { ...unknown(words), tail: shortest } : unknown(words);
}
