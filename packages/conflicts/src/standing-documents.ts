import type { GraphView, NodeFact } from '@iama/model';

type Document = NodeFact<'document'>;

const past =
  /(?:^|[/_.-])(?:change-?logs?|changes|history|release-?notes?|news|archived?|deprecated|old|legacy|obsolete|attic|blog|posts?|minutes|meetings?|retro(?:spective)?s?|journal|migrations?|upgrad(?:e|ing)|examples?|samples?|templates?|fixtures?|test-?data|prompts?)(?=[/_.-]|$)/i;
const told =
  /(?:^|[/_.-])(?:reports?|summary|summaries|results?|reviews?|audits?|evaluations?|heuristic|research|status|progress|week-?\d*|daily|day-?\d*|completion|completed|benchmarks?|dispatch|inspiration|stories|story|oteps?|rfcs?|proposals?|keps?|eips?|experiments?|analysis|findings|lessons|webinar|demo|rollout|canary|launch|tutorials?|monitoring)(?=[/_.-]|$)/i;
const tools = /(?:^|\/)\.(?!kiro\/specs|specify\/specs)[^/]+\//;

/**
 * Documents that say what holds now, by path: no copies, no translations, no archives, change logs, examples, templates or
 * settings of tools, and of several releases of one document the newest.
 */
export function standingDocuments(graph: GraphView<'document'>): ReadonlyMap<string, Document> {
  return graph.once('conflicts/standing', () => {
    const documents = graph
      .nodes('document')
      .filter(({ at, attributes }) => !attributes.translationOf && !attributes.copyOf && isKept(at.path));
    const newest = newestReleases(documents.map(({ at }) => at.path));
    return new Map(documents.filter(({ at }) => newest.has(at.path)).map((document) => [document.at.path, document]));
  });
}

/** Standing documents that lay down what holds: reports, reviews, research, proposals and tasks only tell. */
export function assertingDocuments(graph: GraphView<'document'>): ReadonlyMap<string, Document> {
  return graph.once(
    'conflicts/asserting',
    () =>
      new Map(
        [...standingDocuments(graph)].filter(
          ([path, { attributes }]) => attributes.rank !== undefined || !told.test(path),
        ),
      ),
  );
}

/** True unless the path says that a document is history, an example or a setting of a tool. */
export function isKept(path: string): boolean {
  return !past.test(path) && !tools.test(path);
}

/** Of paths that differ in a release only (`docs/v1.2/guide.md`, `versioned_docs/version-3/…`), the one of the last release. */
function newestReleases(paths: readonly string[]): Set<string> {
  const release = /(?<=^|\/)(?:versioned_docs\/)?v(?:ersion)?s?-?(\d+(?:\.[\dx]+)*)(?=\/)/i;
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const key = path.replace(release, 'v').toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), path]);
  }
  const number = (path: string) =>
    (release.exec(path)?.[1] ?? '')
      .split('.')
      .map((part) => part.padStart(4, '0'))
      .join('.');
  const last = [...groups.values()].map((group) => group.sort((a, b) => (number(a) < number(b) ? -1 : 1)).at(-1) ?? '');
  return new Set(last);
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
