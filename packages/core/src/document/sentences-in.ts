import type { Document } from './document.ts';

/** One sentence, item or table cell, on one line, and the line it starts in. */
export interface Sentence {
  readonly text: string;
  readonly line: number;
}

/** The sentences of some lines: paragraphs that run over several lines are put together, code fences left out. */
export function sentencesIn(document: Document, from: number, to: number): Sentence[] {
  const found: Sentence[] = [];
  let open: { text: string; marks: { at: number; line: number }[] } | undefined;
  let fence: string | undefined;
  const close = (): void => {
    if (open) found.push(...cut(open.text, open.marks));
    open = undefined;
  };
  for (let line = from; line <= to; line += 1) {
    const raw = document.lines[line - 1] ?? '';
    const mark = /^\s*(?:>\s*)*(`{3,}|~{3,})/.exec(raw)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
      close();
      continue;
    }
    if (fence !== undefined) continue;
    const text = raw.replace(/^[\s>]+/, '').trimEnd();
    if (text === '' || /^#{1,6}\s|^(?:[-*_]\s*){3,}$/.test(text)) {
      close();
      continue;
    }
    if (text.startsWith('|')) {
      close();
      if (/^[|:\s-]+$/.test(text)) continue;
      for (const cell of text.split(/(?<!\\)\|/))
        if (cell.trim() !== '') found.push(...cut(cell.trim(), [{ at: 0, line }]));
      continue;
    }
    if (/^(?:[-*+]|\d{1,9}[.)])\s/.test(text)) close();
    if (open) {
      open.marks.push({ at: open.text.length + 1, line });
      open.text += ` ${text}`;
    } else open = { text, marks: [{ at: 0, line }] };
    if (/ {2}$|\\$/.test(raw)) close();
  }
  close();
  return found;
}

/** A dot inside a name or before a small letter ends no sentence. */
function cut(text: string, marks: readonly { at: number; line: number }[]): Sentence[] {
  let at = 0;
  return text
    .split(/(?<=[.!?;。；！？])\s+(?=[\p{Lu}\p{Lo}`*[(])|(?<=[。；！？])/u)
    .map((sentence) => {
      const start = text.indexOf(sentence, at);
      at = start + sentence.length;
      const line = marks.findLast((mark) => mark.at <= start)?.line ?? marks[0]?.line ?? 1;
      return { text: sentence, line };
    })
    .filter((sentence) => sentence.text.trim() !== '');
}
