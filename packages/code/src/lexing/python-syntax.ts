import { lastCodeBefore } from './last-code-before.ts';
import { quoted, quotedLines } from './span-end.ts';
import type { SpanRule, Syntax } from './syntax.ts';
import { hash } from './syntax.ts';

const prefix = '(?:(?<![\\w])[rRbBuUfFtT]{1,2})?';
const literal = (quote: string, end: SpanRule['end']): SpanRule => ({
  kind: 'string',
  open: prefix + quote,
  end,
  judge: judgeString,
});

/** Python, Starlark and their like: a string that stands alone after a `:` or first in the file documents. */
export const python: Syntax = [
  hash,
  literal('"""', quotedLines('"""')),
  literal("'''", quotedLines("'''")),
  literal('"', quoted('"')),
  literal("'", quoted("'")),
];

function judgeString(text: string, at: number, lastComment: readonly [number, number]) {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  if (text.slice(lineStart, at).trim() !== '') return 'string';
  const before = lastCodeBefore(text, at, lastComment);
  if (before === 0) return 'documentation';
  if (text[before - 1] !== ':') return 'string';
  const header = text.slice(text.lastIndexOf('\n', before - 1) + 1, before);
  return /^\s*(?:async\s|def\s|class\s|\)|\S+\)\s*(?:->.*)?:$)/.test(header) ? 'documentation' : 'string';
}
