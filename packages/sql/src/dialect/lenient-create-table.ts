import type { Place } from '@iama/model';
import type { ColumnDefinition, ConstraintDefinition, SchemaChange } from '../changes/schema-change.ts';
import type { SqlText } from '../text/sql-text.ts';
import { lenientColumn } from './lenient-column.ts';
import type { Word } from './table-elements.ts';
import { bareName, tableElements } from './table-elements.ts';

export interface LenientTable {
  readonly change: SchemaChange & { readonly kind: 'create-table' };
  /** Elements, or ends of them, that nobody can read. */
  readonly unread: readonly { readonly at: Place; readonly text: string }[];
  /** `...` stands for columns the text leaves out. */
  readonly elided: boolean;
  /** Offset behind the closing bracket. */
  readonly end: number;
}

/**
 * Reads a `CREATE TABLE` PostgreSQL's parser refuses: another dialect, a comma too many, columns left out with `...`.
 * What it can't read it says. `fold`: names without quotes are lower case, as in PostgreSQL. Undefined when the text is no `CREATE TABLE` with a closing bracket.
 */
export function lenientCreateTable(source: SqlText, from: number, to: number, fold: boolean): LenientTable | undefined {
  const body = tableElements(source, from, to, fold);
  if (!body || body.end === undefined) return undefined;
  const columns: ColumnDefinition[] = [];
  const constraints: ConstraintDefinition[] = [];
  const unread: { at: Place; text: string }[] = [];
  let elided = false;
  const queue = body.elements.map((element) => [...element]);
  for (let words = queue.shift(); words; words = queue.shift()) {
    while (isElision(words[0])) {
      elided = true;
      words.shift();
    }
    const [first] = words;
    if (!first) continue;
    const constraint = tableConstraint(words, source, fold);
    if (constraint) {
      if (constraint !== 'index') constraints.push(constraint);
      continue;
    }
    const column = lenientColumn(words, source, fold);
    if (!column || (column.column.type === undefined && words.length > 1)) {
      unread.push({ at: source.place(first.start), text: textOf(words, source) });
      continue;
    }
    columns.push(column.column);
    constraints.push(...column.constraints);
    if (!column.unread) continue;
    const rest = words.slice(words.indexOf(column.unread));
    if (isElision(rest[0]) || startsLine(column.unread, source)) queue.unshift(rest);
    else unread.push({ at: source.place(column.unread.start), text: textOf(rest, source) });
  }
  return {
    change: {
      kind: 'create-table',
      at: source.place(body.start),
      table: body.table,
      columns,
      constraints,
      origin: { inherits: [], like: [] },
      temporary: false,
    },
    unread,
    elided,
    end: body.end,
  };
}

function isElision(word: Word | undefined): boolean {
  return word !== undefined && /^(?:\.|…)$/.test(word.text);
}

/** A comma is missing when what can't be read begins a line. */
function startsLine(word: Word, source: SqlText): boolean {
  return source.text.slice(source.text.lastIndexOf('\n', word.start) + 1, word.start).trim() === '';
}

/** `PRIMARY KEY (…)`, `UNIQUE KEY x (…)`, `FOREIGN KEY (…) REFERENCES …`, `CHECK (…)`; `index` for `KEY x (…)`. */
function tableConstraint(
  words: readonly Word[],
  source: SqlText,
  fold: boolean,
): ConstraintDefinition | 'index' | undefined {
  let index = 0;
  let name: string | undefined;
  if (words[0]?.upper === 'CONSTRAINT') {
    name = bareName(words[1]?.text ?? '', fold);
    index = 2;
  }
  const word = words[index]?.upper;
  const next = words[index + 1];
  const at = source.place(words[0]?.start ?? 0);
  const base = { at, ...(name === undefined ? {} : { name }) };
  const columns = bracketed(words, index, fold);
  if (word === 'PRIMARY' && next?.upper === 'KEY') return { form: 'primary', ...base, columns: columns.names };
  if (word === 'UNIQUE' && columns.names.length > 0) return { form: 'unique', ...base, columns: columns.names };
  if (word === 'CHECK' && next?.text === '(') {
    const text = source.text.slice(next.end, words[columns.end]?.start).replace(/\s+/g, ' ').trim();
    return { form: 'check', ...base, columns: [], text };
  }
  if (word === 'FOREIGN' && next?.upper === 'KEY') {
    const target = words.findIndex((one) => one.upper === 'REFERENCES');
    const table = words
      .slice(target + 1)
      .find((one) => one.text !== '.' && words[words.indexOf(one) + 1]?.text !== '.');
    const keys = bracketed(words, target, fold);
    return {
      form: 'foreign',
      ...base,
      columns: columns.names,
      references: { table: bareName(table?.text ?? '', fold), columns: keys.names },
    };
  }
  if (/^(?:FULLTEXT|SPATIAL|EXCLUDE|PERIOD|LIKE)$/.test(word ?? '') && next) return 'index';
  if (/^(?:KEY|INDEX)$/.test(word ?? '') && columns.names.length > 0) return 'index';
  return undefined;
}

/** The names in the first pair of brackets from an index on, and the index of the closing one. */
function bracketed(words: readonly Word[], from: number, fold: boolean): { names: string[]; end: number } {
  const open = words.findIndex((word, index) => index >= from && word.text === '(');
  const names: string[] = [];
  let depth = 0;
  for (let index = open; index >= 0 && index < words.length; index += 1) {
    const word = words[index];
    if (word?.text === '(') depth += 1;
    else if (word?.text === ')') depth -= 1;
    else if (depth === 1 && word && /^(?:word|quoted)$/.test(word.kind) && !/^(?:ASC|DESC)$/.test(word.upper))
      names.push(bareName(word.text, fold));
    if (depth === 0) return { names, end: index };
  }
  return { names, end: words.length };
}

function textOf(words: readonly Word[], source: SqlText): string {
  return source.text.slice(words[0]?.start, words.at(-1)?.end).replace(/\s+/g, ' ');
}
