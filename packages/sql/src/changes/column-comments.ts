import type { SqlText } from '../text/sql-text.ts';
import { tokenize } from '../text/tokens.ts';

/**
 * The words said beside each column of a `CREATE TABLE`: the comment that ends its line, and the comment lines right
 * below it that begin where it begins. `columns` are the offsets the columns begin at, in order.
 */
export function columnComments(source: SqlText, start: number, end: number, columns: readonly number[]): string[] {
  const { text } = source;
  const comments = columns.map(() => '');
  const lineEnd = text.indexOf('\n', end);
  let current = -1;
  let depth = 0;
  let behindComma = false;
  let codeLine = -1;
  let lastLine = -1;
  let lastIndent = -1;
  for (const token of tokenize(text, start, lineEnd < 0 ? text.length : lineEnd)) {
    const { line, column: indent } = source.place(token.start);
    if (token.kind === 'comment') {
      const goesOn = line === codeLine || (line === lastLine + 1 && indent === lastIndent);
      if (!goesOn || current < 0) continue;
      const words = text
        .slice(token.start, token.end)
        .replace(/^--+|^\/\*+|\*+\/$/g, '')
        .trim();
      comments[current] = [comments[current], words].filter(Boolean).join(' ');
      lastLine = line;
      lastIndent = indent;
      continue;
    }
    const column = columns.indexOf(token.start);
    if (column >= 0 || (behindComma && depth === 1)) current = column;
    const symbol = text.slice(token.start, token.end);
    if (symbol === '(') depth += 1;
    if (symbol === ')') depth -= 1;
    behindComma = symbol === ',';
    codeLine = source.place(token.end - 1).line;
    lastLine = -1;
  }
  return comments;
}

const lead =
  /^(?:(?:one of|enum|values?|allowed(?: values?)?|possible values?|either|options?)\s*[:=]?\s*[{([]?\s*|[{([]\s*)/i;
const quotedItem = /^\s*(['"`])([^'"`\n]{1,60})\1/;
const bareItem = /^\s*([A-Za-z0-9][\w.-]{0,59})(?![\w'])/;
const separator = /^\s*(\||\/|,(?:\s*or\b)?|\bor\b)/i;
const open = /^\s*(?:,|\|)?\s*(?:\.\.\.|…|etc\b|and (?:so on|more)\b)/i;

/**
 * The closed list of values a comment or description gives: `'A' | 'B'`, `'a', 'b' (why)`, `a | b`, `one of: a, b`.
 * Undefined when it gives none, or leaves it open (`…`, `etc`).
 */
export function valuesInWords(words: string): string[] | undefined {
  const start = lead.exec(words);
  const named = start !== null && /[a-z]/i.test(start[0]);
  let rest = start ? words.slice(start[0].length) : words;
  const quoted = quotedItem.test(rest);
  const item = quoted ? quotedItem : bareItem;
  const values: string[] = [];
  const separators = new Set<string>();
  for (;;) {
    const match = item.exec(rest);
    const value = match?.[quoted ? 2 : 1];
    if (!match || value === undefined) return undefined;
    values.push(value);
    rest = rest.slice(match[0].length);
    if (open.test(rest)) return undefined;
    const next = separator.exec(rest);
    if (!next || !item.test(rest.slice(next[0].length))) break;
    separators.add((next[1] ?? '').trim().toLowerCase());
    rest = rest.slice(next[0].length);
  }
  if (values.length < 2) return undefined;
  if (!quoted && !named && [...separators].some((mark) => mark !== '|')) return undefined;
  if (!quoted && !/^\s*(?:$|[;.()\])}—–-])/.test(rest)) return undefined;
  return [...new Set(values)];
}

/** True when a comment says that columns are left out: `-- ...`, `-- other columns`. */
export function elidesColumns(source: SqlText, start: number, end: number): boolean {
  return tokenize(source.text, start, end).some(
    (token) =>
      token.kind === 'comment' &&
      /^(?:--+|\/\*+)\s*(?:\.\.\.|…|(?:and )?(?:other|more|further|additional|remaining|rest of(?: the)?) (?:columns|fields|attributes)\b|etc\b)/i.test(
        source.text.slice(token.start, token.end),
      ),
  );
}
