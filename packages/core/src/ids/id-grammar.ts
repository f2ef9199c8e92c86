import { isRequirementWord } from './id-words.ts';

/** An id taken apart: `V1-FR-TEST-003A` is the prefix `V1-FR-TEST-`, the number 3 written `003`, and the suffix `A`. */
export interface ParsedId {
  readonly text: string;
  /** Everything before the last number, separator included. */
  readonly prefix: string;
  readonly number: number;
  readonly digits: string;
  readonly suffix: string;
  /** The words in it, upper case, in order: `V1`, `FR`, `TEST`. */
  readonly words: readonly string[];
}

/** `req~login.password~2`: kind, dotted name, revision. */
export const tildeId = /[a-z][a-z0-9]*~[\p{L}][\p{L}\p{N}]*(?:[._-][\p{L}\p{N}]+)*~\d+/u;

/** Letters ids are written in, for a character class: Latin with accents, Greek, Cyrillic. */
export const idLetters = 'A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F\\u0370-\\u052F';

/** One run of letters, digits and single separators that begins with a letter; whether it is an id, `parseId` says. */
export const idToken = new RegExp(`[${idLetters}][${idLetters}0-9]*(?:[-_.][${idLetters}0-9]+)*`);

const word = new RegExp(`[${idLetters}][${idLetters}0-9]*`, 'g');
const shape = new RegExp(
  `^((?:[${idLetters}][${idLetters}0-9]*[-_.]|\\d+[-_.])*(?:[${idLetters}]+[-_.]?)?)(\\d+)((?:[A-Z]{1,2}|[a-z])?(?:[-_][A-Z]{1,4})?)$`,
);
const longest = 64;
const known = new Map<string, ParsedId | undefined>();

/**
 * Reads one token as an id: letters, separators, and at the end a number with an optional suffix. Undefined for
 * versions (`v1.2`), words with a number (`Node.js-20` has a lower-case word), and anything without a number.
 */
export function parseId(text: string): ParsedId | undefined {
  if (known.has(text)) return known.get(text);
  const parsed = read(text);
  if (known.size > 50_000) known.clear();
  known.set(text, parsed);
  return parsed;
}

function read(text: string): ParsedId | undefined {
  if (text.length < 2 || text.length > 3 * longest) return undefined;
  if (text.includes('~')) return readTilde(text);
  if (text.length > longest) return undefined;
  const match = shape.exec(text);
  if (!match) return undefined;
  const [, prefix = '', digits = '', suffix = ''] = match;
  if (digits.length > 9 || /^v\d+(?:\.|$)/i.test(text)) return undefined;
  const said = prefix.match(word) ?? [];
  const words = said.map((each) => each.toUpperCase());
  const lower = said.some((each) => (each.length > 1 || said.length === 1) && each === each.toLowerCase());
  const joined = !/[-_.]/.test(prefix) && prefix !== prefix.toUpperCase();
  const strange = lower || joined || /^[a-z]/.test(prefix);
  if (words.length === 0 || (strange && !words.some(isRequirementWord))) return undefined;
  return { text, prefix, number: Number(digits), digits, suffix, words };
}

function readTilde(text: string): ParsedId | undefined {
  const match = /^([a-z][a-z0-9]*)~.+~(\d+)$/.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  return {
    text,
    prefix: text.slice(0, text.length - match[2].length),
    number: Number(match[2]),
    digits: match[2],
    suffix: '',
    words: [match[1].toUpperCase()],
  };
}

/** `V1` of `V1-FR-AUTH-001`: the version an id says it belongs to. */
export function versionOfId(id: string): string | undefined {
  const match = /^[vV](\d{1,2})[-_.](?=[A-Za-z])/.exec(id);
  return match ? `V${Number(match[1])}` : undefined;
}

/** The id without its last number: what members of one family share. */
export function familyPrefix(id: string): string {
  return parseId(id)?.prefix ?? id;
}
