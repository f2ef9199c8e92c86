import type { Value } from '@iama/model';
import { isDamaged } from '../words/damaged.ts';
import { isIdentifier } from '../words/label-words.ts';
import { singular } from '../words/singular.ts';
import type { Quantity } from './read-quantities.ts';
import { readQuantities } from './read-quantities.ts';

const yes = /^(?:✅|✓|✔️?|☑️?|🟢|yes|true|y|enabled|supported|included|是|有|支持|对|はい|sí|ja|oui)(?![\w-]|\p{L})/iu;
const no =
  /^(?:❌|✗|✘|✖️?|☒|🔴|🚫|no|false|n|disabled|unsupported|not supported|not included|never|否|无|無|不支持|いいえ|nein|non)(?![\w/-]|\p{L})/iu;
const nothing = /^(?:|-+|—|–|n\/?a|none|tbd|tba|todo|\?|\.{3}|…|null)$/i;
const unlimited = /^(?:unlimited|no limit|infinite|∞|无限制?|無限|不限)$/i;
const small = /^(?:up to|at most|max(?:imum)?(?: of)?|min(?:imum)?(?: of)?|at least|about|~|≈|≤|≥|<=?|>=?)\s*/i;

/** What a cell of a table says, so that `3/day`, `3 jobs/day` and `3 jobs per day` are the same. */
export function readValue(cell: string): Value {
  const text = cell
    .replace(/[*`]/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (isDamaged(text)) return { form: 'lost' };
  if (nothing.test(text) || /^n\/a\b/i.test(text)) return { form: 'none' };
  const bare = text.replace(/\s*\([^)]*\)\s*$/, '');
  if (unlimited.test(bare)) return { form: 'number', low: Number.MAX_SAFE_INTEGER, high: Number.MAX_SAFE_INTEGER };
  const quantity = wholeQuantity(bare);
  if (quantity) return quantity;
  if (yes.test(text)) return { form: 'flag', flag: true };
  if (no.test(text)) return { form: 'flag', flag: false };
  const names = namesOf(cell, bare);
  return names ? { form: 'names', names } : { form: 'words' };
}

/** A number with its unit, when the cell says nothing else. */
function wholeQuantity(text: string): Value | undefined {
  const said = text.replace(small, '');
  const [first, ...more] = readQuantities(said);
  if (!first || more.length > 0 || first.from > 0) return undefined;
  const rest = said.slice(first.to).trim();
  const match =
    /^(?:([\p{L}][\p{L}-]*(?:\s[\p{L}][\p{L}-]*){0,2})\s*)?(?:(?:\/|per|a|each|every)\s*[A-Za-z]+)?$/iu.exec(rest);
  if (rest !== '' && !match) return undefined;
  const counted = match?.[1]?.replace(/^(?:per|a|each|every)\b.*$/i, '').trim();
  return {
    form: 'number',
    ...numbersOf(first),
    ...(first.unit === undefined && counted ? { unit: singular(counted.split(' ').at(-1) ?? '') } : {}),
  };
}

/** The value of a quantity, without the place it stands in. */
export function numbersOf({ low, high, unit, per }: Quantity): Omit<Value, 'form'> {
  return { low, high, ...(unit === undefined ? {} : { unit }), ...(per === undefined ? {} : { per }) };
}

/** A cell that is nothing but names: code spans, or words in capitals with commas between. */
function namesOf(cell: string, bare: string): string[] | undefined {
  const spans = [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
  const outside = cell.replace(/`[^`]+`/g, '').replace(/\([^)]*\)/g, '');
  if (spans.length > 0)
    return /^[\s,;/|+&*]*(?:(?:and|or)\b[\s,]*)*$/.test(outside) ? [...new Set(spans)].sort() : undefined;
  const parts = bare.split(/\s*(?:,|\/|\+|\band\b|\bor\b|、)\s*/).filter((part) => part !== '');
  const all = parts.every((part) => /^[A-Z][A-Z0-9_.-]*$/.test(part) || isIdentifier(part));
  return all && parts.length > 0 ? [...new Set(parts)].sort() : undefined;
}
