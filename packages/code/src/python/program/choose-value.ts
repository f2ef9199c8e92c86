import type { Value } from './value.ts';
import { textOf, unknown } from './value.ts';

/** The one value when code may give several: the only known one, or none when texts differ. */
export function chooseValue(values: readonly Value[], words: string): Value {
  const known = values.filter((value) => value.is !== 'unknown' && !(value.is === 'constant' && value.value === null));
  const [first] = known;
  if (first === undefined) return values[0] ?? unknown(words);
  const texts = new Set(known.map((value) => textOf(value)));
  return texts.size > 1 && known.every((value) => textOf(value) !== undefined) ? unknown(words) : first;
}
