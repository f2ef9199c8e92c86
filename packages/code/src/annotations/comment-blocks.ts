import type { Span } from '../lexing/scan-spans.ts';

/** A comment as people see it: a block, or line comments below each other. */
export interface CommentBlock {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly { readonly text: string; readonly start: number }[];
}

/** Comments and documentation strings; line comments with nothing but white space between them are one. */
export function commentBlocks(text: string, spans: readonly Span[]): CommentBlock[] {
  const blocks: { start: number; end: number; lines: { text: string; start: number }[] }[] = [];
  for (const span of spans) {
    if (span.kind !== 'comment' && span.kind !== 'documentation') continue;
    const lines = linesOf(text, span);
    const last = blocks.at(-1);
    if (last !== undefined && isContinued(text, last, span)) {
      last.lines.push(...lines);
      last.end = span.end;
    } else blocks.push({ start: span.start, end: span.end, lines });
  }
  return blocks;
}

function isContinued(text: string, last: { start: number; end: number; lines: unknown[] }, span: Span): boolean {
  if (!/^\r?\n?[ \t]*$/.test(text.slice(last.end, span.start))) return false;
  // Only comments that begin their line: one at the end of a statement belongs to that statement.
  const lineStart = text.lastIndexOf('\n', last.start - 1) + 1;
  return text.slice(lineStart, last.start).trim() === '';
}

function linesOf(text: string, span: Span): { text: string; start: number }[] {
  const lines = [];
  let start = span.start;
  while (start < span.end) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd === -1 || lineEnd > span.end ? span.end : lineEnd;
    lines.push({ text: text.slice(start, end).trimEnd(), start });
    start = end + 1;
  }
  return lines;
}
