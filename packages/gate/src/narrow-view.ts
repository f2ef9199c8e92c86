import type { GraphView, NodeKind } from '@iama/model';

/** The same graph, on which a question about an undeclared kind throws: `reads` can't lie, whatever the types were told. */
export function narrowView(graph: GraphView, reads: readonly NodeKind[], reader: string): GraphView {
  const allowed = new Set(reads);
  const check = (kind: NodeKind) => {
    if (!allowed.has(kind)) throw new Error(`${reader} reads \`${kind}\` without declaring it`);
  };
  return {
    settings: graph.settings,
    nodes: (kind, filter) => {
      check(kind);
      return graph.nodes(kind, filter);
    },
    node: (kind, id) => {
      check(kind);
      return graph.node(kind, id);
    },
    edgesFrom: (node, kind) => graph.edgesFrom(node, kind),
    edgesTo: (node, kind) => graph.edgesTo(node, kind),
    edges: (kind) => graph.edges(kind),
    mentions: (filter) => graph.mentions(filter),
    nearest: (kind, id) => {
      check(kind);
      return graph.nearest(kind, id);
    },
    problems: () => graph.problems(),
    once: (name, compute) => graph.once(name, compute),
  };
}
