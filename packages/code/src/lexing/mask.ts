import type { Span } from './scan-spans.ts';

/**
 * The text with everything in comments and string literals blanked, character for character, so that offsets stay.
 * Line breaks stay, and so do the first and last character of a string literal.
 */
export function mask(text: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.start < at) continue;
    const quotes = span.kind === 'comment' ? 0 : 1;
    const start = Math.min(span.start + quotes, span.end);
    const end = Math.max(start, span.end - quotes);
    pieces.push(text.slice(at, start), text.slice(start, end).replace(/[^\n]/g, ' '));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}
