import type { GraphView, NodeFact, NodeKind } from '@iama/model';
import { standingDocuments } from './standing-documents.ts';

/** Kinds of nodes that texts count and list by a noun. */
export const countedKinds = [
  'table',
  'endpoint',
  'requirement',
  'state',
  'transition',
  'invariant',
  'decision',
  'error-code',
  'config-key',
] as const satisfies readonly NodeKind[];
export type CountedKind = (typeof countedKinds)[number];

const nouns: readonly (readonly [RegExp, CountedKind])[] = [
  [/\b(?:tables?|entit(?:y|ies))$/i, 'table'],
  [/\b(?:endpoints?|routes?)$/i, 'endpoint'],
  [/\brequirements?$/i, 'requirement'],
  [/\btransitions?$/i, 'transition'],
  [/\bstates?$/i, 'state'],
  [/\binvariants?$/i, 'invariant'],
  [/\b(?:adrs?|decision records?)$/i, 'decision'],
  [/\berror codes?$/i, 'error-code'],
  [/\b(?:settings?|config(?:uration)? keys?|configuration values?)$/i, 'config-key'],
];

/** The kind a noun phrase ends in: `core tables` → table. */
export function kindSaid(words: string): CountedKind | undefined {
  return nouns.find(([pattern]) => pattern.test(words.trim()))?.[1];
}

/** Everything of a kind that standing documents define, each id once a document. */
export function definedOf(
  graph: GraphView<CountedKind | 'document'>,
  kind: CountedKind,
): readonly NodeFact<CountedKind>[] {
  return graph.once(`conflicts/defined ${kind}`, () => {
    const standing = standingDocuments(graph);
    const seen = new Set<string>();
    return graph.nodes(kind, { side: 'specified' }).filter(({ id, at }) => {
      const key = `${at.path}\u0000${id}`;
      return standing.has(at.path) && !seen.has(key) && seen.add(key);
    });
  });
}

/** The version of a node: its own, the one in its id or path, or that of its document. */
export function versionOf(
  graph: GraphView<'document'>,
  { id, at, attributes }: NodeFact<CountedKind>,
): string | undefined {
  const own = 'version' in attributes ? attributes.version : undefined;
  const said = /\/v(\d+)\//i.exec(id)?.[1] ?? /^V(\d+)-/.exec(id)?.[1];
  return (
    own ?? (said === undefined ? undefined : `V${said}`) ?? standingDocuments(graph).get(at.path)?.attributes.scope
  );
}
