import type { Block, Document, Section } from '../../document/document.ts';
import { htmlLines } from './html-lines.ts';

/** One line of a document with its container's marks taken off: what requirement definitions are looked for in. */
export interface TextLine {
  readonly line: number;
  /** 1-based column the text starts at. */
  readonly column: number;
  readonly kind: 'heading' | 'item' | 'text' | 'row' | 'code';
  /** Markup kept; white space at both ends taken off. */
  readonly text: string;
  /** How many lists it stands in. */
  readonly depth: number;
  readonly quotes: number;
  /** Index of its block: lines with the same number are one paragraph, one table, one fence. */
  readonly block: number;
  readonly section: Section;
  /** Headings only. */
  readonly level?: number;
  /** Rows only: cells as written; `head` is true for the header. */
  readonly cells?: readonly string[];
  readonly head?: boolean;
  /** Items: the last character of the list mark; another one is another list. */
  readonly marker?: string;
  /** True on the first line of a checklist item. */
  readonly task?: boolean;
  /** Code only: the info string. */
  readonly info?: string;
}

const containerMarks = /^[\s>]*/;

/** Lays a document out as lines in reading order: headings, items, text, table rows, lines of code. of HTML its tables and texts. */
export function textLines(document: Document): TextLine[] {
  const found: TextLine[] = [];
  const fresh = new Set<Block>();
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind === 'item') fresh.add(block);
    else if (block.kind === 'heading') found.push(headingLine(document, block, index));
    else if (block.kind === 'paragraph') {
      const item = block.parent?.kind === 'item' && fresh.delete(block.parent) ? block.parent : undefined;
      paragraphLines(document, block, index, item, found);
    } else if (block.kind === 'table') tableRows(document, block, index, found);
    else if (block.kind === 'code') codeLines(document, block, index, found);
    else if (block.kind === 'html') htmlLines(document, block, index, found);
    if (block.kind !== 'item' && block.kind !== 'paragraph' && block.parent) fresh.delete(block.parent as Block);
  }
  return found;
}

/** Hyphens that do not break read as hyphens, and separators without the backslash a converter put before them. */
function settled(text: string): string {
  return /[\u2010\u2011\\]/.test(text) ? text.replace(/[\u2010\u2011]/g, '-').replace(/\\(?=[-_.])/g, '') : text;
}

interface Standing {
  readonly depth: number;
  readonly quotes: number;
}

function standing(block: Block): Standing {
  let depth = 0;
  let quotes = 0;
  for (let parent = block.parent; parent; parent = parent.parent) {
    if (parent.kind === 'item') depth += 1;
    else quotes += 1;
  }
  return { depth, quotes };
}

function headingLine(document: Document, block: Block, index: number): TextLine {
  const { depth, quotes } = standing(block);
  const raw = document.lines[block.line - 1] ?? '';
  const marks = /^[\s>]*(?:#{1,6}\s+)?/.exec(raw.slice(block.column - 1))?.[0] ?? '';
  const start = block.column - 1 + marks.length;
  const heading = raw
    .slice(start)
    .replace(/\s+#+\s*$/, '')
    .trim();
  const text = settled(heading);
  const level = block.kind === 'heading' ? block.node.depth : 1;
  const { line, section } = block;
  return { line, column: start + 1, kind: 'heading', text, depth, quotes, block: index, section, level };
}

function paragraphLines(
  document: Document,
  block: Block,
  index: number,
  item: Block<'item'> | undefined,
  into: TextLine[],
): void {
  const { depth, quotes } = standing(block);
  const { section } = block;
  for (let line = block.line; line <= block.lastLine; line += 1) {
    const raw = document.lines[line - 1] ?? '';
    const first = line === block.line;
    let start = first ? block.column - 1 : 0;
    while (start < raw.length && isMark(raw.charCodeAt(start), first)) start += 1;
    if (first && item) start += /^\[[ xX]\]\s+/.exec(raw.slice(start, start + 8))?.[0].length ?? 0;
    const text = settled(raw.slice(start).trimEnd());
    const kind = first && item ? 'item' : 'text';
    const task = first && typeof item?.node.checked === 'boolean';
    const marker = first && item ? (item.label?.slice(-1) ?? '') : '';
    into.push({ line, column: start + 1, kind, text, depth, quotes, block: index, section, task, marker });
  }
}

/** White space; `>` too on lines that go on with a quotation. */
function isMark(code: number, first: boolean): boolean {
  return code === 32 || code === 9 || code === 0xa0 || (!first && code === 62);
}

function tableRows(document: Document, block: Block, index: number, into: TextLine[]): void {
  const { depth, quotes } = standing(block);
  const { section } = block;
  for (let line = block.line; line <= block.lastLine; line += 1) {
    if (line === block.line + 1) continue;
    const raw = document.lines[line - 1] ?? '';
    const head = line === block.line;
    const marks = head ? block.column - 1 : (containerMarks.exec(raw)?.[0].length ?? 0);
    const text = settled(raw.slice(marks).trim());
    const cells = cellsOf(text);
    into.push({ line, column: marks + 1, kind: 'row', text, depth, quotes, block: index, section, cells, head });
  }
}

/** Cells of a table row: pipes split unless escaped. */
export function cellsOf(row: string): string[] {
  const inner = row.replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return inner.split(inner.includes('\\|') ? /(?<!\\)\|/ : '|').map((cell) => cell.trim());
}

function codeLines(document: Document, block: Block<'code'>, index: number, into: TextLine[]): void {
  const { depth, quotes } = standing(block);
  const { section } = block;
  const info = `${block.node.lang ?? ''} ${block.node.meta ?? ''}`.trim();
  for (let line = block.line; line <= block.lastLine; line += 1) {
    const raw = document.lines[line - 1] ?? '';
    const marks = containerMarks.exec(raw)?.[0].length ?? 0;
    const text = raw.slice(marks).trimEnd();
    into.push({ line, column: marks + 1, kind: 'code', text, depth, quotes, block: index, section, info });
  }
}
