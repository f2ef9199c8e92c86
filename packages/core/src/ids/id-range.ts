import type { ParsedId } from './id-grammar.ts';
import { idToken, parseId, tildeId } from './id-grammar.ts';

/** No range is expanded beyond this: it is a slip of the pen, not a list. */
export const longestRange = 500;

export interface IdRun {
  /** Ids the run names besides its first, in the order said. */
  readonly others: readonly { readonly id: string; readonly at: number; readonly range?: true }[];
  /** Where the run ends. */
  readonly end: number;
}

/** Closing and opening marks that may stand between an id and what joins it to the next. */
const marks = '[`*_)\\]\\s]*';
const through =
  '(?:–|—|‒|−|…|\\.{2,3}|\\\\?~|～|〜|->|→|\\?{2,3}|\\uFFFD{1,3}|to|through|thru|till|until|bis|至|到|から|à|hasta|até)';
const throughPattern = new RegExp(`${marks}(${through})[\`*_(\\[\\s]*`, 'y');
const hyphenPattern = /[`*]*[ \t]+-[ \t]+[`*]*/y;
const listPattern =
  /[`*_]*(?:\/|\s*[,，、;]\s*(?:and\s+|or\s+|和\s*|及\s*)?|\s+(?:and|or|&|und|et|y|e|及|和|と)\s+)[`*_]*/y;
const numberPattern = /-?(\d{1,9})([A-Za-z]{0,2})(?![A-Za-z0-9]|[-_.]\d)/y;

/**
 * Reads what follows an id: a range (`FR-001 to FR-005`, `FR-001–005`, also `FR-001??005` where an encoding error ate the
 * dash) or a list of numbers (`FR-001/002`, `FR-001, 002 and 005`). Bare numbers count only when they are written as
 * wide as the id's own number; `to` counts only before another id.
 */
export function readIdRun(text: string, first: ParsedId, end: number): IdRun {
  const others: { id: string; at: number; range?: true }[] = [];
  let last = first;
  let at = end;
  for (let guard = 0; guard < longestRange; guard += 1) {
    const range = readRange(text, last, at);
    if (range) {
      for (const id of range.ids) others.push({ id, at: range.at, range: true });
      last = range.last;
      at = range.end;
      continue;
    }
    const next = readListed(text, last, at);
    if (!next) break;
    others.push({ id: next.id.text, at: next.at });
    last = next.id;
    at = next.end;
  }
  return { others, end: at };
}

function readRange(
  text: string,
  from: ParsedId,
  at: number,
): { ids: string[]; at: number; end: number; last: ParsedId } | undefined {
  throughPattern.lastIndex = at;
  let joined = throughPattern.exec(text);
  let start = throughPattern.lastIndex;
  const word = joined?.[1] ?? '';
  const lettered = /^[a-zàé]/i.test(word) && !/^[–—]/.test(word);
  if (joined && lettered && !/\s/.test(joined[0].charAt(joined[0].indexOf(word) - 1))) joined = null;
  if (!joined) {
    hyphenPattern.lastIndex = at;
    if (!hyphenPattern.exec(text)) return undefined;
    start = hyphenPattern.lastIndex;
  }
  const eaten = /^[?\uFFFD]/.test(word);
  const loose = lettered || !joined || /\s/.test(joined[0]);
  const target = idAt(text, start) ?? (lettered || !joined ? undefined : numberAt(text, start, from, loose, eaten));
  if (!target || target.id.prefix !== from.prefix) return undefined;
  const ids = numbersBetween(from, target.id);
  return ids ? { ids, at: start, end: target.end, last: target.id } : undefined;
}

function numbersBetween(from: ParsedId, to: ParsedId): string[] | undefined {
  const count = to.number - from.number;
  if (count < 0 || count > longestRange || (count === 0 && to.suffix <= from.suffix)) return undefined;
  const ids: string[] = [];
  for (let number = from.number + 1; number <= to.number; number += 1) {
    ids.push(`${from.prefix}${String(number).padStart(from.digits.length, '0')}`);
  }
  if (to.suffix !== '' || ids[ids.length - 1] !== to.text) ids.push(to.text);
  return ids;
}

function readListed(text: string, from: ParsedId, at: number): { id: ParsedId; at: number; end: number } | undefined {
  listPattern.lastIndex = at;
  const joined = listPattern.exec(text);
  if (!joined) return undefined;
  const start = listPattern.lastIndex;
  const slash = joined[0].includes('/');
  const found = idAt(text, start);
  if (found) return slash && found.id.words.join() === from.words.join() ? { ...found, at: start } : undefined;
  const number = numberAt(text, start, from, !slash, false);
  if (!number) return undefined;
  return { id: number.id, at: start, end: number.end };
}

const stickyTokens = [new RegExp(tildeId.source, 'uy'), new RegExp(idToken.source, 'y')];

function idAt(text: string, start: number): { id: ParsedId; end: number } | undefined {
  for (const sticky of stickyTokens) {
    sticky.lastIndex = start;
    const token = sticky.exec(text)?.[0];
    const id = token === undefined ? undefined : parseId(token);
    if (id) return { id, end: start + id.text.length };
  }
  return undefined;
}

/**
 * A bare number that continues an id. `loose`: white space or a comma stands before it, so it must be written exactly as
 * the id's own number is, padding included; `FR-10, 20 users` is no list.
 */
function numberAt(
  text: string,
  start: number,
  from: ParsedId,
  loose: boolean,
  eaten: boolean,
): { id: ParsedId; end: number } | undefined {
  if (from.text.includes('~')) return undefined;
  numberPattern.lastIndex = start;
  const match = numberPattern.exec(text);
  if (!match?.[1]) return undefined;
  const width = match[1].length;
  const own = from.digits.length;
  if (width > own + 1 || (width < own && !eaten && Number(match[1]) <= from.number)) return undefined;
  const near = Number(match[1]) - from.number <= 20;
  const padded = width === own && (match[1].startsWith('0') || (from.digits.startsWith('0') && near));
  if (loose && !eaten && !padded) return undefined;
  const id = parseId(`${from.prefix}${match[1].padStart(from.digits.length, '0')}${match[2] ?? ''}`);
  return id ? { id, end: numberPattern.lastIndex } : undefined;
}
