import type { IdToken } from './id-token.ts';
import { idAt, idShaped, idsIn } from './id-token.ts';
import type { Verb } from './verbs.ts';
import { claim, coverageTag, ruleReference, standard, verbOf, verbOfArtifact } from './verbs.ts';

/** One id in a comment, and what the comment claims about it. */
export interface Claim extends IdToken {
  readonly verb?: Verb;
  readonly negated: boolean;
}

const decoration = /[\s"'`({[<*#]*(?:requirements?\s+|reqs?\s+)?["'`({[<*#]*/y;
const separator = /["'`)}\]>*]*\s*(?:,?\s*(?:and|or|und|et)\s+|[,;&+/|]|(?=\s))\s*(?:requirement\s+)?["'`({[<*#]*/y;
const shortNumber = /\d+[A-Za-z]?(?![\w.-])/y;
const openEnd = /(?:[,&+]|\band|:)\s*$/;
const bullet = /^[\s/*#;!"'-]*(?:\d+[.)]\s+)?/;

const negationBefore =
  /\b(?:not|never|no longer|cannot|without|except|TO[D]O|FI[X]ME|X{3})\b[^.;!?]{0,60}$|n['’]t\b[^.;!?]{0,60}$/i;
const negationAfter =
  /^\W{0,4}(?:\w+\W){0,3}?(?:not (?:yet )?(?:implemented|supported|covered|done|met|needed|applicable|tested)|unimplemented|out of scope|deferred|obsolete)\b/i;

/** True inside a code span: an annotation that is quoted is an example of one. */
function isQuoted(text: string, index: number): boolean {
  const before = text.slice(0, index).split('`').length - 1;
  return before % 2 === 1 && text.includes('`', index);
}

/** The ids of one comment, given as its lines. `emit` gets the line's number in the list with each. */
export function readClaims(
  lines: readonly string[],
  test: boolean,
  extra: readonly RegExp[],
  emit: (line: number, claim: Claim) => void,
): void {
  let open: Verb | undefined;
  for (const [number, text] of lines.entries()) {
    const had = open;
    open = undefined;
    if (extra.length === 0 && !mayHold(text)) {
      const label = had === undefined ? openLabel(text, test) : undefined;
      open = label;
      continue;
    }
    const taken: IdToken[] = [];
    const say = (tokens: readonly IdToken[], verb: Verb, from: number) => {
      const negated = isQuoted(text, from) || isNegated(text, from, tokens.at(-1)?.end ?? from);
      for (const token of tokens)
        emit(number, standard.test(token.token) ? { ...token, negated } : { ...token, verb, negated });
      taken.push(...tokens);
    };
    if (had !== undefined) {
      const start = bullet.exec(text)?.[0].length ?? 0;
      const list = readList(text, start, extra);
      if (list.length > 0) {
        say(list, had, start);
        open = openEnd.test(text) || bulleted(text) ? had : undefined;
      }
    }
    for (const found of text.matchAll(claim)) {
      const word = found.groups?.tag ?? found.groups?.label ?? found.groups?.sentence ?? '';
      if (taken.some((one) => found.index >= one.start && found.index < one.end)) continue;
      const verb = verbOf(word, test);
      const after = found.index + found[0].length;
      const list = readList(text, after, extra);
      if (list.length > 0) say(list, verb, found.index);
      if (openEnd.test(text) && (list.length > 0 || text.slice(after).trim() === '')) open = verb;
    }
    for (const pattern of [coverageTag, ruleReference]) {
      for (const found of text.matchAll(pattern)) {
        const { artifact, word = artifact ?? '', ids = '' } = found.groups ?? {};
        say(named(ids, found.index + found[0].lastIndexOf(ids)), verbOfArtifact(word, test), found.index);
      }
    }
    for (const token of idsIn(text, extra)) {
      if (taken.some((one) => token.start < one.end && token.end > one.start)) continue;
      emit(number, { ...token, negated: isNegated(text, token.start, token.end) });
    }
  }
}

function mayHold(text: string): boolean {
  return idShaped.test(text) || text.includes('[impl ') || text.includes('[verify ') || text.includes('->');
}

function openLabel(text: string, test: boolean): Verb | undefined {
  if (!text.endsWith(':')) return undefined;
  for (const one of text.matchAll(claim)) {
    if (text.slice(one.index + one[0].length).trim() !== '') continue;
    return verbOf(one.groups?.tag ?? one.groups?.label ?? '', test);
  }
  return undefined;
}

function bulleted(text: string): boolean {
  return /^[\s/*#;!]*(?:[-+•]|\*\s|\d+[.)]\s)/.test(text.replace(/^\s*\*\s/, ' '));
}

// `FR-1, FR-2 and FR-3`, `"FR-1" | "FR-2"`, `FR-001/002`, `FR-001..FR-005`
function readList(text: string, from: number, extra: readonly RegExp[]): IdToken[] {
  const tokens: IdToken[] = [];
  decoration.lastIndex = from;
  let at = decoration.test(text) ? decoration.lastIndex : from;
  for (;;) {
    const ids = idAt(text, at, extra);
    const next = ids.length > 0 ? ids : shortened(text, at, tokens.at(-1));
    const last = next.at(-1);
    if (last === undefined) return tokens;
    tokens.push(...next);
    separator.lastIndex = last.end;
    if (!separator.test(text) || separator.lastIndex === last.end) return tokens;
    at = separator.lastIndex;
  }
}

// `FR-001, 002`: a number alone as wide as the one before continues its id.
function shortened(text: string, at: number, previous: IdToken | undefined): IdToken[] {
  const stem = /^(.*\D)(\d+)[A-Za-z]?$/.exec(previous?.token ?? '');
  shortNumber.lastIndex = at;
  const found = shortNumber.exec(text)?.[0];
  if (stem === null || found === undefined) return [];
  if (found.replace(/\D/g, '').length !== stem[2]?.length || !/[,/&+]\s*$/.test(text.slice(0, at))) return [];
  return [{ token: `${stem[1]}${found}`, start: at, end: at + found.length }];
}

function named(ids: string, offset: number): IdToken[] {
  return [...ids.matchAll(/[^\s,]+/g)].map((one) => ({
    token: one[0],
    start: offset + one.index,
    end: offset + one.index + one[0].length,
  }));
}

function isNegated(text: string, start: number, end: number): boolean {
  return negationBefore.test(text.slice(0, start)) || negationAfter.test(text.slice(end));
}
