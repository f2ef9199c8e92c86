import type { Place } from '@iama/model';
import type { Passage, Twin } from './twins.ts';

type Token = Passage['attributes']['names'][number];

/** What a translation says otherwise in one passage. */
export interface PassageDifference {
  readonly anchor: string;
  readonly original: Passage;
  readonly translated: Passage;
  /** What only the one and only the other says; at least one of them is not empty. */
  readonly onlyOriginal: readonly Token[];
  readonly onlyTranslated: readonly Token[];
  /** The first line of the translation that shows it. */
  readonly at: Place;
  /** Further passages with the very same difference. */
  readonly again: readonly Place[];
}

/** Words of obligation, numbers and names that differ in passages with the same id or section number; the same difference once. */
export function passageDifferences(twin: Twin): PassageDifference[] {
  const groups = new Map<string, PassageDifference>();
  for (const difference of allDifferences(twin)) {
    const key = [difference.onlyOriginal, difference.onlyTranslated]
      .map((tokens) => tokens.map(({ text }) => text).join())
      .join('|');
    const known = groups.get(key);
    groups.set(key, known ? { ...known, again: [...known.again, difference.at] } : difference);
  }
  return [...groups.values()];
}

function allDifferences(twin: Twin): PassageDifference[] {
  const byAnchor = new Map<string, Passage>();
  for (const passage of twin.translated)
    if (!byAnchor.has(passage.attributes.anchor)) byAnchor.set(passage.attributes.anchor, passage);
  const seen = new Set<string>();
  return twin.passages.flatMap((original) => {
    const { anchor } = original.attributes;
    const translated = byAnchor.get(anchor);
    if (!translated || !/\d/.test(anchor) || seen.has(anchor)) return [];
    seen.add(anchor);
    return differencesIn(twin, original, translated);
  });
}

function differencesIn(twin: Twin, original: Passage, translated: Passage): PassageDifference[] {
  const [one, other] = [original.attributes, translated.attributes];
  const [loud, otherLoud] = [one, other].map(({ strengths }) =>
    strengths.filter(({ text }) => text === text.toUpperCase()),
  );
  const strengths: Only = [without(loud ?? [], otherLoud ?? []), without(otherLoud ?? [], loud ?? [])];
  const replaced = strengths[0].length > 0 && strengths[1].length > 0 ? strengths : undefined;
  const lossy = twin.damaged || other.damaged;
  const numbers = lossy ? lostNumbers(original, translated) : otherNumbers(one.numbers, other.numbers);
  const names = lossy ? lostNames(original, translated) : otherNames(one.names, other.names);
  const all = [replaced, names, numbers].filter((only) => only !== undefined);
  if (all.length === 0) return [];
  const onlyOriginal = all.flatMap(([left]) => left);
  const onlyTranslated = all.flatMap(([, right]) => right);
  const at = { ...translated.at, line: onlyTranslated[0]?.line ?? translated.at.line };
  return [{ anchor: one.anchor, original, translated, onlyOriginal, onlyTranslated, at, again: [] }];
}

type Only = readonly [readonly Token[], readonly Token[]];

/** Numbers that were replaced, or that are missing and no small count a translator writes as a word. */
function otherNumbers(one: readonly Token[], other: readonly Token[]): Only | undefined {
  const [left, right] = [without(one, other), without(other, one)];
  const large = (tokens: readonly Token[]) => tokens.filter(({ text }) => Number(text) > 10 || text.includes('.'));
  if (left.length > 0 && right.length > 0 && (large(left).length > 0 || large(right).length > 0))
    return [large(left).length > 0 ? large(left) : left, large(right).length > 0 ? large(right) : right];
  return large(left).length > 0 || large(right).length > 0 ? [large(left), large(right)] : undefined;
}

/** Names that were replaced, and identifiers in capitals that are missing. */
function otherNames(one: readonly Token[], other: readonly Token[]): Only | undefined {
  const [left, right] = [without(one, other), without(other, one)];
  const codes = (tokens: readonly Token[]) =>
    tokens.filter(({ text }) => /^[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)*$/.test(text) && text.length > 3);
  if (codes(left).length > 0 || codes(right).length > 0) return [codes(left), codes(right)];
  return undefined;
}

/** Identifiers of the original of which no trace is left in a damaged translation, and technical words only it has. */
function lostNames(original: Passage, translated: Passage): Only | undefined {
  const words = translated.attributes.words.map((word) => word.toLowerCase());
  const left = original.attributes.names.filter(({ text }) => {
    if (!/^[\w.-]{6,}$/.test(text) || !/[_.]|-\d/.test(text)) return false;
    const tail = text.slice(1).toLowerCase();
    return !words.some((word) => word.includes(tail));
  });
  const said = original.attributes.words.map((word) => word.toLowerCase());
  const right = [...new Set(translated.attributes.words.flatMap((word) => word.split('/')))]
    .filter((word) => /^[A-Z][a-z]+[A-Z][A-Za-z]{2,}$/.test(word))
    .filter(
      (word) =>
        !said.some((known) => known.includes(word.toLowerCase()) || known.endsWith(word.slice(1).toLowerCase())),
    )
    .map((text) => ({ text, line: translated.at.line }));
  return left.length > 0 || right.length > 0 ? [left, right] : undefined;
}

/** Numbers of at least three digits of which a damaged translation has no trace, in digits or as `200K`. */
function lostNumbers(original: Passage, translated: Passage): Only | undefined {
  const { words } = translated.attributes;
  const runs = words
    .flatMap((word) => word.match(/\d[\d,.]*/g) ?? [])
    .map((run) => run.replace(/[,.]+$/, '').replaceAll(',', ''));
  const left = original.attributes.numbers.filter(({ text }) => {
    if (text.length < 3 || Number(text) % 1_000_000 === 0) return false;
    const short = Number(text) % 1000 === 0 ? `${Number(text) / 1000}K`.slice(1) : undefined;
    if (short !== undefined && words.some((word) => word.endsWith(short))) return false;
    return !runs.some((run) => run === text || run === text.slice(1));
  });
  return left.length > 0 ? [left, []] : undefined;
}

function without(tokens: readonly Token[], others: readonly Token[]): Token[] {
  const known = new Set(others.map(({ text }) => text));
  return tokens.filter(({ text }) => !known.has(text) && known.add(text));
}
