import type { SqlText } from '../text/sql-text.ts';
import { tokenize } from '../text/tokens.ts';

const endsDefault = new Set(
  'NOT NULL CHECK UNIQUE PRIMARY REFERENCES CONSTRAINT GENERATED DEFERRABLE INITIALLY COLLATE COMMENT ON ENFORCED STORAGE COMPRESSION'.split(
    ' ',
  ),
);

/** The expression after the keyword that stands at `from`, as written: up to the next column constraint, comma or closing bracket. */
export function expressionAfterKeyword(source: SqlText, from: number, until: number): string {
  const { text } = source;
  let depth = 0;
  let start: number | undefined;
  let end = from;
  for (const token of tokenize(text, from, until).slice(1)) {
    if (token.kind === 'comment') continue;
    const word = text.slice(token.start, token.end);
    if (depth === 0 && token.kind === 'symbol' && /^[,);]$/.test(word)) break;
    if (depth === 0 && start !== undefined && token.kind === 'word' && endsDefault.has(word.toUpperCase())) break;
    if (word === '(' || word === '[') depth += 1;
    if (word === ')' || word === ']') depth -= 1;
    start ??= token.start;
    end = token.end;
  }
  return start === undefined ? '' : oneLine(text.slice(start, end));
}

/** What stands in the first pair of brackets at or after `from`, as written. */
export function insideBrackets(source: SqlText, from: number): string {
  const { text } = source;
  let depth = 0;
  let start = from;
  for (const token of tokenize(text, from)) {
    const symbol = token.kind === 'symbol' ? text[token.start] : '';
    if (symbol === '(') {
      if (depth === 0) start = token.end;
      depth += 1;
    } else if (symbol === ')') {
      depth -= 1;
      if (depth === 0) return oneLine(text.slice(start, token.start));
    }
  }
  return '';
}

/** Without comments and line breaks. */
function oneLine(text: string): string {
  if (!/[\n\r]|--|\/\*/.test(text)) return text.trim();
  let out = '';
  let end = 0;
  for (const token of tokenize(text)) {
    if (token.kind === 'comment') continue;
    if (out !== '' && /\s/.test(text.slice(end, token.start))) out += ' ';
    out += text.slice(token.start, token.end);
    end = token.end;
  }
  return out;
}
