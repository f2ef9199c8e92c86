/** One `key = value` of a TOML file, with the table it stands in. */
export interface TomlEntry {
  readonly table: string;
  readonly key: string;
  /** As written: arrays and inline tables over lines are whole. */
  readonly value: string;
  readonly at: number;
  readonly valueAt: number;
}

const line =
  /^[ \t]*(?:\[\[?[ \t]*([^\]\n]+?)[ \t]*\]\]?|((?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:[ \t]*\.[ \t]*(?:[\w-]+|"[^"\n]*"|'[^'\n]*'))*)[ \t]*=[ \t]*)/gm;

/** The entries of a TOML file, read line by line: enough for manifests, which hold strings, arrays and small tables. */
export function tomlEntries(text: string): TomlEntry[] {
  const entries: TomlEntry[] = [];
  let table = '';
  line.lastIndex = 0;
  for (let found = line.exec(text); found !== null; found = line.exec(text)) {
    if (found[1] !== undefined) {
      table = bareKey(found[1]);
      continue;
    }
    const valueAt = found.index + found[0].length;
    const end = endOfValue(text, valueAt);
    const at = found.index + found[0].search(/\S/);
    entries.push({ table, key: bareKey(found[2] ?? ''), value: text.slice(valueAt, end), at, valueAt });
    line.lastIndex = end;
  }
  return entries;
}

/** The strings of an array or of a single value, with where they stand in the file. */
export function stringsOf({ value, valueAt }: TomlEntry): { text: string; at: number }[] {
  const found: { text: string; at: number }[] = [];
  for (const one of value.matchAll(/#[^\n]*|"((?:[^"\\]|\\.)*)"|'([^']*)'/g)) {
    const text = one[1] ?? one[2];
    if (text !== undefined) found.push({ text, at: valueAt + one.index + 1 });
  }
  return found;
}

/** The text of a key of an inline table, or the value itself when it is one string. */
export function fieldOf(value: string, key: string): string | undefined {
  const field = new RegExp(`(?:^|[{,\\s])${key}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(value);
  return field?.[1] ?? field?.[2];
}

function bareKey(key: string): string {
  return key.replace(/["']/g, '').replace(/[ \t]*\.[ \t]*/g, '.');
}

function endOfValue(text: string, from: number): number {
  const long = /^("""|''')/.exec(text.slice(from, from + 3))?.[1];
  if (long !== undefined) {
    const close = text.indexOf(long, from + 3);
    return close === -1 ? text.length : close + 3;
  }
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at] as string;
    if (char === '"' || char === "'") {
      const close = closeOf(text, at, char);
      if (close === -1) return text.length;
      at = close;
    } else if (char === '#') at = lineEnd(text, at) - 1;
    else if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth -= 1;
    else if (char === '\n' && depth <= 0) return at;
  }
  return text.length;
}

function closeOf(text: string, from: number, quote: string): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\' && quote === '"') at += 1;
    else if (text[at] === quote || text[at] === '\n') return at;
  }
  return -1;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
