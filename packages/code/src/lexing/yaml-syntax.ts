import type { SpanEnd } from './span-end.ts';
import { doubled, line, quotedLines } from './span-end.ts';
import type { Syntax } from './syntax.ts';

/** YAML: quotes only where a value begins, block scalars by indentation. */
export const yaml: Syntax = [
  { kind: 'comment', open: '(?<=^|\\s)#', end: line },
  { kind: 'string', open: '(?<=[:\\-][ \\t]+)[|>][+-]?\\d?[+-]?(?=[ \\t]*(?:#.*)?\\r?$)', end: blockScalar() },
  { kind: 'string', open: '(?<=^[ \\t]*|[:\\-?,\\[{][ \\t]*)"', end: quotedLines('"') },
  { kind: 'string', open: "(?<=^[ \\t]*|[:\\-?,\\[{][ \\t]*)'", end: doubled("'") },
];

function blockScalar(): SpanEnd {
  return (text, from, opener) => {
    const start = text.lastIndexOf('\n', opener.at) + 1;
    const indent = /^[ ]*(?:- +)*/.exec(text.slice(start, opener.at))?.[0].replace(/- +$/, '').length ?? 0;
    let at = line(text, from, opener);
    while (at < text.length) {
      const next = line(text, at + 1, opener);
      const content = text.slice(at + 1, next);
      if (content.trim() !== '' && content.length - content.trimStart().length <= indent) return at;
      at = next;
    }
    return text.length;
  };
}
