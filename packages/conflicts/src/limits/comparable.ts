import type { Value } from '@iama/model';
import { sameValue } from '../same-value.ts';
import type { Statement } from './limit-statements.ts';

const suffixes: readonly (readonly [RegExp, string, number])[] = [
  [/(?:_ms|_millis|Ms|Millis)$/, 's', 0.001],
  [/(?:_seconds|_secs?|_s|Seconds|Secs)$/, 's', 1],
  [/(?:_minutes|_mins?|Minutes|Mins)$/, 's', 60],
  [/(?:_hours|Hours)$/, 's', 3600],
  [/(?:_days|Days)$/, 's', 86_400],
  [/(?:_bytes|Bytes)$/, 'byte', 1],
  [/(?:_kb|Kb|KB)$/, 'byte', 1000],
  [/(?:_mb|Mb|MB)$/, 'byte', 1_000_000],
  [/(?:_percent|_pct|Percent)$/, '%', 1],
];

/** What a statement says, with the unit that the name of an identifier gives: `review_timeout_days` 14 → 14 days. */
export function valueSaid({ attributes: { subject, attribute, value } }: Statement): Value {
  if (attribute !== 'value' || value.unit !== undefined || value.low === undefined || value.high === undefined)
    return value;
  const known = suffixes.find(([pattern]) => pattern.test(subject));
  if (!known) return value;
  const [, unit, factor] = known;
  return { ...value, low: value.low * factor, high: value.high * factor, unit };
}

/** True when two statements bound their thing in a way that can contradict: a default and a maximum can't. */
export function boundsAgree(a: Statement, b: Statement): boolean {
  const [one, other] = [a.attributes.bound, b.attributes.bound];
  return (
    one === other ||
    one === 'exact' ||
    other === 'exact' ||
    a.attributes.attribute === 'value' ||
    b.attributes.attribute === 'value'
  );
}

/** True when two comparable statements say different values. */
export function contradict(a: Statement, b: Statement): boolean {
  return boundsAgree(a, b) && sameValue(valueSaid(a), valueSaid(b)) === 'differs';
}
