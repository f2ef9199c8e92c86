import type { SyntaxNode } from '@lezer/common';
import type { Expression, Text, TextPiece } from './ast.ts';
import { childrenOf } from './children-of.ts';

/** What converts the expressions that stand in a text. */
type Convert = (text: string, node: SyntaxNode) => Expression;

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\n': '',
};

/** A string as its pieces: what is written, and what an f-string puts in. */
export function convertText(text: string, node: SyntaxNode, convert: Convert): Text {
  const parts = node.name === 'ContinuedString' ? childrenOf(node) : [node];
  const pieces = parts.flatMap((part) =>
    part.name === 'ContinuedString' ? [...convertText(text, part, convert).pieces] : piecesOf(text, part, convert),
  );
  return { type: 'text', pieces, from: node.from, to: node.to };
}

function piecesOf(text: string, node: SyntaxNode, convert: Convert): (Expression | TextPiece)[] {
  const written = text.slice(node.from, node.to);
  const [opener = '', marks = '', quote = ''] = /^([A-Za-z]*)("""|'''|"|')/.exec(written) ?? [];
  const raw = /r/i.test(marks);
  const from = node.from + opener.length;
  const to =
    written.length >= opener.length + quote.length && written.endsWith(quote) ? node.to - quote.length : node.to;
  if (node.name === 'String') return [{ type: 'piece', value: cooked(text.slice(from, to), raw), from, to }];
  const pieces: (Expression | TextPiece)[] = [];
  let at = from;
  const literal = (end: number): void => {
    const value = cooked(text.slice(at, end), raw).replace(/\{\{/g, '{').replace(/\}\}/g, '}');
    if (value !== '') pieces.push({ type: 'piece', value, from: at, to: end });
  };
  for (const child of childrenOf(node)) {
    if (child.name !== 'FormatReplacement') continue;
    literal(child.from);
    const inner = childrenOf(child).find((one) => !/^(?:[{}=]|Format(?:Conversion|Spec|SelfDoc))$/.test(one.name));
    if (inner !== undefined) pieces.push(convert(text, inner));
    at = child.to;
  }
  literal(to);
  return pieces;
}

function cooked(written: string, raw: boolean): string {
  if (raw || !written.includes('\\')) return written;
  return written.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g,
    (whole, x, u, big, char) => {
      const code = x ?? u ?? big;
      if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
      return escapes[char as string] ?? (/['"\\]/.test(char as string) ? (char as string) : whole);
    },
  );
}
