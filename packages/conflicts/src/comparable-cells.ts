import type { GraphView, NodeFact, Place, Value } from '@iama/model';
import { sameValue } from './same-value.ts';
import { otherScope, standingDocuments } from './standing-documents.ts';

type Grid = NodeFact<'grid'>;

/** A cell of a matrix with what it says and where. */
export interface Cell {
  readonly grid: Grid;
  readonly at: Place;
  readonly row: string;
  readonly column: string;
  readonly value: Value;
  readonly written: string;
  readonly words: string;
}

/** Columns that describe whatever their rows are: no two tables mean the same by them. */
const generic = new Set(
  'description type required default note notes purpose meaning example value values status priority name key field parameter id version date owner http code method path endpoint link title reason detail details comment comments source result action usage remark format range unit min max size scope file document role area effort risk impact level category group module component service step phase order number count total acceptance requirement test state condition trigger message error response request body header option input output'.split(
    ' ',
  ),
);
const records =
  /^(?:field|parameter|param|property|attribute|argument|column|name|element|type|variable|option|header|input|output|key|code|error code|status|http status|id|requirement)$/;

/** Cells that stand for the same thing in several tables and say different values, one group for each thing. */
export function comparableCells(graph: GraphView<'grid' | 'document'>): Cell[][] {
  const standing = standingDocuments(graph);
  const byKey = new Map<string, Cell[]>();
  const documents = graph.nodes('grid').filter(({ at }) => standing.has(at.path));
  for (const grid of documents)
    for (const [key, cell] of cellsOf(grid)) byKey.set(key, [...(byKey.get(key) ?? []), cell]);
  const groups: Cell[][] = [];
  for (const cells of byKey.values()) {
    if (cells.length < 2) continue;
    const [first, ...others] = cells;
    if (!first) continue;
    const same = others.filter(
      (cell) => alike(first.grid, cell.grid) && !otherScope(standing.get(first.at.path), standing.get(cell.at.path)),
    );
    const differing = same.filter((cell) => sameValue(first.value, cell.value) === 'differs');
    if (differing.length > 0)
      groups.push([first, ...same.filter((cell) => sameValue(first.value, cell.value) !== 'unknown')]);
  }
  return groups;
}

function cellsOf(grid: Grid): [string, Cell][] {
  const { columns, headers, rows } = grid.attributes;
  const found: [string, Cell][] = [];
  const rowLabels = rows.map(({ label }) => label);
  for (const row of rows) {
    if (row.label === '' || rowLabels.filter((label) => label === row.label).length > 1) continue;
    row.values.forEach((value, index) => {
      const column = columns[index + 1] ?? '';
      if (column === '' || !['number', 'flag', 'names'].includes(value.form) || columns.indexOf(column) !== index + 1)
        return;
      const written = row.cells[index] ?? '';
      const words = `${row.written} | ${headers[index + 1] ?? ''}: ${written}`;
      const at = { ...grid.at, line: row.line, column: 1 };
      found.push([
        `${row.label}\u0000${column}`,
        { grid, at, row: plain(row.written), column: plain(headers[index + 1] ?? ''), value, written, words },
      ]);
    });
  }
  return found;
}

/** True when two tables of different documents describe the same things: a matrix of the same columns, or rows of the same names. */
function alike(a: Grid, b: Grid): boolean {
  if (a.at.path === b.at.path) return false;
  const columnsOf = (grid: Grid) =>
    grid.attributes.columns.slice(1).filter((column) => !generic.has(column) && column !== '');
  const shared = columnsOf(a).filter((column) => columnsOf(b).includes(column));
  if (shared.length >= 2) return true;
  const [headA = '', headB = ''] = [a.attributes.columns[0], b.attributes.columns[0]];
  if (headA !== headB || headA === '' || records.test(headA)) return false;
  const rowsOf = (grid: Grid) =>
    grid.attributes.rows.map(({ label }) => label).filter((label) => /[._A-Z]/.test(label));
  const [rowsA, rowsB] = [rowsOf(a), rowsOf(b)];
  const common = rowsA.filter((row) => rowsB.includes(row));
  return common.length >= 2 && common.length >= Math.min(rowsA.length, rowsB.length) / 2;
}

function plain(label: string): string {
  return label.replace(/[*`]/g, '').trim();
}
