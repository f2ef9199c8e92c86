import type { View } from '@iama/gate';
import { narrowView } from '@iama/gate';
import type { GraphView, ViewData } from '@iama/model';

/** A view's rows, computed. `short`: columns carry their short titles, for a terminal. */
export function showView<A>(view: View<A>, graph: GraphView, asked: A, short = false): ViewData {
  const rows = [...view.rows(narrowView(graph, view.reads, view.id), asked)];
  return {
    id: view.id,
    title: view.title,
    columns: view.columns.map((column) => ({
      key: column.key,
      title: (short ? column.short : undefined) ?? column.title,
    })),
    rows: rows as ViewData['rows'],
  };
}
