import type { ColumnDefinition, ConstraintDefinition } from '../changes/schema-change.ts';
import type { SqlText } from '../text/sql-text.ts';
import { isSerialType } from '../types/type-names.ts';
import { typeAsWritten } from '../types/type-text.ts';
import type { Word } from './table-elements.ts';
import { bareName } from './table-elements.ts';

const attribute =
  /^(?:NOT|NULL|DEFAULT|PRIMARY|UNIQUE|KEY|CHECK|REFERENCES|CONSTRAINT|GENERATED|AS|AUTO_INCREMENT|AUTOINCREMENT|IDENTITY|COLLATE|COMMENT|ON|CHARACTER|CHARSET|INVISIBLE|VISIBLE|ROWGUIDCOL|SPARSE|DEFERRABLE|INITIALLY|VIRTUAL|STORED|ENABLE|DISABLE|FK|PK)$/;

export interface LenientColumn {
  readonly column: ColumnDefinition;
  readonly constraints: readonly ConstraintDefinition[];
  /** The first word nothing is known of; the rest of the element is not read. */
  readonly unread?: Word;
}

/** Reads one column of a `CREATE TABLE` of any dialect, word by word. Undefined when it does not begin like a column. */
export function lenientColumn(words: readonly Word[], source: SqlText, fold: boolean): LenientColumn | undefined {
  const [first] = words;
  if (!first || !/^(?:word|quoted)$/.test(first.kind)) return undefined;
  const at = source.place(first.start);
  const name = bareName(first.text, fold);
  let index = 1;
  let depth = 0;
  while (
    index < words.length &&
    (depth > 0 || !attribute.test(words[index]?.upper ?? '') || isTypeWord(words, index))
  ) {
    if (words[index]?.text === '(') depth += 1;
    if (words[index]?.text === ')') depth -= 1;
    index += 1;
  }
  const raw = words.slice(1, index);
  if (raw.length > 0 && !isType(raw)) return undefined;
  const inline = inlineEnum(raw);
  const type = raw.length > 0 ? foreignType(source.text.slice(raw[0]?.start, raw.at(-1)?.end)) : undefined;
  const state: Reading = { words, index, source, fold, name, nullable: true, constraints: [] };
  if (type !== undefined && isSerialType(type)) {
    state.nullable = false;
    state.generated = 'serial';
  }
  if (inline) state.constraints.push({ form: 'check', at, columns: [name], values: { [name]: inline } });
  let unread: Word | undefined;
  while (state.index < words.length && !unread) unread = readAttribute(state);
  return {
    column: {
      name,
      at,
      ...(type === undefined ? {} : { type: inline ? 'ENUM' : type }),
      nullable: state.nullable,
      ...(state.fallback === undefined ? {} : { default: state.fallback }),
      ...(state.generated === undefined ? {} : { generated: state.generated }),
    },
    constraints: state.constraints,
    ...(unread ? { unread } : {}),
  };
}

interface Reading {
  readonly words: readonly Word[];
  index: number;
  readonly source: SqlText;
  readonly fold: boolean;
  readonly name: string;
  nullable: boolean;
  fallback?: string;
  generated?: NonNullable<ColumnDefinition['generated']>;
  readonly constraints: ConstraintDefinition[];
}

const follows =
  /^(?:PRECISION|VARYING|UNSIGNED|SIGNED|ZEROFILL|WITH|WITHOUT|LOCAL|TIME|ZONE|RAW|LARGE|OBJECT|BINARY|ARRAY|TO|MONTH|SECOND)$/;

/** A type is one name, words only types have behind it, and brackets. */
function isType(words: readonly Word[]): boolean {
  if (!/^(?:word|quoted)$/.test(words[0]?.kind ?? '')) return false;
  let depth = 0;
  return words.slice(1).every((word, index) => {
    if (/^[([]$/.test(word.text)) depth += 1;
    if (/^[)\]]$/.test(word.text)) depth -= 1;
    if (depth > 0 || /^[)\].]$/.test(word.text)) return true;
    return follows.test(word.upper) || (word.kind === 'word' && words[index]?.text === '.');
  });
}

