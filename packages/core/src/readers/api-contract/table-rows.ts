import type { Block, Document } from '../../document/document.ts';
import { plainLine } from './plain-line.ts';

export interface TableRow {
  readonly line: number;
  /** As written, trimmed. */
  readonly raw: readonly string[];
  /** As read. */
  readonly cells: readonly string[];
}

export interface ReadTable {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

/** A table's header and rows, from the lines as written, so that `<id>` in a cell is not lost as HTML. */
export function readTable(document: Document, block: Block<'table'>): ReadTable {
  const header = splitRow(document.lines[block.line - 1] ?? '', undefined);
  const rows: TableRow[] = [];
  for (let line = block.line + 2; line <= block.lastLine; line += 1) {
    const text = document.lines[line - 1] ?? '';
    if (text.trim() === '') continue;
    const raw = splitRow(text, header.length);
    rows.push({ line, raw, cells: raw.map((cell) => plainLine(cell).trim()) });
  }
  return { header: header.map((cell) => plainLine(cell).trim()), rows };
}

const quoted = /`[^`]*`/g;

/** Cells of one row. A `|` inside a code span splits only when the row would have too few cells otherwise. */
function splitRow(line: string, wanted: number | undefined): string[] {
  const inner = line.replace(/^\s*(?:>\s?)*\s*(?:[-*+]\s+(?=\|))?\|?/, '').replace(/(?<!\\)\|\s*$/, '');
  const plain = inner.split(/(?<!\\)\|/);
  if (wanted !== undefined && plain.length > wanted) {
    const kept = inner.replace(quoted, (span) => span.replace(/(?<!\\)\|/g, '\\|')).split(/(?<!\\)\|/);
    if (kept.length === wanted) return kept.map(unescaped);
  }
  return plain.map(unescaped);
}

function unescaped(cell: string): string {
  return cell.replace(/\\\|/g, '|').trim();
}
