/** One id as written, or one of those a written range stands for. */
export interface IdToken {
  readonly token: string;
  /** Offset in the text it was read from. */
  readonly start: number;
  readonly end: number;
  readonly range?: string;
}

const segment = '[A-Za-z0-9]+';
/** A joint and a number, or a joint, letters and a number; a letter may follow: `-001`, `.2`, `-A12`, `-003A`. */
const last = '[-_.~][A-Za-z]{0,8}\\d+[A-Za-z]?';
const body = `[A-Za-z][A-Za-z0-9]*(?:[-_.~]${segment})*?${last}`;
const before = '(?<![\\w.~$-])';
const after = '(?![\\w~]|-[A-Za-z0-9]|\\.(?!md\\b)[A-Za-z0-9]|\\()';
const through = '\\s*(?:\\.\\.\\.?|…|[–—−]|through|thru|to|until|->)\\s*';

/** A cheap test: a text without it holds no id at all. */
export const idShaped = /[A-Za-z][A-Za-z0-9]*[-_.~](?:[\w.~-]*[-_.~])?[A-Za-z]{0,8}\d|[A-Z]{2,}\d{2}/;

const loose = new RegExp(`${before}(?:${body}|[A-Z]{2,}\\d{2,}[A-Z]?)${after}`, 'y');
const strict = new RegExp(`${before}${body}${after}`, 'g');
const rangeEnd = new RegExp(`${through}(${body}|\\d+[A-Za-z]?)${after}`, 'y');
// The first part is upper case (`FR-…`, `V1-…`), or one capitalised word is followed by the number (`Req-12`).
const bareShape = /^(?:[A-Z][A-Z0-9]*[-_~]|[A-Z]{2,}\.|[A-Z][a-z]+[-_]\d)/;

/** The id that begins exactly at an offset, after a verb: any case, and also `SRS001` without a joint. */
export function idAt(text: string, at: number, extra: readonly RegExp[]): IdToken[] {
  const token = extraAt(text, at, extra) ?? matchAt(loose, text, at);
  return token === undefined ? [] : withRange(text, at, token);
}

/** All ids in a text without a verb: only those that look like one on their own. */
export function idsIn(text: string, extra: readonly RegExp[]): IdToken[] {
  const tokens: IdToken[] = [];
  const taken = (start: number) => tokens.some((one) => start >= one.start && start < one.end);
  for (const pattern of extra) {
    for (const found of text.matchAll(new RegExp(pattern.source, 'g'))) {
      if (found[0] !== '' && !taken(found.index)) tokens.push(...withRange(text, found.index, found[0]));
    }
  }
  strict.lastIndex = 0;
  for (let found = strict.exec(text); found !== null; found = strict.exec(text)) {
    if (!bareShape.test(found[0]) || taken(found.index)) continue;
    const ids = withRange(text, found.index, found[0]);
    tokens.push(...ids);
    strict.lastIndex = Math.max(strict.lastIndex, ids[0]?.end ?? 0);
  }
  return tokens.sort((a, b) => a.start - b.start);
}

function extraAt(text: string, at: number, extra: readonly RegExp[]): string | undefined {
  for (const pattern of extra) {
    const found = matchAt(new RegExp(`${before}(?:${pattern.source})`, 'y'), text, at);
    if (found !== undefined && found !== '') return found;
  }
  return undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

// `FR-001..FR-005`, `FR-001 through FR-005`, `FR-001–005`: every number in between, as wide as the first.
function withRange(text: string, start: number, token: string): IdToken[] {
  const end = start + token.length;
  rangeEnd.lastIndex = end;
  const found = rangeEnd.exec(text);
  const first = /^(.*?)(\d+)([A-Za-z]?)$/.exec(token);
  if (found === null || first === null) return [{ token, start, end }];
  const [, stem = '', digits = ''] = first;
  const target = /^(.*?)(\d+)[A-Za-z]?$/.exec(found[1] ?? '');
  const from = Number(digits);
  const to = Number(target?.[2]);
  if (target === null || (target[1] !== '' && target[1] !== stem) || !(to > from) || to - from > 500) {
    return [{ token, start, end }];
  }
  const range = text.slice(start, end + found[0].length);
  return Array.from({ length: to - from + 1 }, (_, step) => ({
    token: `${stem}${String(from + step).padStart(digits.length, '0')}`,
    start,
    end: start + range.length,
    range,
  }));
}
