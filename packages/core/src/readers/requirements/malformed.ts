import type { NodeFact } from '@iama/model';
import type { Document } from '../../document/document.ts';
import { nearestWord } from '../../graph/nearest-word.ts';
import { familyPrefix, parseId } from '../../ids/id-grammar.ts';
import { plainText } from './plain-text.ts';
import type { TextLine } from './text-line.ts';

/** What a sound definition looks like in this document: where the misspelt ones are looked for. */
export interface Known {
  readonly id: string;
  readonly form: string;
  readonly index: number;
  /** Column of a table the id stands in. */
  readonly cell?: number;
}

const labelStart = /^(?:\s|[*_`[\]]|~~|\d{1,3}[A-Za-z]?[.)]\s|<a\b[^<>]*>(?:<\/a>)?)*/;
const wordRun = /[\p{L}\p{N}][\p{L}\p{N}\-_–—‑.]*/uy;

/** The id with the letters that look like digits read as digits: `FR-O12` → `FR-012`. */
export function withDigits(id: string): string | undefined {
  const tail = /(?<=[-_.])(?=\d*[OIl])[OIl\d]{2,}$/.exec(id)?.[0];
  if (tail === undefined || !/\d/.test(tail)) return undefined;
  return id.slice(0, -tail.length) + tail.replaceAll('O', '0').replace(/[Il]/g, '1');
}

/**
 * Finds lines that look like definitions beside the real ones but whose id does not parse: a letter where a digit belongs
 * (`FR-O12`), a missing number (`FR-AUTH-`), doubled or typographic separators (`FR--12`, `FR–12`), a space (`FR 12`).
 */
export function findMalformed(
  document: Document,
  lines: readonly TextLine[],
  known: readonly Known[],
): NodeFact<'malformed-id'>[] {
  if (known.length < 3) return [];
  const ids = new Set(known.map((each) => each.id));
  const families = familiesOf(known);
  const cells = new Map<number, number>();
  for (const each of known) {
    const line = lines[each.index];
    if (each.cell !== undefined && line) cells.set(line.block, each.cell);
  }
  const listSections = new Set(known.flatMap((each) => (each.cell === undefined ? [each.form] : [])));
  const found: NodeFact<'malformed-id'>[] = [];
  for (const line of lines) {
    const cell = line.kind === 'row' && !line.head ? cells.get(line.block) : undefined;
    const form = line.kind === 'heading' ? 'heading' : line.kind === 'item' ? 'list' : 'paragraph';
    let text = line.text;
    let from = 0;
    if (cell !== undefined) {
      text = line.cells?.[cell] ?? '';
      from = Math.max(0, line.text.indexOf(text));
    } else if (line.kind === 'row' || line.kind === 'code' || line.quotes > 0) continue;
    else if (!listSections.has(form) && !(form === 'paragraph' && listSections.has('label'))) continue;
    const start = labelStart.exec(text)?.[0].length ?? 0;
    const token = labelAt(text, start, families);
    if (!token || ids.has(token)) continue;
    const reason = reasonFor(token, text.slice(start + token.length), families);
    if (!reason) continue;
    const nearest = nearestWord(token, ids);
    found.push({
      kind: 'malformed-id',
      id: token,
      side: 'specified',
      at: { path: document.path, line: line.line, column: line.column + from + start, ...sectionOf(line) },
      attributes: { text: plainText(line.text).slice(0, 160), reason, ...(nearest === undefined ? {} : { nearest }) },
    });
  }
  return found;
}

function sectionOf(line: TextLine): { section?: string } {
  return line.section.level > 0 ? { section: line.section.heading } : {};
}

/** First words of the prefixes that at least two definitions share: `V1-FR-`, `FR-`. */
function familiesOf(known: readonly Known[]): readonly string[] {
  const prefixes = new Map<string, number>();
  for (const { id } of known) {
    const prefix = familyPrefix(id);
    prefixes.set(prefix, (prefixes.get(prefix) ?? 0) + 1);
  }
  const counts = new Map<string, number>();
  for (const [prefix, members] of prefixes) {
    if (!/[-_.]$/.test(prefix) || prefix.includes('~')) continue;
    const words = prefix.split(/(?<=[-_.])/);
    for (let take = 1; take <= words.length; take += 1) {
      const head = words.slice(0, take).join('');
      counts.set(head, (counts.get(head) ?? 0) + members);
    }
  }
  return [...counts].flatMap(([head, count]) => (count >= 2 ? [head] : [])).sort((a, b) => b.length - a.length);
}

function labelAt(text: string, start: number, families: readonly string[]): string | undefined {
  wordRun.lastIndex = start;
  const run = wordRun.exec(text)?.[0];
  if (!run) return undefined;
  const head = run.toUpperCase().replace(/[–—‑]/g, '-');
  const stem = (family: string) => family.toUpperCase().replace(/[-_.]$/, '');
  const family = families.find((each) => head.startsWith(each.toUpperCase()) || head === stem(each));
  if (!family) return undefined;
  if (head !== stem(family)) return run.replace(/[.–—]+$/, '');
  const spaced = /^[ \u00A0]{1,2}(\d{1,5}[A-Za-z]?)(?=[\s:：*_`)\]|.]|$)/.exec(text.slice(start + run.length));
  return spaced && /[A-Z]/.test(run) ? `${run}${spaced[0]}` : undefined;
}

function reasonFor(token: string, after: string, families: readonly string[]): string | undefined {
  const meant = withDigits(token);
  if (parseId(token) && !(meant && families.includes(familyPrefix(meant)))) return undefined;
  const labelled = /^(?:[*_`\]]+)?\s*(?:[:：]|\s[-–—]\s|[*_`\]]|\||$)/.test(after);
  if (!labelled) return undefined;
  if (/\s/.test(token)) return 'a space stands where a separator belongs';
  if (/[–—‑]/.test(token)) return 'a typographic dash stands where a hyphen belongs';
  if (/[-_.]{2}/.test(token)) return 'two separators follow each other';
  if (/[-_.]$/.test(token)) return 'the number is missing';
  const tail = token.split(/[-_.]/).pop() ?? '';
  if (/^[0-9OoIlSB]{2,}$/.test(tail) && /\d|^[OoIl]+$/.test(tail))
    return `\`${tail}\` is no number: a letter stands for a digit`;
  if (/^\d+[A-Za-z]{3,}/.test(tail)) return `\`${tail}\` is no number`;
  const exact = families.some((family) => token.toUpperCase().startsWith(family.toUpperCase()));
  return exact && /^[A-Z][A-Z0-9_-]*$/.test(token) && !/X{2,}|N{2,}|#/.test(token) && /^[*_`]*\s*$/.test(after)
    ? 'the number is missing'
    : undefined;
}
