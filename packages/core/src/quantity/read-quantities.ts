import { periodOf, unitOf } from './units.ts';

/** A number or a range that a text says, in base units. */
export interface Quantity {
  /** Offsets in the text. */
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  /** Base unit: `s`, `byte`, `%`; absent when the number has none. */
  readonly unit?: string;
  /** `day` of `3 jobs/day`. */
  readonly per?: string;
  readonly written: string;
}

const number = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const word = String.raw`[A-Za-zµ]+|%|％|[\u4e00-\u9fff]{1,2}`;
const pattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.,:#§/?�\\-]|\d\s)([$€£¥]\s?)?(${number})(?:\s?([KkM])(?![\p{L}\p{N}]))?` +
    String.raw`(?:\s*(?:[-–—]|to|\.\.+|and|至|到)\s*([$€£¥]\s?)?(${number})(?:\s?([KkM])(?![\p{L}\p{N}]))?)?` +
    String.raw`(?:(-|\s*)(${word}))?`,
  'gu',
);
const periodAfter = /^\s*(?:\/\s*|per\s+|a\s+|each\s+|every\s+)([A-Za-z]+)/;
const thousands: Readonly<Record<string, number>> = { k: 1000, m: 1_000_000 };

/**
 * The numbers of a text that may be values: no dates, versions, ids, ratios, times of day, numbers of sections, and nothing
 * that stands beside a character lost to an encoding error.
 */
export function readQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(pattern)) {
    const quantity = quantityOf(text, match);
    if (quantity) found.push(quantity);
  }
  return found;
}

function quantityOf(text: string, match: RegExpMatchArray): Quantity | undefined {
  const from = match.index ?? 0;
  const [all, money, first = '', scale, otherMoney, second, otherScale, gap = '', said = ''] = match;
  if (named.test(text.slice(Math.max(0, from - 24), from))) return undefined;
  if (/^0\d/.test(first)) return undefined;
  const joined = /\band\b/.test(all) && second !== undefined;
  if (joined && !/\bbetween\s*$/i.test(text.slice(0, from))) return single(text, match, from);
  const known = unitOf(said);
  const unit = known && (said.length > 1 || gap === '' || /[%％]/.test(said)) ? known : undefined;
  const end = unit ? from + all.length : from + all.length - gap.length - said.length;
  const after = text.slice(end);
  if (/^(?:[.:/-]\d|[?�_]|\s?[x×]\s?\d|[-–]?[A-Za-z]\d|,\d)/.test(after)) return undefined;
  if (!unit && /^[A-Za-z]/.test(after)) return undefined;
  const low = plain(first, scale ?? (second === undefined ? undefined : otherScale));
  const high = second === undefined ? low : plain(second, otherScale);
  if (high < low) return undefined;
  const currency = unitOf((money ?? otherMoney ?? '').trim());
  const { base, factor } = unit ?? currency ?? { base: undefined, factor: 1 };
  const period = periodAfter.exec(unit ? after : after.replace(/^\s*[a-z-]+(?:\s[a-z-]+)?(?=\s*\/|\s+per\s)/, ''));
  const per = period?.[1];
  return {
    from,
    to: end,
    low: round(low * factor),
    high: round(high * factor),
    ...(base === undefined ? {} : { unit: base }),
    ...(per !== undefined && isPeriod(per) ? { per: periodOf(per) } : {}),
    written: text.slice(from, end).trim(),
  };
}

/** `2 and 3 …` are two numbers: the first of them. */
function single(text: string, match: RegExpMatchArray, from: number): Quantity | undefined {
  const [, , first = '', scale] = match;
  const value = plain(first, scale);
  const to = from + first.length + (scale === undefined ? 0 : 1);
  return { from, to, low: value, high: value, written: text.slice(from, to) };
}

/** Words before a number that make it a name. */
const named =
  /(?:\b(?:sections?|sec\.?|chapters?|part|phases?|steps?|versions?|ver\.?|v|rfc|iso|http|https|status|port|lines?|adr|tier|level|layers?|items?|rules?|iterations?|iter|figures?|fig\.?|tables?|no\.?|numbers?|issues?|pr|python|java|node(?:\.js)?|postgresql|postgres|mysql|sprints?|options?|segments?|stage|release|wave|milestone|screens?|page|resolutions?|invariants?|appendix|art\.?|article|col|row|code|error|id|utf|sha|aes|es|base|python|react|vue|angular|typescript|fastify|windows|ubuntu|invariant|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)|第|=\s*["']?v)[\s-]*#?$/i;

function plain(digits: string, scale: string | undefined): number {
  return Number(digits.replaceAll(',', '')) * (thousands[scale?.toLowerCase() ?? ''] ?? 1);
}

/** Of `a`, `per` and `/`, only what is a period or a plain noun. */
function isPeriod(said: string): boolean {
  return !/^(?:a|an|the|of|or|and|to|in|on|few|second|time)$/i.test(said) || said.toLowerCase() === 'second';
}

function round(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
