/** One attribute: `@default(now())` → name `default`, arguments `now()`. */
export interface PrismaAttribute {
  readonly name: string;
  readonly arguments: string;
}

export interface PrismaField {
  readonly name: string;
  readonly type: string;
  readonly list: boolean;
  readonly optional: boolean;
  readonly attributes: readonly PrismaAttribute[];
  /** Offset of the name. */
  readonly start: number;
}

export interface PrismaBlock {
  readonly kind: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly fields: readonly PrismaField[];
  /** `@@map("users")` and the like. */
  readonly attributes: readonly PrismaAttribute[];
  /** `key = value` lines of datasources and generators. */
  readonly settings: Readonly<Record<string, string>>;
}

const head = /^[ \t]*(model|enum|view|type|datasource|generator)[ \t]+(\w+)[ \t]*\{/gm;

/** Cuts a Prisma schema into its blocks. Lines it knows nothing of are left out. */
export function parsePrisma(text: string): PrismaBlock[] {
  const blocks: PrismaBlock[] = [];
  head.lastIndex = 0;
  for (let match = head.exec(text); match; match = head.exec(text)) {
    const start = match.index + match[0].search(/\S/);
    const close = /^[ \t]*\}/m.exec(text.slice(head.lastIndex));
    const end = close ? head.lastIndex + close.index + close[0].length : text.length;
    blocks.push(readBlock(text, match[1] ?? '', match[2] ?? '', start, head.lastIndex, end));
    head.lastIndex = end;
  }
  return blocks;
}

function readBlock(text: string, kind: string, name: string, start: number, from: number, end: number): PrismaBlock {
  const fields: PrismaField[] = [];
  const attributes: PrismaAttribute[] = [];
  const settings: Record<string, string> = {};
  let offset = from;
  for (const line of text.slice(from, end).split('\n')) {
    const code = withoutComment(line);
    const setting = /^\s*(\w+)\s*=\s*(.+?)\s*$/.exec(code);
    const field = /^\s*(\w+)\s+(\w+(?:\("[^"]*"\))?)(\[\])?(\?)?(?=\s|$)/.exec(code);
    const value = kind === 'enum' ? /^\s*(\w+)(?=\s|$)/.exec(code) : null;
    if (/^\s*@@/.test(code)) attributes.push(...readAttributes(code.replace(/^\s*@/, '')));
    else if (setting?.[1] && setting[2]) settings[setting[1]] = setting[2].replace(/^"|"$/g, '');
    else if (value?.[1] || field?.[1])
      fields.push({
        name: value?.[1] ?? field?.[1] ?? '',
        type: value ? '' : (field?.[2] ?? ''),
        list: !value && field?.[3] !== undefined,
        optional: !value && field?.[4] !== undefined,
        attributes: readAttributes(code.slice((value ?? field)?.[0].length)),
        start: offset + code.search(/\S/),
      });
    offset += line.length + 1;
  }
  return { kind, name, start, end, fields, attributes, settings };
}

function withoutComment(line: string): string {
  const quotes = /"(?:[^"\\]|\\.)*"/g;
  const masked = line.replace(quotes, (quoted) => '"'.repeat(quoted.length));
  const comment = masked.indexOf('//');
  return comment < 0 ? line : line.slice(0, comment);
}

function readAttributes(text: string): PrismaAttribute[] {
  const found: PrismaAttribute[] = [];
  const pattern = /@([\w.]+)(\()?/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    let inside = '';
    if (match[2]) {
      const end = closing(text, pattern.lastIndex);
      inside = text.slice(pattern.lastIndex, end);
      pattern.lastIndex = end + 1;
    }
    found.push({ name: match[1] ?? '', arguments: inside.trim() });
  }
  return found;
}

function closing(text: string, from: number): number {
  let depth = 1;
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"' && text[at - 1] !== '\\') quoted = !quoted;
    if (quoted) continue;
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}
