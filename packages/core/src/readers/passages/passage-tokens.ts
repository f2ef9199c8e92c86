import { damages } from '../../words/damaged.ts';

export interface Token {
  readonly text: string;
  readonly line: number;
}

export interface PassageTokens {
  readonly numbers: Token[];
  readonly names: Token[];
  readonly strengths: Token[];
  readonly versions: Token[];
  readonly damaged: boolean;
}

export interface TextLine {
  readonly text: string;
  readonly line: number;
}

const number =
  /(?<![A-Za-z\d_.#§/:-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?([KkM](?![A-Za-z]))?(?![\w]*[-_]\w|\d|:\d|\.\d|-\d)/gu;
const strength =
  /\b(MUST(?: NOT)?|SHALL(?: NOT)?|SHOULD(?: NOT)?|MAY|REQUIRED|RECOMMENDED|OPTIONAL|must(?: not)?|shall(?: not)?)\b/g;

/** The numbers, code spans, identifiers and words of obligation of some lines, each once, sorted. */
export function passageTokens(lines: readonly TextLine[]): PassageTokens {
  const damaged = damages(lines.map(({ text }) => text).join('\n')) > 2;
  const [numbers, names] = [new Map<string, number>(), new Map<string, number>()];
  const strengths: Token[] = [];
  const versions: Token[] = [];
  const add = (map: Map<string, number>, text: string, line: number) => {
    if (!map.has(text)) map.set(text, line);
  };
  for (const { text, line } of lines) {
    const plain = text.replace(/^\s*(?:\d+[A-Z]?[.)]|[-*+])\s+/, '').replace(/\]\([^)]*\)/g, ']');
    const bare = plain.replace(/`([^`]+)`/g, (_, span: string) =>
      /^[\d\s<>=%.,KkM]+[a-z]{0,3}$/.test(span) ? ` ${span} ` : ' ',
    );
    const spans = [...plain.matchAll(/`([^`]+)`/g)].map((match) => (match[1] ?? '').trim());
    const identifiers = [...bare.matchAll(/(?<![\w-])[A-Z][A-Z0-9]*(?:[-_][A-Z0-9]+)+(?![\w-])/g)].map(
      ([name]) => name,
    );
    for (const name of [...spans, ...identifiers])
      if (/[A-Za-z]{3}/.test(name) && (!damaged || isAscii(name))) add(names, name, line);
    for (const match of bare.matchAll(number)) {
      if (isNumbering(bare.slice(0, match.index), bare.slice(match.index + match[0].length))) continue;
      if (damaged && match[3] !== undefined) continue;
      if (damaged && !isClear(bare, match.index, match[0].length)) continue;
      add(numbers, scaled(match[1] ?? '', match[2] ?? '', match[3]), line);
    }
    for (const [word] of bare.matchAll(strength)) strengths.push({ text: word, line });
    for (const [word] of bare.matchAll(/(?<![\w.-])V\d{1,2}(?![\w.-])/g)) versions.push({ text: word, line });
  }
  return { numbers: tokens(numbers), names: tokens(names), strengths, versions, damaged };
}

/** Identifiers of a fence that no ordinary word could be: `pg_advisory_xact_lock`, `model.l1`, `fetchJob`, `QUEUED`. */
export function codeNames(lines: readonly TextLine[]): Token[] {
  const found = new Map<string, number>();
  for (const { text, line } of lines) {
    for (const [name] of text.matchAll(
      /[A-Za-z$][\w$]*(?:\.[A-Za-z][\w$]*)+|[A-Za-z]\w*_\w+|[a-z]+[A-Z]\w*|\b[A-Z]{3,}\b/g,
    ))
      if (!found.has(name)) found.set(name, line);
  }
  return tokens(found);
}

/** Runs of Latin letters and digits, identifiers whole. */
export function latinWords(text: string): string[] {
  return unique(text.match(/[A-Za-z][\w./-]*\w|\d[\w.,]*/g) ?? []);
}

const included = /\{%-?\s*include|\{\{[<%]|<!--\s*#include|^\s*:::\s*include|^--8<--|^import .* from /m;

/** Fragments a text sets by hand, `<a id="terms">`, `<td name="x">`, `{#terms}`; `*` when it takes in another file, which may set any. */
export function handAnchors(text: string): string[] {
  const set = [
    ...text.matchAll(/<[a-z][^>]*?\s(?:id|name)\s*=\s*["']?([^\s"'>]+)|\{:?\s*(?:#|id=["'])([^\s"'}]+)[^}]*\}/gi),
  ].map(([, inTag, inBraces]) => inTag ?? inBraces ?? '');
  return unique(included.test(text) ? [...set, '*'] : set);
}

/** The number of a section, a standard or a version, which translations write in their own way. */
function isNumbering(before: string, after: string): boolean {
  return (
    /(?:\b(?:sections?|rfc|iso|http)|§)\s*$/i.test(before) || (/第\s*$/.test(before) && /^\s*[节節章]/.test(after))
  );
}

function scaled(digits: string, rest: string, scale: string | undefined): string {
  const value = Number(`${digits.replaceAll(',', '')}${rest}`);
  return String(value * (scale === undefined ? 1 : scale === 'M' ? 1_000_000 : 1000));
}

function tokens(found: ReadonlyMap<string, number>): Token[] {
  return [...found].map(([text, line]) => ({ text, line })).sort((a, b) => (a.text < b.text ? -1 : 1));
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)].sort();
}

function isAscii(text: string): boolean {
  return /^[!-~]+$/.test(text);
}

/** True when nothing damaged stands beside a number, so that none of its digits was eaten. */
function isClear(text: string, from: number, length: number): boolean {
  const beside = text.slice(Math.max(0, from - 2), from) + text.slice(from + length, from + length + 2);
  return /^[ -~]*$/.test(beside) && !beside.includes('?');
}
