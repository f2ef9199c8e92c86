import type { NodeFact, Place } from '@iama/model';
import { sameValue } from '../same-value.ts';
import type { Passage, Twin, TwinGraph } from './twins.ts';

type Grid = NodeFact<'grid'>;

export interface CellDifference {
  readonly subject: string;
  readonly original: { readonly at: Place; readonly value: string };
  readonly translated: { readonly at: Place; readonly value: string };
}

export interface GridDifference {
  readonly original: Grid;
  /** Absent: the translation has no such table. */
  readonly translated?: Grid;
}

/** Cells of the same table that differ, and tables that have other rows or are missing. */
export function gridDifferences(
  graph: TwinGraph,
  { original, translation, translated: passages, damaged }: Twin,
): { cells: CellDifference[]; grids: GridDifference[] } {
  const byPath = gridsByPath(graph);
  const of = (path: string) => byPath.get(path) ?? [];
  const [ones, others] = [of(original.at.path), of(translation.at.path)];
  const cells: CellDifference[] = [];
  const grids: GridDifference[] = [];
  ones.forEach((one, index) => {
    const key = keyOf(one);
    const other =
      others.find((grid) => keyOf(grid) === key) ??
      (ones.length === others.length ? counterpart(one, others[index]) : undefined);
    if (!other) {
      if (/^\d/.test(key) && !(damaged && isTraced(one, passages))) grids.push({ original: one });
      return;
    }
    const { rows } = one.attributes;
    if (one.attributes.headers.length !== other.attributes.headers.length) return;
    if (rows.length !== other.attributes.rows.length) {
      if (!/-\d+[A-Z]?\b/.test(rows[0]?.written ?? '')) grids.push({ original: one, translated: other });
      return;
    }
    rows.forEach((row, line) => {
      const twin = other.attributes.rows[line];
      row.values.forEach((value, column) => {
        const [said, translated] = [row.cells[column] ?? '', twin?.cells[column] ?? ''];
        const otherValue = twin?.values[column];
        if (!twin || !otherValue || sameValue(value, otherValue) !== 'differs') return;
        cells.push({
          subject: `${plain(row.written)}, ${plain(one.attributes.headers[column + 1] ?? '')}`,
          original: { at: { ...one.at, line: row.line, column: 1 }, value: plain(said) },
          translated: { at: { ...other.at, line: twin.line, column: 1 }, value: plain(translated) },
        });
      });
    });
  });
  return { cells, grids };
}

/** The table at the same place, unless its row labels say that it is another one. */
function counterpart(one: Grid, other: Grid | undefined): Grid | undefined {
  const [names, others] = [one, other].map(
    (grid) => new Set(grid?.attributes.rows.flatMap(({ written }) => written.match(/[A-Za-z][\w.-]{2,}/g) ?? [])),
  );
  if (!names || !others || names.size === 0 || others.size === 0) return other;
  return [...names].filter((name) => others.has(name)).length * 2 >= Math.min(names.size, others.size)
    ? other
    : undefined;
}

function gridsByPath(graph: TwinGraph): ReadonlyMap<string, readonly Grid[]> {
  return graph.once('conflicts/grids', () => {
    const byPath = new Map<string, Grid[]>();
    for (const grid of graph.nodes('grid')) {
      const held = byPath.get(grid.at.path);
      if (held) held.push(grid);
      else byPath.set(grid.at.path, [grid]);
    }
    return byPath;
  });
}

/** True when some words of a table stand in the section of a damaged translation: it may be there, unreadable. */
function isTraced(grid: Grid, passages: readonly Passage[]): boolean {
  const number = (section: string | undefined) => /^\d[\d.]*/.exec(section ?? '')?.[0].replace(/\.$/, '');
  const words = new Set(
    passages
      .filter(({ at }) => number(at.section) === number(grid.at.section))
      .flatMap(({ attributes }) => attributes.words),
  );
  const said = grid.attributes.rows.flatMap(
    (row) => [row.written, ...row.cells].join(' ').match(/[A-Za-z]\w{4,}/g) ?? [],
  );
  return said.some((word) => words.has(word));
}

function keyOf(grid: Grid): string {
  return grid.id.slice(grid.at.path.length + 1);
}

function plain(text: string): string {
  return text.replace(/[*`]/g, '').trim();
}
