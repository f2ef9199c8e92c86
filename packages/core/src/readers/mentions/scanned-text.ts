import type { Document } from '../../document/document.ts';

/** A document's text made ready to be searched by offset. Every text is as long as the file's, so offsets agree. */
export interface ScannedText {
  /** HTML comments blanked out. */
  readonly live: string;
  /** Code blocks blanked out too. */
  readonly prose: string;
  /** Offset each line begins at. */
  readonly starts: Int32Array;
  /** 1 for lines inside a code block, its fences included. */
  readonly code: Uint8Array;
}

/** Lays the text out; comments that stand in code blocks are part of the code. */
export function scanText(document: Document): ScannedText {
  const { lines } = document;
  const text = document.text.replace(/[\u2010\u2011]/g, '-');
  const starts = new Int32Array(lines.length + 1);
  for (let line = 0; line < lines.length; line += 1)
    starts[line + 1] = (starts[line] ?? 0) + (lines[line]?.length ?? 0) + 1;
  const code = new Uint8Array(lines.length + 1);
  for (const block of document.blocks) {
    if (block.kind === 'code') code.fill(1, block.line - 1, block.lastLine);
  }
  const live = text.includes('<!--') ? blankComments(text, starts, code) : text;
  return { live, prose: blankCode(live, lines.length, starts, code), starts, code };
}

function blankComments(text: string, starts: Int32Array, code: Uint8Array): string {
  const parts: string[] = [];
  let from = 0;
  let open = text.indexOf('<!--');
  while (open >= 0) {
    const line = lineAt(starts, open);
    const before = text.slice(starts[line - 1] ?? 0, open);
    const quoted = (before.match(/`/g)?.length ?? 0) % 2 === 1;
    if (code[line - 1] === 1 || quoted) {
      open = text.indexOf('<!--', open + 4);
      continue;
    }
    const close = text.indexOf('-->', open + 4);
    const end = close < 0 ? text.length : close + 3;
    parts.push(text.slice(from, open), blank(text.slice(open, end)));
    from = end;
    open = text.indexOf('<!--', end);
  }
  parts.push(text.slice(from));
  return parts.join('');
}

function blankCode(text: string, count: number, starts: Int32Array, code: Uint8Array): string {
  const parts: string[] = [];
  let from = 0;
  for (let line = 0; line < count; line += 1) {
    if (code[line] !== 1) continue;
    let last = line;
    while (last + 1 < count && code[last + 1] === 1) last += 1;
    const start = starts[line] ?? 0;
    const end = Math.min(text.length, (starts[last + 1] ?? text.length) - 1);
    parts.push(text.slice(from, start), blank(text.slice(start, end)));
    from = end;
    line = last;
  }
  if (from === 0) return text;
  parts.push(text.slice(from));
  return parts.join('');
}

function blank(text: string): string {
  return text.replace(/[^\n]+/g, (run) => ' '.repeat(run.length));
}

/** The 1-based line an offset stands in. */
export function lineAt(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
