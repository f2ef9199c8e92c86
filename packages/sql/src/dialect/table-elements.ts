import type { SqlText } from '../text/sql-text.ts';
import type { Token } from '../text/tokens.ts';
import { tokenize } from '../text/tokens.ts';

/** A token with its text, upper-cased text for keywords, and the name it spells without quotes. */
export interface Word extends Token {
  readonly text: string;
  readonly upper: string;
}

/** The head of a `CREATE TABLE` and the elements between its brackets, each as its tokens. */
export interface TableElements {
  readonly table: string;
  readonly start: number;
  readonly elements: readonly (readonly Word[])[];
  /** Offset behind the closing bracket; undefined when it never closes. */
  readonly end: number | undefined;
}

/** Cuts a `CREATE TABLE name ( … )` of any dialect into its elements. Undefined when the text is none. */
export function tableElements(source: SqlText, from: number, to: number, fold: boolean): TableElements | undefined {
  const tokens = wordsOf(source.text, from, to);
  let at = 0;
  if (tokens[at]?.upper !== 'CREATE') return undefined;
  const start = tokens[at]?.start ?? from;
  at += 1;
  while (/^(?:GLOBAL|LOCAL|TEMPORARY|TEMP|UNLOGGED|OR|REPLACE)$/.test(tokens[at]?.upper ?? '')) at += 1;
  if (tokens[at]?.upper !== 'TABLE') return undefined;
  at += 1;
  while (/^(?:IF|NOT|EXISTS)$/.test(tokens[at]?.upper ?? '')) at += 1;
  const name: string[] = [];
  for (; at < tokens.length; at += 2) {
    const token = tokens[at];
    if (!token || !/^(?:word|quoted)$/.test(token.kind)) break;
    name.push(bareName(token.text, fold));
    if (tokens[at + 1]?.text !== '.') {
      at += 1;
      break;
    }
  }
  if (name.length === 0 || tokens[at]?.text !== '(') return undefined;
  const body = cutElements(tokens, at + 1);
  const path = name.filter((part, index) => !(index < name.length - 1 && /^(?:public|dbo)$/i.test(part)));
  return { table: path.join('.'), start, ...body };
}

function cutElements(tokens: readonly Word[], from: number): { elements: Word[][]; end: number | undefined } {
  const elements: Word[][] = [];
  let element: Word[] = [];
  let depth = 0;
  for (const token of tokens.slice(from)) {
    if (token.text === '(') depth += 1;
    if (token.text === ')') {
      if (depth === 0) {
        if (element.length > 0) elements.push(element);
        return { elements, end: token.end };
      }
      depth -= 1;
    }
    if (token.text === ',' && depth === 0) {
      if (element.length > 0) elements.push(element);
      element = [];
    } else element.push(token);
  }
  if (element.length > 0) elements.push(element);
  return { elements, end: undefined };
}

/** Tokens without comments; `[name]` of SQL Server is one word, `#` and `//` comments of documents are left out. */
function wordsOf(text: string, from: number, to: number): Word[] {
  const words: Word[] = [];
  let skipTo = from;
  const tokens = tokenize(text, from, to);
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token || token.kind === 'comment' || token.start < skipTo) continue;
    const said = text.slice(token.start, token.end);
    if (said === '#' || (said === '/' && text[token.end] === '/')) {
      const line = text.indexOf('\n', token.end);
      skipTo = line < 0 ? text.length : line;
      continue;
    }
    const bracketed = said === '[' ? /^\[[A-Za-z_][\w ]*\]/.exec(text.slice(token.start, to)) : null;
    const end = bracketed ? token.start + bracketed[0].length : token.end;
    if (bracketed) skipTo = end;
    const full = bracketed?.[0] ?? said;
    words.push({
      kind: bracketed ? 'quoted' : token.kind,
      start: token.start,
      end,
      text: full,
      upper: full.toUpperCase(),
    });
  }
  return words;
}

/** A name without the quotes any dialect puts around it; a name without quotes in lower case when the dialect folds. */
export function bareName(text: string, fold: boolean): string {
  if (/^["`[]/.test(text)) return text.slice(1, -1);
  return fold ? text.toLowerCase() : text;
}
