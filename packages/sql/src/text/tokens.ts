/** One lexical token of SQL. Offsets are UTF-16 indices into the text. */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'string' | 'dollar' | 'number' | 'parameter' | 'symbol' | 'comment';
  readonly start: number;
  readonly end: number;
}

const letter = '[A-Za-z_\\u0080-\\uffff]';
const pattern = new RegExp(
  [
    '(\\s+)',
    '(--[^\\r\\n]*|/\\*)',
    "([eE]'(?:[^'\\\\]|''|\\\\[\\s\\S])*'?|(?:[bBxXnN]|[uU]&)?'(?:[^']|'')*'?)",
    '((?:[uU]&)?"(?:[^"]|"")*"?|`(?:[^`]|``)*`?)',
    `(\\$(?:${letter}[\\w\\u0080-\\uffff]*)?\\$)`,
    `(${letter}[\\w$\\u0080-\\uffff]*)`,
    '(\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|\\.\\d+)',
    '(\\$\\d+)',
    '(::|<=|>=|<>|!=|:=|=>|\\|\\||[\\s\\S])',
  ].join('|'),
  'y',
);
const kinds = ['comment', 'string', 'quoted', 'dollar', 'word', 'number', 'parameter', 'symbol'] as const;

/** Cuts SQL into tokens, white space left out. Never fails: what is open at the end of the text ends there. */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = from;
  while (pattern.lastIndex < to) {
    const start = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match) break;
    if (match[1] !== undefined) continue;
    const kind = kinds[match.findIndex((group, index) => index > 1 && group !== undefined) - 2] ?? 'symbol';
    let end = pattern.lastIndex;
    if (kind === 'comment' && match[0] === '/*') end = endOfBlockComment(text, end);
    if (kind === 'dollar') {
      const close = text.indexOf(match[0], end);
      end = close < 0 ? text.length : close + match[0].length;
    }
    pattern.lastIndex = end;
    tokens.push({ kind, start, end: Math.min(end, to) });
  }
  return tokens;
}

function endOfBlockComment(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text.startsWith('*/', at)) {
      depth -= 1;
      at += 1;
      if (depth === 0) return at + 1;
    } else if (text.startsWith('/*', at)) {
      depth += 1;
      at += 1;
    }
  }
  return text.length;
}

/** The offset of the first token at or after `from` that is no comment. */
export function skipBlank(text: string, from: number): number {
  const blank = /(?:\s+|--[^\r\n]*)+/y;
  let at = from;
  for (;;) {
    blank.lastIndex = at;
    if (blank.test(text)) at = blank.lastIndex;
    if (!text.startsWith('/*', at)) return at;
    at = endOfBlockComment(text, at + 2);
  }
}
