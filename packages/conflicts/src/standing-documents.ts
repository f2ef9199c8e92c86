import type { GraphView, NodeFact } from '@iama/model';

type Document = NodeFact<'document'>;

const kept =
  /(?:^|[/_.-])(?:change-?log|changes|history|release-?notes?|news|archived?|deprecated|old|legacy|obsolete|attic|blog|posts?|minutes|meetings?|retro(?:spective)?s?|journal|migrations?|upgrad(?:e|ing)|examples?|samples?|templates?|fixtures?|test-?data)(?=[/_.-]|$)/i;

/**
 * Documents that say what holds now, by path: no copies, no translations, no archives, change logs, examples or templates.
 */
export function standingDocuments(graph: GraphView<'document'>): ReadonlyMap<string, Document> {
  return graph.once('conflicts/standing', () => {
    const documents = graph
      .nodes('document')
      .filter(({ attributes }) => !attributes.translationOf && !attributes.copyOf);
    return new Map(
      documents
        .filter(({ at }) => !kept.test(at.path) && !isVersionedCopy(at.path))
        .map((document) => [document.at.path, document]),
    );
  });
}

/** `docs/v1.2/guide.md`, `versioned_docs/version-3/…`: what held in another release. */
function isVersionedCopy(path: string): boolean {
  return /(?:^|\/)(?:versioned_docs|versions?-?\d|v?\d+\.\d+(?:\.[\dx]+)?|v\d+)\//i.test(path);
}

/** Every document, by path. */
export function documentsByPath(graph: GraphView<'document'>): ReadonlyMap<string, Document> {
  return graph.once(
    'conflicts/documents',
    () => new Map(graph.nodes('document').map((document) => [document.at.path, document])),
  );
}

/** True when two documents are about two versions, so that what they say may differ. */
export function otherScope(a: Document | undefined, b: Document | undefined): boolean {
  const [one, other] = [a?.attributes.scope, b?.attributes.scope];
  return one !== undefined && other !== undefined && one !== other;
}
