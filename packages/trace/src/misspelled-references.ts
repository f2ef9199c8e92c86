import type { EdgeFact, GraphView } from '@iama/model';

/**
 * A reference that is an id of a document but for the signs between its parts.
 *
 * @implements IAMA-TRACE-003
 */
export interface Misspelled {
  readonly id: string;
  /** The defined id that is meant. */
  readonly meant: string;
  readonly first: EdgeFact;
  readonly others: readonly EdgeFact[];
}

/** References to requirements nobody defined, grouped by id. */
export function unknownReferences(graph: GraphView<'requirement'>): Map<string, EdgeFact[]> {
  return graph.once('trace/unknown-references', () => {
    const known = new Set(graph.nodes('requirement').map((requirement) => requirement.id));
    const references = new Map<string, EdgeFact[]>();
    for (const kind of ['specifies', 'mentions'] as const) {
      for (const edge of graph.edges(kind)) {
        if (edge.to.kind !== 'requirement' || known.has(edge.to.id)) continue;
        const places = references.get(edge.to.id);
        if (places) places.push(edge);
        else references.set(edge.to.id, [edge]);
      }
    }
    return references;
  });
}

/** References that mean a defined id and join its parts in another way: `FR_1` for `FR-1`. */
export function* misspelledReferences(graph: GraphView<'requirement'>): Generator<Misspelled> {
  const plain = (id: string) => id.toUpperCase().replace(/[-_.]+/g, '-');
  const meant = new Map(graph.nodes('requirement').map(({ id }) => [plain(id), id]));
  for (const [id, [first, ...others]] of unknownReferences(graph)) {
    const known = meant.get(plain(id));
    if (first && known !== undefined) yield { id, meant: known, first, others };
  }
}
