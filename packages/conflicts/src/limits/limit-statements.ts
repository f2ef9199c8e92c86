import type { GraphView, NodeFact } from '@iama/model';
import { assertingDocuments } from '../standing-documents.ts';

export type Statement = NodeFact<'statement'>;
type LimitGraph = GraphView<'statement' | 'config-key' | 'document'>;

const amendment = /\b(?:amend(?:ment|ed)|addend(?:um|a)|errat(?:um|a)|superseding|revision)\b|修订|修訂/i;

/** Numbers that hold: of standing documents, without what the same document amends further down. */
export function limitStatements(graph: LimitGraph): Statement[] {
  const asserting = assertingDocuments(graph);
  const all = [...graph.nodes('statement'), ...defaultsOf(graph)].filter(({ at }) => asserting.has(at.path));
  const amended = new Map<string, number>();
  for (const { id, at } of all) if (amendment.test(at.section ?? '')) amended.set(`${at.path}\u0000${id}`, at.line);
  return all.filter(({ id, at }) => {
    const line = amended.get(`${at.path}\u0000${id}`);
    return line === undefined || at.line >= line || amendment.test(at.section ?? '');
  });
}

/** Defaults of configuration keys that no row of a table has given already. */
function defaultsOf(graph: LimitGraph): Statement[] {
  return graph.nodes('config-key', { side: 'specified' }).flatMap((key): Statement[] => {
    const number = Number(key.attributes.default);
    if (key.attributes.default === undefined || Number.isNaN(number) || key.attributes.default.trim() === '') return [];
    const value = { form: 'number' as const, low: number, high: number };
    return [
      {
        kind: 'statement',
        id: `${key.id}/value/`,
        side: 'specified',
        at: key.at,
        attributes: {
          subject: key.id,
          attribute: 'value',
          by: 'identifier',
          bound: 'default',
          value,
          written: key.attributes.default,
          words: `${key.id}: default ${key.attributes.default}`,
          strength: 'NONE',
          qualifiers: [],
          ids: [],
        },
      },
    ];
  });
}
