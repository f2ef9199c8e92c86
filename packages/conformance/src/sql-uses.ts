import type { EdgeFact, GraphView } from '@iama/model';

/** Reads and writes of tables or columns that stand in SQL of code; tests may use what they like. Each name once a file. */
export function sqlUses(
  graph: GraphView<'file' | 'table' | 'column' | 'document'>,
  kind: 'table' | 'column',
): EdgeFact[] {
  const tests = new Set(graph.nodes('file').flatMap((file) => (file.attributes.test ? [file.id] : [])));
  const seen = new Set<string>();
  const uses: EdgeFact[] = [];
  for (const verb of ['writes', 'reads'] as const) {
    for (const edge of graph.edges(verb)) {
      const key = `${edge.at.path}\0${edge.to.id.toLowerCase()}`;
      if (edge.to.kind !== kind || tests.has(edge.at.path) || seen.has(key)) continue;
      seen.add(key);
      uses.push(edge);
    }
  }
  return uses;
}
