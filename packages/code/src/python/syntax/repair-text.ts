import { python } from '../../lexing/python-syntax.ts';
import type { Span } from '../../lexing/scan-spans.ts';
import { scanSpans } from '../../lexing/scan-spans.ts';

/**
 * Valid Python that the grammar does not know, said in Python that it knows, character for character as long: offsets stay.
 * What is lost is told by nobody: names a `with` binds to a target that is no name, a `*` in a target.
 */
export function repairText(text: string): string {
  const spans = scanSpans(text, python);
  const code = blanked(text, spans);
  const chars = [...Array(text.length).keys()].map((at) => text[at] as string);
  const blank = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) chars[at] = ' ';
  };
  for (const { kind, start, end } of spans) if (kind === 'comment') blank(start, end);
  for (const { index } of code.matchAll(/(?<=\d)\.(?![\w.])/g)) blank(index, index + 1);
  for (const { start } of spans) {
    const letter = /^(?:t|rt(?=["']))/i.exec(text.slice(start, start + 3))?.[0].length;
    if (letter !== undefined && /^\w{1,2}["']/.test(text.slice(start, start + 3))) chars[start + letter - 1] = 'f';
  }
  for (const found of code.matchAll(/\bfor\b[^:\n]*?\bin\b/g)) {
    for (const star of found[0].matchAll(/\*/g)) blank(found.index + star.index, found.index + star.index + 1);
  }
  for (const found of code.matchAll(/\bcase\b[^\n]*:/g)) {
    for (const empty of found[0].matchAll(/\(\)/g)) blank(found.index + empty.index, found.index + empty.index + 2);
  }
  for (const found of code.matchAll(/\blambda\b[^:\n]*?\/\s*,?/g)) {
    const slash = found.index + found[0].lastIndexOf('/');
    blank(slash, found.index + found[0].length);
  }
  for (const found of code.matchAll(/(?<=[\w\])])\[\s*\*/g))
    blank(found.index + found[0].length - 1, found.index + found[0].length);
  for (const found of code.matchAll(/^[ \t]*(?:async[ \t]+)?with\b/gm))
    repairWith(code, found.index + found[0].length, blank);
  return chars.join('');
}

// Brackets around all items of a `with`, and `as` before anything but a name.
function repairWith(code: string, from: number, blank: (from: number, to: number) => void): void {
  const end = headerEnd(code, from);
  if (end === -1) return;
  const header = code.slice(from, end);
  const open = from + header.search(/\S/);
  if (code[open] === '(' && /\)\s*$/.test(header) && closeOf(code, open) === from + header.trimEnd().length - 1) {
    const close = from + header.trimEnd().length - 1;
    blank(open, open + 1);
    blank(close, close + 1);
    const comma = /,\s*$/.exec(code.slice(open, close));
    if (comma !== null) blank(open + comma.index, open + comma.index + 1);
    for (let at = open; at < close; at += 1) if (code[at] === '\n') blank(at, at + 1);
  }
  for (const found of header.matchAll(/\bas\s+(?![A-Za-z_]\w*\s*(?:[,)]|$))([([][^)\]]*[)\]]|[\w.[\]]+)/g)) {
    blank(from + found.index, from + found.index + found[0].length);
  }
}

function headerEnd(code: string, from: number): number {
  let depth = 0;
  for (let at = from; at < code.length; at += 1) {
    const char = code[at] as string;
    if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) depth -= 1;
    else if (char === ':' && depth === 0) return at;
    else if (char === '\n' && depth === 0 && code[at - 1] !== '\\') return -1;
  }
  return -1;
}

function closeOf(code: string, open: number): number {
  let depth = 0;
  for (let at = open; at < code.length; at += 1) {
    if ('([{'.includes(code[at] as string)) depth += 1;
    else if (')]}'.includes(code[at] as string)) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

// Comments and the insides of strings are blank, so that only code is looked at. Line breaks stay.
function blanked(text: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { kind, start, end } of spans) {
    const quotes = kind === 'comment' ? 0 : 1;
    pieces.push(text.slice(at, start + quotes), text.slice(start + quotes, end - quotes).replace(/[^\n]/g, ' '));
    at = Math.max(start + quotes, end - quotes);
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}
