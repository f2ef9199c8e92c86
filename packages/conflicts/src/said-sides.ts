import type { Place, Value } from '@iama/model';
import { sameValue } from './same-value.ts';
import type { Side } from './side.ts';

/** One place and what it says, before values that are the same are given one wording. */
export interface Said {
  readonly at: Place;
  readonly value: Value;
  readonly written: string;
  readonly words: string;
}

/** Sides of a conflict: places that say the same value in other words (`5,000`, `5000`) get the words of the first of them. */
export function saidSides(said: readonly Said[]): Side[] {
  const wordings: Said[] = [];
  return said.map((one) => {
    const first = wordings.find((known) => sameValue(known.value, one.value) === 'same');
    if (!first) wordings.push(one);
    return { at: one.at, value: (first ?? one).written, words: one.words };
  });
}
