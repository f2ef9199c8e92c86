import { typeAliases } from './type-names.ts';

/** True when two spellings mean one PostgreSQL type: `INT` and `int4`, `VARCHAR(64)` and `character varying(64)`, `SERIAL` and `INTEGER`. */
export function sameType(one: string, other: string): boolean {
  return normalType(one) === normalType(other);
}

/** The one normal spelling of a type. Array dimensions and default precisions do not count, as in PostgreSQL. */
export function normalType(text: string): string {
  let rest = text.trim().toLowerCase().replace(/"/g, '').replace(/\s+/g, ' ');
  rest = rest.replace(/^(?:pg_catalog|public)\./, '');
  const array = /(?:\s*\[\s*\d*\s*\])+$| array(?:\s*\[\s*\d*\s*\])?$/.exec(rest);
  if (array) rest = rest.slice(0, array.index);
  const zone = / with(?:out)? time zone$/.exec(rest)?.[0] ?? '';
  if (zone) rest = rest.slice(0, -zone.length);
  const modifier = /\s*\(([^()]*)\)$/.exec(rest);
  if (modifier) rest = rest.slice(0, modifier.index);
  const zoned = `${rest.trim()}${zone}`;
  const name = typeAliases[zoned] ?? zoned;
  const numbers = modifier?.[1]
    ?.split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return `${withModifier(name, rest, numbers)}${array ? '[]' : ''}`;
}

function withModifier(name: string, written: string, numbers: readonly string[] | undefined): string {
  const first = numbers?.[0];
  if (written === 'float' && first !== undefined) return Number(first) <= 24 ? 'real' : 'double precision';
  if (name === 'character' && written !== 'bpchar') return `character(${first ?? '1'})`;
  if (name === 'bit') return `bit(${first ?? '1'})`;
  if (first === undefined) return name;
  if (/^time/.test(name)) return first === '6' ? name : `${name}(${first})`;
  if (name === 'numeric' && (numbers?.[1] ?? '0') === '0') return `numeric(${first})`;
  return `${name}(${numbers?.join(',')})`;
}

/** What documents write when they name no PostgreSQL type → the types it may stand for. */
const loose: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:string|str|text|enum|varchar|char|email|url)$/, /^(?:text|citext|character\b)/],
  [/^(?:number|num)$/, /^(?:integer|bigint|smallint|numeric|real|double precision)/],
  [/^(?:int|integer|id|long|short|auto[ _-]?increment|pk)$/, /^(?:integer|bigint|smallint)$/],
  [/^(?:float|double|decimal|numeric)$/, /^(?:real|double precision|numeric)/],
  [/^(?:datetime|timestamp|date[ -]time)$/, /^timestamp/],
  [/^(?:json|object|map|dict)$/, /^jsonb?$/],
  [/^(?:guid|id)$/, /^uuid$/],
  [/^(?:blob|binary|bytes)$/, /^bytea$/],
  [/^(?:array|list)$/, /\[\]$|^jsonb?$/],
];

/**
 * True when a type word from prose or a Markdown table may mean the type PostgreSQL has: `string` for `TEXT`, `datetime`
 * for `TIMESTAMPTZ`. Types written in SQL are compared with `sameType`.
 */
export function looselySameType(said: string, real: string): boolean {
  if (sameType(said, real)) return true;
  const word = said
    .trim()
    .toLowerCase()
    .replace(/\s*\(.*\)$/, '');
  const type = normalType(real);
  return loose.some(([from, to]) => from.test(word) && to.test(type));
}
