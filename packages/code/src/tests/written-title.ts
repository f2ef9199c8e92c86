const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/**
 * A title as its parts say it: `'a ' + b` and `` `a ${b}` `` are both `a ${b}`. Undefined when no part is a literal.
 * `masked` tells literals from code.
 */
export function writtenTitle(text: string, masked: string, start: number, end: number): string | undefined {
  const pieces: string[] = [];
  let literal = false;
  let code = '';
  const settle = () => {
    const words = code.replace(/^\s*\+|\+\s*$/g, '').trim();
    if (words !== '') pieces.push(`\${${words}}`);
    code = '';
  };
  for (let at = start; at < end; at += 1) {
    const quote = text[at] as string;
    if (quote !== '"' && quote !== "'" && quote !== '`') {
      code += quote;
      continue;
    }
    const close = masked.indexOf(quote, at + 1);
    if (close === -1 || close >= end) return literal ? pieces.join('') : undefined;
    settle();
    pieces.push(unescaped(text.slice(at + 1, close)));
    literal = true;
    at = close;
  }
  settle();
  return literal ? pieces.join('').replace(/\s+/g, ' ').trim() : undefined;
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_whole, char: string) => escapes[char] ?? char);
}
