import type { Passage, Twin } from './twins.ts';
import { isId } from './twins.ts';

export interface MissingId {
  readonly id: string;
  /** The passage that defines it, and which of the two documents lacks it. */
  readonly defined: Passage;
  readonly lacks: 'original' | 'translation';
}

/** Ids that one of two twins defines and the other never names. */
export function missingIds({ passages, translated }: Twin): MissingId[] {
  const one = lacking(passages, translated).map((defined) => ({
    id: defined.attributes.anchor,
    defined,
    lacks: 'translation' as const,
  }));
  const other = lacking(translated, passages).map((defined) => ({
    id: defined.attributes.anchor,
    defined,
    lacks: 'original' as const,
  }));
  return [...one, ...other];
}

function lacking(passages: readonly Passage[], others: readonly Passage[]): Passage[] {
  const known = new Set(
    others.flatMap(({ attributes }) => [
      attributes.anchor,
      ...attributes.names.map(({ text }) => text),
      ...attributes.words,
    ]),
  );
  const seen = new Set<string>();
  return passages.filter(({ attributes: { anchor } }) => {
    if (!isId(anchor) || known.has(anchor) || seen.has(anchor)) return false;
    seen.add(anchor);
    return true;
  });
}
