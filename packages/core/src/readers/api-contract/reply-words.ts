/** A status or a machine-readable code that words name. */
export interface NamedCode {
  readonly code: string;
  readonly status?: number;
}

const reason =
  'OK|Created|Accepted|No Content|Partial Content|Moved|Found|See Other|Not Modified|Temporary Redirect|Permanent Redirect|Bad Request|Unauthori[sz]ed|Payment Required|Forbidden|Not Found|Method Not|Not Acceptable|Request Timeout|Conflict|Gone|Length Required|Precondition|Payload Too|Content Too|Unsupported|Unprocessable|Locked|Too Early|Too Many|Internal|Not Implemented|Bad Gateway|Service Unavailable|Gateway Timeout';
const said = new RegExp(
  [
    '(?:\\breturn(?:s|ed|ing)?|\\brespon(?:se|ds?)(?: with)?|\\bstatus(?: code)?s?|\\bHTTP(?:\\/[\\d.]+)?(?: status)?(?: code)?|\\bcode|→|=>|->|返回|响应|状态码?|응답|상태 ?코드)\\s*[:：=]?\\s*(?:an? |the |with )?[`*"(\\s]*([1-5]\\d\\d)(?![\\d.%])(?!\\s*(?:ms|items?|rows?|records?|results?|chars?|characters?|bytes?|entries|days?|seconds?)\\b)',
    `(?<![\\d.])([1-5]\\d\\d)[\`*)\\s:–—-]{1,4}(?:${reason})\\b`,
    '(?<![\\d.])([45]\\d\\d)[`*\\s:–—-]{1,4}[`*(]{0,2}[A-Z][A-Z0-9]+_[A-Z0-9_]+',
    '`([1-5]\\d\\d)`',
    '^\\s*(?:[-*+•]\\s+)?[`*"]*([1-5]\\d\\d)[`*"]*(?=\\s*(?:[-–—:：|(=→,/]|$|\\p{Lu}|\\p{Lo}))',
  ].join('|'),
  'giu',
);
const denied = /\b(?:not|never|no longer|instead of|rather than)\s+(?:returns?\s+|a\s+|an\s+)*[`*"]*$/i;
const more = /^\s*(?:[/|,、]|or|and|\/)\s*[`*]*([1-5]\d\d)(?![\d.])/;

/** The HTTP statuses a line of prose says will be replied. Numbers that are no reply stay out. */
export function repliedStatuses(line: string): number[] {
  if (!/[1-5]\d\d/.test(line)) return [];
  const text = line.slice(0, 1000);
  const statuses: number[] = [];
  for (const match of text.matchAll(said)) {
    if (denied.test(text.slice(0, match.index))) continue;
    const status = match.slice(1).find((group) => group !== undefined);
    if (status) statuses.push(Number(status));
    let after = text.slice((match.index ?? 0) + match[0].length);
    for (let next = more.exec(after); next?.[1]; next = more.exec(after)) {
      statuses.push(Number(next[1]));
      after = after.slice(next[0].length).replace(/^[`*]+/, '');
    }
  }
  return statuses.filter((status, index, all) => all.indexOf(status) === index);
}

const snake = '[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+';
const word = `(?:${snake}|[A-Z][A-Z0-9]{3,}(?![A-Za-z0-9_]|\\s+[A-Z]{3}))`;
const open = '[`*"\'(（\\s]*';
const statusThenCode = new RegExp(`(?<![\\d.])([45]\\d\\d)[\`*"\\s]*(?:[-–—:：/,=→|]+|->)?${open}(${word})`, 'g');
const codeThenStatus = new RegExp(
  `(?<![\\w-])(${word})[\`*"'\\s]*[(（[–—:：,=/-]?\\s*(?:HTTP\\s*|status\\s*)?[\`*]*([45]\\d\\d)(?!\\d)`,
  'g',
);
const labelled = new RegExp(
  `(?:\\berror_?code|\\berrorCode|\\berr(?:or)?\\s+code|\\bcode|\\berror|错误码|错误代码)[\`*"'\\s]*(?:is|of|with)?[:：=]?${open}(${snake})(?![A-Za-z0-9_])`,
  'gi',
);
const list = new RegExp(`^[\`*"'\\s]*(?:[|/,、]|or|and)${open}(${snake})(?![A-Za-z0-9_])`);
const leading = new RegExp(`^\\s*(?:[-*+•]\\s+)?[\`*"]*(${word})[\`*"]*(?=\\s*(?:[-–—:：|(=→,]|$))`);

/**
 * The machine-readable codes a line of prose ties to an error reply: next to a status, or after the word `code`.
 * A single capital word counts only when `known` has it, because it may be a state or a reason phrase.
 */
export function repliedCodes(line: string, known: ReadonlySet<string>, inErrors: boolean): NamedCode[] {
  if (!/[A-Z]{4}|[A-Z]_[A-Z]/.test(line)) return [];
  const text = line.slice(0, 1000);
  const found: NamedCode[] = [];
  const add = (code: string | undefined, status?: number) => {
    if (!code || (!code.includes('_') && !known.has(code)) || found.some((other) => other.code === code)) return;
    found.push(status === undefined ? { code } : { code, status });
  };
  const listed = (from: number, status?: number) => {
    let after = text.slice(from);
    for (let next = list.exec(after); next?.[1]; next = list.exec(after)) {
      add(next[1], status);
      after = after.slice(next[0].length);
    }
  };
  for (const match of text.matchAll(statusThenCode)) {
    add(match[2], Number(match[1]));
    listed((match.index ?? 0) + match[0].length, Number(match[1]));
  }
  for (const match of text.matchAll(codeThenStatus)) add(match[1], Number(match[2]));
  for (const match of text.matchAll(labelled)) {
    if (match[1] && match[1] === match[1].toUpperCase()) add(match[1]);
    listed((match.index ?? 0) + match[0].length);
  }
  const first = inErrors ? leading.exec(text) : null;
  if (first?.[1]) {
    add(first[1]);
    listed(first[0].length);
  }
  return found;
}

const denial = new RegExp(
  `[Dd]enial[_ ]?[Rr]easons?[\`*"'\\s]*(?:is|are|of|values?)?[:：=]?${open}(${snake})(?![A-Za-z0-9_])`,
);

/** Denial reasons a line names: `denial_reason: "X" | "Y"`. */
export function namedDenials(line: string): string[] {
  const first = denial.exec(line.slice(0, 1000));
  if (!first?.[1]) return [];
  const reasons = [first[1]];
  let after = line.slice(first.index + first[0].length);
  for (let next = list.exec(after); next?.[1]; next = list.exec(after)) {
    reasons.push(next[1]);
    after = after.slice(next[0].length);
  }
  return reasons;
}