/** Types of other dialects are not known by name: all of them are written in upper case. */
function foreignType(text: string): string {
  const type = typeAsWritten(text.replace(/^\[(\w+)\]/, '$1'));
  return /["']/.test(type) ? type : type.toUpperCase();
}

/** `CHARACTER VARYING` is a type, `CHARACTER SET` an attribute. */
function isTypeWord(words: readonly Word[], index: number): boolean {
  return words[index]?.upper === 'CHARACTER' && words[index + 1]?.upper !== 'SET';
}

function inlineEnum(words: readonly Word[]): string[] | undefined {
  if (words[0]?.upper !== 'ENUM' || words[1]?.text !== '(') return undefined;
  return words.filter((word) => word.kind === 'string').map((word) => word.text.slice(1, -1).replaceAll("''", "'"));
}

/** Reads the attribute at `index` and moves behind it; gives the word back when nothing is known of it. */
function readAttribute(state: Reading): Word | undefined {
  const word = state.words[state.index];
  const next = state.words[state.index + 1]?.upper;
  const at = state.source.place(word?.start ?? 0);
  const own = { at, columns: [state.name] };
  switch (word?.upper) {
    case 'NOT':
      state.nullable = false;
      state.index += 2;
      return undefined;
    case 'NULL':
      state.index += 1;
      return undefined;
    case 'DEFAULT':
      state.fallback = expression(state);
      return undefined;
    case 'PRIMARY':
    case 'PK':
      state.nullable = false;
      state.constraints.push({ form: 'primary', ...own });
      state.index += word.upper === 'PK' ? 1 : 2;
      return undefined;
    case 'UNIQUE':
      state.constraints.push({ form: 'unique', ...own });
      state.index += next === 'KEY' ? 2 : 1;
      return undefined;
    case 'AUTO_INCREMENT':
    case 'AUTOINCREMENT':
    case 'IDENTITY':
      state.generated = 'identity';
      state.index += 1;
      skipBrackets(state);
      return undefined;
    case 'GENERATED':
    case 'AS':
      state.generated = 'stored';
      skipUntil(state, /^(?:NOT|NULL|PRIMARY|UNIQUE|COMMENT)$/);
      return undefined;
    case 'CHECK': {
      const start = state.words[state.index + 1]?.end;
      state.index += 1;
      const end = skipBrackets(state);
      if (start !== undefined && end !== undefined)
        state.constraints.push({ form: 'check', ...own, ...checkText(state, start, end) });
      return undefined;
    }
    case 'REFERENCES':
    case 'FK':
      return readReference(state, own);
    case 'CONSTRAINT':
    case 'COLLATE':
    case 'COMMENT':
      state.index += 2;
      return undefined;
    case 'ON': {
      const action = state.words[state.index + 2]?.upper;
      state.index += action === 'NO' || action === 'SET' ? 4 : 3;
      skipBrackets(state);
      return undefined;
    }
    case 'CHARACTER':
      state.index += 3;
      return undefined;
    case 'CHARSET':
      state.index += 2;
      return undefined;
    case 'KEY':
    case 'ASC':
    case 'DESC':
    case 'VIRTUAL':
    case 'STORED':
    case 'INVISIBLE':
    case 'VISIBLE':
    case 'ROWGUIDCOL':
    case 'SPARSE':
    case 'DEFERRABLE':
    case 'CLUSTERED':
    case 'NONCLUSTERED':
    case 'ENABLE':
    case 'DISABLE':
      state.index += 1;
      return undefined;
    case 'INITIALLY':
      state.index += 2;
      return undefined;
    default:
      return word;
  }
}

function readReference(state: Reading, own: { at: ConstraintDefinition['at']; columns: readonly string[] }): undefined {
  state.index += 1;
  while (/^(?:->?|>|→)$/.test(state.words[state.index]?.text ?? '')) state.index += 1;
  const name: string[] = [];
  while (state.index < state.words.length) {
    const word = state.words[state.index];
    if (!word || (word.text !== '.' && !/^(?:word|quoted)$/.test(word.kind))) break;
    if (word.text !== '.' && name.length > 0 && state.words[state.index - 1]?.text !== '.') break;
    if (word.text !== '.') name.push(bareName(word.text, state.fold));
    state.index += 1;
  }
  const start = state.index;
  skipBrackets(state);
  const columns = state.words
    .slice(start, state.index)
    .filter((word) => /^(?:word|quoted)$/.test(word.kind))
    .map((word) => bareName(word.text, state.fold));
  const table = name.filter((part, index) => !(index < name.length - 1 && /^(?:public|dbo)$/i.test(part))).join('.');
  state.constraints.push({ form: 'foreign', ...own, references: { table, columns } });
  return undefined;
}

function checkText(state: Reading, start: number, end: number): { text: string; values?: Record<string, string[]> } {
  const text = state.source.text.slice(start, end).replace(/\s+/g, ' ').trim();
  const list = /^[`"[]?(\w+)[`"\]]?\s+IN\s*\(([^()]*)\)$/i.exec(text);
  const values = list?.[2]?.split(',').map((item) => item.trim().replace(/^N?'|'$/g, ''));
  return { text, ...(list?.[1] && values ? { values: { [state.name]: values } } : {}) };
}

function expression(state: Reading): string {
  state.index += 1;
  const start = state.words[state.index]?.start ?? 0;
  skipUntil(state, attribute);
  return state.source.text
    .slice(start, state.words[state.index - 1]?.end ?? start)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Moves to the next word outside brackets that matches; always over one word at least. */
function skipUntil(state: Reading, stop: RegExp): void {
  let depth = 0;
  for (let first = true; state.index < state.words.length; state.index += 1, first = false) {
    const word = state.words[state.index];
    if (!first && depth === 0 && stop.test(word?.upper ?? '')) return;
    if (word?.text === '(') depth += 1;
    if (word?.text === ')') depth -= 1;
  }
}

/** Moves over a pair of brackets, when one stands here. Gives the offset the closing one begins at. */
function skipBrackets(state: Reading): number | undefined {
  if (state.words[state.index]?.text !== '(') return undefined;
  let depth = 0;
  for (; state.index < state.words.length; state.index += 1) {
    const word = state.words[state.index];
    if (word?.text === '(') depth += 1;
    if (word?.text === ')') depth -= 1;
    if (depth === 0) {
      state.index += 1;
      return word?.start;
    }
  }
  return undefined;
}
