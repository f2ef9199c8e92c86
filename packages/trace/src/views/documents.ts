import { defineView } from '@iama/gate';
import type { GraphView, NodeKind } from '@iama/model';

/** Kinds that a person counts in a document, and what they are called. */
const counted = [
  ['requirement', 'requirements'],
  ['endpoint', 'endpoints'],
  ['error-code', 'error codes'],
  ['table', 'tables'],
  ['config-key', 'configuration keys'],
  ['state', 'states'],
  ['transition', 'transitions'],
  ['decision', 'decisions'],
  ['item', 'items'],
  ['invariant', 'invariants'],
] as const satisfies readonly (readonly [NodeKind, string])[];

/** What each document was taken for, why, and what was found in it. */
export const documents = defineView({
  id: 'trace/documents',
  title: 'Documents',
  reads: ['document', ...counted.map(([kind]) => kind)],
  columns: [
    { key: 'path', title: 'Document' },
    { key: 'role', title: 'Taken for' },
    { key: 'rank', title: 'Rank' },
    { key: 'holds', title: 'Holds' },
    { key: 'why', title: 'Because' },
  ],
  *rows(graph) {
    const holds = contents(graph);
    for (const document of graph.nodes('document')) {
      const { role, rank, reason, translationOf, copyOf } = document.attributes;
      const twin = translationOf ? ` (translates ${translationOf})` : copyOf ? ` (a copy of ${copyOf})` : '';
      yield {
        path: { text: document.at.path, at: document.at },
        role: { text: `${role}${twin}` },
        rank: { text: rank === undefined ? '' : String(rank) },
        holds: { text: holds.get(document.at.path)?.join(', ') ?? '' },
        why: { text: reason },
      };
    }
  },
});

function contents(graph: GraphView): Map<string, string[]> {
  const holds = new Map<string, string[]>();
  for (const [kind, name] of counted) {
    const counts = new Map<string, number>();
    for (const { at } of graph.nodes(kind, { side: 'specified' })) counts.set(at.path, (counts.get(at.path) ?? 0) + 1);
    for (const [path, count] of counts) {
      const words = `${count} ${count === 1 ? name.replace(/s$/, '') : name}`;
      holds.set(path, [...(holds.get(path) ?? []), words]);
    }
  }
  return holds;
}
