import { skipBlank, tokenize } from './tokens.ts';

/**
 * The offset just behind the statement that starts at `from`: behind its semicolon, or the end of the text.
 * Semicolons in strings, comments, dollar quotes and `BEGIN ATOMIC … END` bodies do not count.
 */
export function* splitStatements(text: string, from = 0): Generator<{ start: number; end: number }> {
  let start = from;
  let atomic = 0;
  let previous = '';
  for (const token of tokenize(text, from)) {
    if (token.kind === 'symbol' && text[token.start] === ';' && atomic === 0) {
      yield { start, end: token.end };
      start = token.end;
      previous = '';
    } else if (token.kind === 'word') {
      const word = text.slice(token.start, token.end).toUpperCase();
      if (word === 'ATOMIC' && previous === 'BEGIN') atomic = 1;
      else if (atomic > 0 && word === 'CASE') atomic += 1;
      else if (atomic > 0 && word === 'END') atomic -= 1;
      previous = word;
    }
  }
  if (text.slice(start).trim() !== '') yield { start, end: text.length };
}

/** How many statements a text holds; comments alone are none. */
export function countStatements(text: string): number {
  let count = 0;
  for (const { start, end } of splitStatements(text)) {
    const first = skipBlank(text, start);
    if (first < end && text[first] !== ';') count += 1;
  }
  return count;
}
