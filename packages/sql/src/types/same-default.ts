/**
 * True when two default expressions mean the same: `now()` and `CURRENT_TIMESTAMP`, `'x'::text` and `'x'`, `(0)` and `0`,
 * and a word without quotes, as documents write it, and the string.
 */
export function sameDefault(one: string | undefined, other: string | undefined): boolean {
  return normalDefault(one) === normalDefault(other);
}

/** The one normal spelling of a default; the empty text for none and for `NULL`. */
export function normalDefault(text: string | undefined): string {
  if (text === undefined) return '';
  let rest = text.trim().replace(/\s+/g, ' ');
  for (;;) {
    const before = rest;
    if (/^\(.*\)$/.test(rest) && closesAtEnd(rest)) rest = rest.slice(1, -1).trim();
    rest = rest.replace(
      /\s*::\s*(?:"?[a-z_]\w*"?\.)?"?[a-z_][\w ]*"?(?:\s*\([\d, ]*\))?(?: with(?:out)? time zone)?(?:\s*\[\d*\])*$/i,
      '',
    );
    const cast = /^cast\s*\((.*) as [\w ]+(?:\([\d, ]*\))?(?:\[\])*\)$/i.exec(rest);
    if (cast?.[1]) rest = cast[1].trim();
    if (rest === before) break;
  }
  const array = /^array\s*\[\s*\]$/i;
  if (array.test(rest)) return '{}';
  const string = /^e?'((?:[^']|'')*)'$/i.exec(rest);
  if (string) return string[1] === '' ? "''" : word(string[1]?.replaceAll("''", "'") ?? '');
  const quoted = /^["`](.*)["`]$/.exec(rest);
  if (quoted) return word(quoted[1] ?? '');
  return word(rest);
}

function word(text: string): string {
  if (/^[{[].*[:"].*[}\]]$/s.test(text)) return json(text) ?? text;
  if (/^null$/i.test(text)) return '';
  if (/^(?:true|t)$/i.test(text)) return 'true';
  if (/^(?:false|f)$/i.test(text)) return 'false';
  const clock =
    /^(?:(?:pg_catalog\.)?(?:now|transaction_timestamp)\s*\(\s*\)|now|current_timestamp)(?:\s*\(\s*\d?\s*\))?$/i;
  if (clock.test(text)) return 'now()';
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return String(Number(text));
  if (/^[\w.]+\s*\(.*\)$/.test(text))
    return uncast(text).replace(/^[\w.]+/, (name) =>
      name.toLowerCase().replace(/^(?:pg_catalog|public|extensions)\./, ''),
    );
  if (/^current_\w+$/i.test(text)) return text.toLowerCase();
  return text;
}

/** Casts of constants among the arguments say what PostgreSQL knows anyway. */
function uncast(text: string): string {
  return text.replace(/('(?:[^']|'')*')\s*::\s*"?[a-z_][\w. ]*"?(?:\[\])*/gi, '$1').replace(/\s*,\s*/g, ', ');
}

/** JSON with its keys in order and no white space. */
function json(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text), (_, value: unknown) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
        : value,
    );
  } catch {
    return undefined;
  }
}

function closesAtEnd(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at === text.length - 1;
  }
  return false;
}
