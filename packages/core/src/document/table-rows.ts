import type { Block, Document } from './document.ts';

export interface TableCell {
  /** As written, trimmed, `\|` undone. */
  readonly text: string;
  readonly column: number;
}

export interface TableRow {
  readonly line: number;
  readonly cells: readonly TableCell[];
}

/** A table's rows as written, the header first; the line of dashes is left out. */
export function tableRows(document: Document, block: Block<'table'>): TableRow[] {
  const rows: TableRow[] = [];
  for (const row of block.node.children) {
    const line = row.position?.start.line ?? block.line;
    rows.push({ line, cells: cut(document.lines[line - 1] ?? '') });
  }
  return rows;
}

function cut(line: string): TableCell[] {
  const start = line.indexOf('|');
  const leading = start >= 0 && /^[\s>]*$/.test(line.slice(0, start));
  let from = leading ? start + 1 : line.length - line.replace(/^[\s>]+/, '').length;
  const cells: TableCell[] = [];
  const end = /(?<!\\)\|\s*$/.exec(line)?.index ?? line.length;
  for (let at = from; at <= end; at += 1) {
    const stop = at === end || (line[at] === '|' && line[at - 1] !== '\\');
    if (!stop) continue;
    const raw = line.slice(from, at);
    const text = raw.trim();
    cells.push({ text: text.replaceAll('\\|', '|'), column: from + (raw.length - raw.trimStart().length) + 1 });
    from = at + 1;
  }
  return cells;
}
