import type { ViewData } from '@iama/model';
import { displayWidth } from './display-width.ts';
import { ink } from './ink.ts';
import type { Style } from './reporter.ts';
import { cut, cutStart, pad } from './wrap.ts';

type Cell = ViewData['rows'][number][string] | undefined;

/** The words of a cell; several things are joined by `, `; nothing is `–`. */
export function cellText(cell: Cell): string {
  if (cell === undefined) return '–';
  const text = Array.isArray(cell) ? cell.map((one) => one.text).join(', ') : cell.text;
  return text === '' ? '–' : text;
}

/**
 * A table for people. Columns are as wide as their widest cell; where that does not fit the terminal, the widest columns
 * give way and their cells end in `…` (the other formats keep every word).
 */
export function viewTable(view: ViewData, style: Style): string {
  const paint = ink(style.color);
  const columns = view.columns.map(({ key, title }) => {
    const cells = view.rows.map((row) => cellText(row[key]));
    return { title, cells, width: Math.max(displayWidth(title), ...cells.map((cell) => displayWidth(cell))) };
  });
  narrow(columns, style.width);
  const line = (texts: readonly string[]) =>
    texts
      .map((text, index) => pad(fit(text, columns[index]?.width ?? 0), columns[index]?.width ?? 0))
      .join('  ')
      .trimEnd();
  const head = paint.strong(line(columns.map((column) => column.title)));
  const rows = view.rows.map((_, index) => line(columns.map((column) => column.cells[index] ?? '')));
  return `${[head, ...rows].join('\n')}\n`;
}

/** Takes width from the widest column until the table fits; from the first one, which names the row, last of all. */
function narrow(columns: { width: number }[], width: number): void {
  let over = columns.reduce((sum, column) => sum + column.width + 2, -2) - width;
  for (const [candidates, least] of [
    [columns.slice(1), 12],
    [columns, 6],
  ] as const) {
    while (over > 0 && candidates.length > 0) {
      const widest = candidates.reduce((a, b) => (b.width > a.width ? b : a));
      if (widest.width <= least) break;
      const next = Math.max(least, ...candidates.filter((column) => column !== widest).map((column) => column.width));
      const less = Math.min(over, Math.max(1, widest.width - next));
      widest.width -= less;
      over -= less;
    }
  }
}

/** A path keeps its end, which says which file it is; other words keep their beginning. */
function fit(text: string, width: number): string {
  return /^\S+\/\S+$/.test(text) ? cutStart(text, width) : cut(text, width);
}

/** A Markdown table with every word and place. */
export function viewMarkdown(view: ViewData): string {
  const oneCell = (text: string) => text.replace(/\\/g, '\\\\').replace(/\|/g, '\\|').replace(/\r?\n/g, ' ');
  const row = (cells: readonly string[]) => `| ${cells.map(oneCell).join(' | ')} |`;
  const lines = [
    row(view.columns.map((column) => column.title)),
    `|${view.columns.map(() => ' --- ').join('|')}|`,
    ...view.rows.map((cells) => row(view.columns.map(({ key }) => cellText(cells[key])))),
  ];
  return `${lines.join('\n')}\n`;
}

/** RFC 4180 with a header line; several things in one cell are separated by `; `. */
export function viewCsv(view: ViewData): string {
  const quote = (text: string) => (/[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const text = (cell: Cell) =>
    cell === undefined ? '' : Array.isArray(cell) ? cell.map((one) => one.text).join('; ') : cell.text;
  const lines = [
    view.columns.map((column) => quote(column.title)).join(','),
    ...view.rows.map((row) => view.columns.map(({ key }) => quote(guard(text(row[key])))).join(',')),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** A spreadsheet would take such a cell for a formula. */
function guard(text: string): string {
  return /^[=+@\t\r]/.test(text) || /^-(?!\d)/.test(text) ? `'${text}` : text;
}
