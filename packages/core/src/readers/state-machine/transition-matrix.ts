import type { TableRow } from '../../document/table-rows.ts';
import { leadingName } from './state-name.ts';
import type { StateStatement, TransitionStatement } from './state-statement.ts';
import { headerWords, no, type TableSays, yes } from './table-cells.ts';
import { header } from './table-headers.ts';

/** Rows and columns are states and a cell says whether one leads to the other; or columns are events and a cell is the next state. */
export function transitionMatrix(rows: readonly TableRow[], context: boolean): TableSays | undefined {
  const titles = headerWords(rows[0]);
  const body = rows.slice(1);
  if (titles.length < 3 || body.length < 2) return undefined;
  const labels = body.map((row) => leadingName(row.cells[0]?.text ?? '')?.name);
  if (labels.filter(Boolean).length < body.length) return undefined;
  const columns = titles.slice(1).map((title) => leadingName(title)?.name);
  const overlap = columns.filter((name) => name !== undefined && labels.includes(name)).length;
  const at = (row: TableRow, index: number) => ({
    line: row.line,
    lastLine: row.line,
    column: row.cells[index]?.column ?? 1,
  });
  const states = body.map((row, index): StateStatement => ({ ...at(row, 0), name: labels[index] ?? '' }));
  if (overlap >= 2 && overlap >= columns.length * 0.6) {
    if (!context && !/from|to\b|→|\\/i.test(titles[0] ?? '')) return undefined;
    const cells = body.flatMap((row) => row.cells.slice(1).map((cell) => cell.text));
    const crossed = cells.some((cell) => /^(?:✓|✔️?|✅|yes)$/i.test(cell));
    const transitions = body.flatMap((row, index) =>
      columns.flatMap((column, position): TransitionStatement[] => {
        const cell = (row.cells[position + 1]?.text ?? '').replace(/[*_`]/g, '').trim();
        const negative = no.test(cell) || (crossed && /^x$/i.test(cell)) || column === undefined;
        if (negative) return [];
        const from = labels[index] ?? '';
        return [{ ...at(row, position + 1), from, to: column ?? '', ...(yes.test(cell) ? {} : { trigger: cell }) }];
      }),
    );
    return transitions.length > 0 ? { states, transitions } : undefined;
  }
  if (!context || (!header.state.test(titles[0] ?? '') && !header.from.test(titles[0] ?? ''))) return undefined;
  const filled = body.flatMap((row) => row.cells.slice(1)).filter((cell) => !no.test(cell.text));
  const steps = filled.filter((cell) => labels.includes(leadingName(cell.text)?.name));
  if (filled.length < 2 || steps.length < filled.length * 0.8) return undefined;
  const transitions = body.flatMap((row, index) =>
    row.cells.slice(1).flatMap((cell, position): TransitionStatement[] => {
      const to = leadingName(cell.text)?.name;
      if (to === undefined || !labels.includes(to)) return [];
      return [{ ...at(row, position + 1), from: labels[index] ?? '', to, trigger: titles[position + 1] ?? '' }];
    }),
  );
  return { states, transitions };
}
