import type { Document, Section } from '../../document/document.ts';
import { plainWords } from '../decisions/decision-scope.ts';

/** A proof of concept that has a title of its own: a heading or a bold line. */
export interface TitledPoc {
  readonly number: string;
  readonly text: string;
  readonly section: Section;
  readonly line: number;
  readonly lastLine: number;
  readonly column: number;
}

const titled =
  /^(?:\*\*|__)?\s*(?:PoC|POC|Proof of Concept|Spike)\s*[#№-]?\s*(\d{1,3}|[A-Z])\b\s*(?:[:.)—–-]|\?\?)*\s*(.*)$/;

/** "**PoC #2 — Patch apply**" with what stands below it, up to the next one. */
export function titledPocs(document: Document): TitledPoc[] {
  const found: TitledPoc[] = [];
  for (const block of document.blocks) {
    if (block.parent || (block.kind !== 'paragraph' && block.kind !== 'heading')) continue;
    const first = (document.lines[block.line - 1] ?? '').replace(/^#{1,6}\s+/, '').trim();
    const match = titled.exec(first);
    if (!match?.[1] || (block.kind === 'paragraph' && !/^(?:\*\*|__)/.test(first))) continue;
    const home = block.kind === 'heading' ? (block.section.parent ?? block.section) : block.section;
    found.push({
      number: match[1],
      text: plainWords(match[2] ?? '') || plainWords(first),
      section: home,
      line: block.line,
      lastLine: block.kind === 'heading' ? block.section.lastLine : block.section.lastLine,
      column: block.column,
    });
  }
  return found.map((poc, index) => ({ ...poc, lastLine: endOf(document, poc, found[index + 1]) }));
}

function endOf(document: Document, poc: TitledPoc, next: TitledPoc | undefined): number {
  let last = Math.min(poc.lastLine, next && next.line > poc.line ? next.line - 1 : poc.lastLine);
  while (last > poc.line && (document.lines[last - 1] ?? '').trim() === '') last -= 1;
  return last;
}
