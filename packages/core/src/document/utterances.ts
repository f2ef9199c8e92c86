import type { Block, Document, Section } from './document.ts';
import { inlineText } from './inline-text.ts';

/** One stretch of text that is read as a whole: a paragraph, a cell, a line of a fence. */
export interface Utterance {
  readonly text: string;
  readonly line: number;
  readonly section: Section;
  readonly kind: 'prose' | 'cell' | 'code';
  readonly block: Block;
  /** Cells: header of the column, words of the row's first cell, and all of the row. */
  readonly header?: string;
  readonly row?: string;
}

/** Everything a document says, in reading order; headings are not said but name. */
export function utterances(document: Document): Utterance[] {
  const found: Utterance[] = [];
  for (const block of document.blocks) {
    const { section, line } = block;
    if (block.kind === 'paragraph') {
      found.push({ text: inlineText(block.node.children), line, section, kind: 'prose', block });
    } else if (block.kind === 'table') {
      const [head, ...rows] = block.node.children;
      const headers = (head?.children ?? []).map((cell) => inlineText(cell.children).trim());
      for (const row of rows) {
        const cells = row.children.map((cell) => inlineText(cell.children).trim());
        const rowLine = row.position?.start.line ?? line;
        cells.forEach((text, index) => {
          const header = headers[index] ?? '';
          found.push({ text, line: rowLine, section, kind: 'cell', block, header, row: cells.join(' | ') });
        });
      }
    } else if (block.kind === 'code') {
      block.node.value.split('\n').forEach((text, index) => {
        if (text.trim() !== '') found.push({ text, line: line + 1 + index, section, kind: 'code', block });
      });
    }
  }
  return found;
}

/** The line of an offset in an utterance. */
export function lineAt(utterance: Utterance, offset: number): number {
  let line = utterance.line;
  for (let at = utterance.text.indexOf('\n'); at >= 0 && at < offset; at = utterance.text.indexOf('\n', at + 1))
    line += 1;
  return line;
}
