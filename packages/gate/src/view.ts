import type { GraphView, NodeKind, Place } from '@iama/model';

/** One cell: words, and where they stand when they stand somewhere. */
export interface Cell {
  readonly text: string;
  readonly at?: Place;
}

export interface Column {
  readonly key: string;
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Short title for narrow output. */
  readonly short?: string;
}

/** A row: cells by column key. A list is several things, each with its place. */
export type Row = Readonly<Record<string, Cell | readonly Cell[]>>;

/** A pure table computed from the graph to be shown. It judges nothing. */
export interface View<A = void> {
  readonly id: `${string}/${string}`;
  readonly title: string;
  readonly reads: readonly NodeKind[];
  readonly columns: readonly Column[];
  rows(graph: GraphView, asked: A): Iterable<Row>;
}

/** Makes a view of its declaration. */
export function defineView<A = void>(view: View<A>): View<A> {
  return view;
}
