import type { ParsedId } from '../../ids/id-grammar.ts';
import { idLetters, parseId, tildeId } from '../../ids/id-grammar.ts';
import { readIdRun } from '../../ids/id-range.ts';
import { isRequirementWord } from '../../ids/id-words.ts';
import type { Found } from './found.ts';
import type { ScannedText } from './scanned-text.ts';
import { lineAt } from './scanned-text.ts';

/** Runs that begin with a capital or with a word that names a requirement, and have a digit in them. */
const runs = new RegExp(
  `(?<![${idLetters}0-9_./#@$%&=+-])(?<!(?<!~)~)(?:[A-Z\\u00C0-\\u00DE\\u0391-\\u03A9\\u0400-\\u042F][${idLetters}0-9]*|(?:n?fr|reqs?|req(?:uire)?ment|u[rs]|br|srs|rf|rnf)(?=[-_.]?[A-Za-z\\d]*[-_.]?\\d)[a-z0-9]*)(?:\\\\?[-_.][${idLetters}0-9]+)*`,
  'g',
);
const tildes = new RegExp(`(?<![\\w~])${tildeId.source}(?![\\w~])`, 'gu');
const markers =
  /(?<![\w\])])[a-z][a-z0-9]{0,6}\[(?:(?:impl|verify|depends|related|define)\s+)?([a-z][\w-]*(?:\.[\w-]+)+(?:\+\d+)?)\](?![(:[])/g;
/** Short words with a number that are never ids of anything a team defines. */
const common =
  /^(?:[PVHLSMQTXYZCEKN]\d|V\d+|H[1-6]|[GM]T[+-]?\d*|UTC\d*|UTF\d+|MD[245]|SHA\d+|MP[34]|EC2|S3|K8S|I18N|L10N|A11Y|ES\d{1,4}|HTTP\d|IPV[46]|X86|ARM64|AMD64|WIN\d+|H26[45]|RS\d{3}|HS\d{3}|INT\d+|FLOAT\d+|UINT\d+|BASE\d+|CO2|B2[BC]|A[345]|UUID\d|OAUTH2|WEB3|NEO4J|GPT\d|RFC\d+|ISO\d+|PM2|E2E|P2P|M2M|CRC\d+|AES\d+|RSA\d+)$/i;

/** Every id in the text: code spans, links, headings, cells and code blocks included; ranges and lists expanded. */
export function scanIds(text: ScannedText, patterns: readonly string[]): Found[] {
  const found: Found[] = [];
  const { live } = text;
  let past = 0;
  runs.lastIndex = 0;
  for (let match = runs.exec(live); match; match = runs.exec(live)) {
    if (match.index < past || !/\d/.test(match[0])) continue;
    const escaped = match[0].includes('\\');
    const id = idOfRun(escaped ? match[0].replaceAll('\\', '') : match[0]);
    if (!id) continue;
    const end = match.index + (escaped ? match[0].length : id.text.length);
    if (!worthy(id, text, match.index)) continue;
    past = pushRun(found, live, id, match.index, end);
  }
  if (live.includes('~')) {
    for (const match of live.matchAll(tildes)) found.push({ form: 'id', token: match[0], offset: match.index });
  }
  if (live.includes('[')) {
    for (const match of live.matchAll(markers)) found.push({ form: 'id', token: match[1] ?? '', offset: match.index });
  }
  for (const pattern of patterns) pushPattern(found, live, pattern);
  return found;
}

function pushRun(found: Found[], live: string, id: ParsedId, start: number, end: number): number {
  found.push({ form: 'id', token: id.text, offset: start });
  const run = readIdRun(live, id, end);
  const range = live
    .slice(start, run.end)
    .replace(/[`*_\s]+/g, ' ')
    .trim();
  for (const [index, other] of run.others.entries()) {
    const last = run.others[index + 1]?.at !== other.at;
    found.push({ form: 'id', token: other.id, offset: last ? other.at : start, ...(other.range ? { range } : {}) });
  }
  return run.end;
}

/** The id a run is, or begins with: `FR-001-based` and `FR-001.md` name `FR-001`. */
function idOfRun(run: string): ParsedId | undefined {
  const whole = parseId(run);
  if (whole) return whole;
  let rest = run;
  for (let guard = 0; guard < 6; guard += 1) {
    const shorter =
      /^(.*\d[A-Za-z]?)[-_.][a-z][A-Za-z]*$/.exec(rest)?.[1] ?? /^(.+)[-_.][a-z][a-z0-9]*$/.exec(rest)?.[1];
    if (shorter === undefined) return undefined;
    const id = parseId(shorter);
    if (id) return id;
    rest = shorter;
  }
  return undefined;
}

/** Ids without a separator (`FR1`, `F01`) count when they can be told from other words with a number. */
function worthy(id: ParsedId, text: ScannedText, offset: number): boolean {
  if (id.words.some(isRequirementWord)) return true;
  if (/[-_]/.test(id.prefix) || /^[A-Z]+\./.test(id.prefix)) return true;
  if (id.prefix.includes('.')) return false;
  if (common.test(id.text) || id.prefix.length > 5 || id.digits.length > 4) return false;
  if (id.prefix.length + id.digits.length < 3) return false;
  return text.code[lineAt(text.starts, offset) - 1] !== 1;
}

function pushPattern(found: Found[], live: string, pattern: string): void {
  let expression: RegExp;
  try {
    expression = new RegExp(`(?<![A-Za-z0-9])(?:${pattern})(?![A-Za-z0-9])`, 'g');
  } catch {
    return;
  }
  const seen = new Set(found.map((each) => `${each.offset} ${each.token}`));
  for (const match of live.matchAll(expression)) {
    if (match[0] === '' || seen.has(`${match.index} ${match[0]}`)) continue;
    found.push({ form: 'id', token: match[0], offset: match.index });
  }
}
