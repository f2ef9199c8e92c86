import { normalType } from '../types/same-type.ts';

/** What changing a column's type does to the rows: nothing, a rewrite of the table, or a rewrite that values may not survive. */
export type TypeChange = 'same' | 'widens' | 'rewrites' | 'narrows';

const ranks: readonly (readonly string[])[] = [
  ['smallint', 'integer', 'bigint', 'numeric', 'double precision'],
  ['real', 'double precision'],
  ['date', 'timestamp', 'timestamp with time zone'],
  ['json', 'jsonb'],
];

/** Judges `ALTER COLUMN … TYPE` as PostgreSQL carries it out. */
export function typeChange(from: string, to: string): TypeChange {
  const [one, other] = [parts(from), parts(to)];
  if (normalType(from) === normalType(to)) return 'same';
  if (one.array !== other.array) return 'narrows';
  const texts = /^(?:text|character varying|citext)$/;
  if (texts.test(one.name) && texts.test(other.name)) return stringChange(one, other);
  if (one.name === 'numeric' && other.name === 'numeric') return numericChange(one.numbers, other.numbers);
  if (one.name === 'cidr' && other.name === 'inet') return 'widens';
  if (one.name === other.name && /^(?:time|interval)/.test(one.name))
    return (other.numbers[0] ?? 6) >= (one.numbers[0] ?? 6) ? 'widens' : 'narrows';
  for (const rank of ranks) {
    const [before, after] = [rank.indexOf(one.name), rank.indexOf(other.name)];
    if (before >= 0 && after >= 0) return after > before && other.numbers.length === 0 ? 'rewrites' : 'narrows';
  }
  if (/^text$|^character varying$/.test(other.name) && other.numbers.length === 0) return 'rewrites';
  return 'narrows';
}

interface Parts {
  readonly name: string;
  readonly numbers: readonly number[];
  readonly array: boolean;
}

function parts(type: string): Parts {
  const normal = normalType(type);
  const array = normal.endsWith('[]');
  const match = /^([^(]*)(?:\(([\d, ]*)\))?/.exec(array ? normal.slice(0, -2) : normal);
  return { name: (match?.[1] ?? '').trim(), numbers: match?.[2]?.split(',').map(Number) ?? [], array };
}

function stringChange(from: Parts, to: Parts): TypeChange {
  if (from.name === 'citext' || to.name === 'citext') return 'rewrites';
  const [before, after] = [from.numbers[0] ?? Number.POSITIVE_INFINITY, to.numbers[0] ?? Number.POSITIVE_INFINITY];
  return after >= before ? 'widens' : 'narrows';
}

function numericChange(from: readonly number[], to: readonly number[]): TypeChange {
  if (to.length === 0) return 'widens';
  if (from.length === 0) return 'narrows';
  const [precision = 0, scale = 0] = from;
  const [newPrecision = 0, newScale = 0] = to;
  if (newScale === scale) return newPrecision >= precision ? 'widens' : 'narrows';
  return newScale > scale && newPrecision - newScale >= precision - scale ? 'rewrites' : 'narrows';
}
