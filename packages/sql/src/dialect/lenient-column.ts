import type { ColumnDefinition, ConstraintDefinition } from '../changes/schema-change.ts';
import type { SqlText } from '../text/sql-text.ts';
import { isSerialType } from '../types/type-names.ts';
import { typeAsWritten } from '../types/type-text.ts';
import type { Reading } from './lenient-attributes.ts';
import { attribute, readAttribute } from './lenient-attributes.ts';
import type { Word } from './table-elements.ts';
import { bareName } from './table-elements.ts';

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
