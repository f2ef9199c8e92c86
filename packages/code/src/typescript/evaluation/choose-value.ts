import type { Value } from './value.ts';
import { isOpen, unknown } from './value.ts';

/** The one value when code may give several: the only known one, or none when texts differ. */
export function chooseValue(values: readonly Value[], words: string): Value {
  const known = values.filter((value) => !isOpen(value) && !(value.is === 'plain' && value.value === null));
  const [first] = known;
  if (first === undefined) return values[0] ?? unknown(words);
  const differs = known.some((one) => first.is === 'text' && (one.is !== 'text' || one.text !== first.text));
  return differs ? unknown(words) : first;
}
