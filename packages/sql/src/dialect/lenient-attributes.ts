import type { ColumnDefinition, ConstraintDefinition } from '../changes/schema-change.ts';
import type { SqlText } from '../text/sql-text.ts';
import type { Word } from './table-elements.ts';
import { bareName } from './table-elements.ts';

/** Words a type ends at. */
export const attribute =
  /^(?:NOT|NULL|DEFAULT|PRIMARY|UNIQUE|KEY|CHECK|REFERENCES|CONSTRAINT|GENERATED|AS|AUTO_INCREMENT|AUTOINCREMENT|IDENTITY|COLLATE|COMMENT|ON|CHARACTER|CHARSET|INVISIBLE|VISIBLE|ROWGUIDCOL|SPARSE|DEFERRABLE|INITIALLY|VIRTUAL|STORED|ENABLE|DISABLE|FK|PK)$/;

/** How far a column is read, and what is known of it so far. */
export interface Reading {
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

/** Reads the attribute at `index` and moves behind it; gives the word back when nothing is known of it. */
export function readAttribute(state: Reading): Word | undefined {
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
