import type { GraphView, NodeFact, Place, Value } from '@iama/model';
import { sameValue } from './same-value.ts';
import { assertingDocuments, otherScope } from './standing-documents.ts';
import { Union } from './union.ts';

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
  'description type required default note notes purpose meaning example value values status priority name key field parameter id version date owner http code method path endpoint link title reason detail details comment comments source result action usage remark format range unit min max size scope file document role area effort risk impact level category group module component service step phase order number count total acceptance requirement test state condition trigger message error response request body header option input output target actual current previous baseline before after expected change delta progress completion estimate weight score severity 目标 实际 结果 状态 完成度 说明 描述 类型 默认值 指标 单位 数值 样本量 备注 优先级 目標 實際 結果 狀態'.split(
    ' ',
  ),
);
/** Columns of sentences: what they mention is no value of the row. */
const prose =
  /^(?:notes?|descriptions?|comments?|remarks?|examples?|meaning|purpose|reasons?|details?|title|说明|描述|备注|說明|備註)$/;
const records =
  /^(?:field|parameter|param|property|attribute|argument|column|name|element|type|variable|option|header|input|output|key|code|error code|status|http status|id|requirement)$/;

/** Cells that stand for the same thing in several tables and say different values, one group for each thing. */
export function comparableCells(graph: GraphView<'grid' | 'document'>): Cell[][] {
  const asserting = assertingDocuments(graph);
  const byKey = new Map<string, Cell[]>();
  for (const grid of graph.nodes('grid')) {
    if (!asserting.has(grid.at.path)) continue;
    for (const [key, cell] of cellsOf(grid)) {
      const known = byKey.get(key);
      if (known) known.push(cell);
      else byKey.set(key, [cell]);
    }
  }
  return [...byKey.values()].flatMap((all) => {
    const cells = onceADocument(all);
    if (cells.length < 2 || cells.length > mostTables) return [];
    const groups = new Union<Cell>();
    const together = (a: Cell, b: Cell) =>
      alike(a.grid, b.grid) && !otherScope(asserting.get(a.at.path), asserting.get(b.at.path));
    cells.forEach((a, index) => {
      for (const b of cells.slice(index + 1)) if (together(a, b)) groups.join(a, b);
    });
    return groups
      .groups(cells)
      .filter((group) =>
        group.some((a) => group.some((b) => together(a, b) && sameValue(a.value, b.value) === 'differs')),
      );
  });
}

/** A table that every document has is a form, not a matrix. */
const mostTables = 40;

/** Cells of documents that have only one for the same row and column: of two nobody can say which is meant. */
function onceADocument(cells: readonly Cell[]): Cell[] {
  const times = new Map<string, number>();
  for (const { at } of cells) times.set(at.path, (times.get(at.path) ?? 0) + 1);
  return cells.filter(({ at }) => times.get(at.path) === 1);
}

function cellsOf(grid: Grid): [string, Cell][] {
  const { columns, headers, rows } = grid.attributes;
  const found: [string, Cell][] = [];
  const rowLabels = rows.map(({ label }) => label);
  for (const row of rows) {
    if (row.label === '' || !/\p{L}/u.test(row.label) || rowLabels.filter((label) => label === row.label).length > 1)
      continue;
    row.values.forEach((value, index) => {
      const column = columns[index + 1] ?? '';
      if (
        column === '' ||
        prose.test(column) ||
        !['number', 'flag', 'names'].includes(value.form) ||
        columns.indexOf(column) !== index + 1
      )
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
  if (seriesOf(a.at.path) === seriesOf(b.at.path)) return false;
  const columnsOf = (grid: Grid) =>
    grid.attributes.columns.slice(1).filter((column) => !generic.has(column) && column !== '');
  const shared = columnsOf(a).filter((column) => columnsOf(b).includes(column));
  if (shared.length >= 2 && isMatrix(a) && isMatrix(b)) return true;
  const [headA = '', headB = ''] = [a.attributes.columns[0], b.attributes.columns[0]];
  if (headA !== headB || headA === '' || records.test(headA)) return false;
  const rowsOf = (grid: Grid) =>
    grid.attributes.rows.map(({ label }) => label).filter((label) => /[._A-Z]/.test(label));
  const [rowsA, rowsB] = [rowsOf(a), rowsOf(b)];
  const common = rowsA.filter((row) => rowsB.includes(row));
  return common.length >= 2 && common.length >= Math.min(rowsA.length, rowsB.length) / 2;
}

/** A path without its numbers: `ROLLOUT_25.md` and `ROLLOUT_50.md` are steps of one series, and so is a document itself. */
function seriesOf(path: string): string {
  return path.replace(/\d+/g, '');
}

/** True when the cells of a row are of one kind, as values of one thing are: numbers, yes or no, names. */
function isMatrix({ attributes: { rows } }: Grid): boolean {
  const even = rows.filter(
    ({ values }) =>
      new Set(values.map(({ form }) => form).filter((form) => form !== 'none' && form !== 'lost')).size < 2,
  );
  return even.length >= rows.length / 2;
}

function plain(label: string): string {
  return label.replace(/[*`]/g, '').trim();
}
