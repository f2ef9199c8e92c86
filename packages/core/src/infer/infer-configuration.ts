import type { Configuration, GraphView } from '@iama/model';
import { idPattern } from './id-pattern.ts';

/**
 * What was inferred of a repository, and how much of it was understood.
 *
 * @implements IAMA-CLI-005
 */
export interface InferredConfiguration {
  readonly configuration: Configuration;
  /** Why each document has its role, by path: said beside it in the file. */
  readonly reasons: ReadonlyMap<string, string>;
  /** Sentences about coverage: how many requirements in how many documents, which lines did not parse. */
  readonly coverage: readonly string[];
}

type InitGraph = GraphView<'document' | 'requirement' | 'malformed-id' | 'file' | 'migration' | 'endpoint' | 'table'>;

/** Everything `iama init` writes, from a graph that was built without configuration. */
export function inferConfiguration(graph: InitGraph): InferredConfiguration {
  const documents = graph.nodes('document');
  const requirements = graph.nodes('requirement');
  const files = graph.nodes('file');
  const holding = new Set(
    [
      ...requirements,
      ...graph.nodes('endpoint', { side: 'specified' }),
      ...graph.nodes('table', { side: 'specified' }),
    ].map(({ at }) => at.path),
  );
  const told = documents.filter(
    ({ at, attributes }) =>
      attributes.rank !== undefined || holding.has(at.path) || !['other', 'index'].includes(attributes.role),
  );
  const code = folders(files.filter(({ attributes }) => !attributes.test).map(({ at }) => at.path));
  const tests = testGlobs(files.filter(({ attributes }) => attributes.test).map(({ at }) => at.path));
  const migrations = [...new Set(graph.nodes('migration').map(({ at }) => parent(at.path)))].sort();
  const ids = [...new Set(requirements.flatMap(({ id }) => idPattern(id) ?? []))].sort();
  const { versions } = graph.settings;
  const configuration: Configuration = {
    documents: [...told].sort(byRank).map(({ at, attributes }) => ({
      path: at.path,
      role: attributes.role,
      ...(attributes.rank === undefined ? {} : { rank: attributes.rank }),
      ...(attributes.translationOf === undefined ? {} : { translationOf: attributes.translationOf }),
    })),
    ...(ids.length > 0 ? { ids } : {}),
    code: files.length > 0 ? code : false,
    ...(tests.length > 0 ? { tests } : {}),
    ...(migrations.length > 0 ? { migrations } : {}),
    ...(versions.length > 0 ? { versions: [...versions] } : {}),
    records: `${documentFolder(told.map(({ at }) => at.path))}trace`,
  };
  const reasons = new Map(told.map(({ at, attributes }) => [at.path, attributes.reason]));
  return { configuration, reasons, coverage: coverageOf(graph, requirements, told.length, documents.length) };
}

function coverageOf(
  graph: InitGraph,
  requirements: readonly { id: string; at: { path: string } }[],
  told: number,
  all: number,
): string[] {
  const ids = new Set(requirements.map(({ id }) => id)).size;
  const paths = new Set(requirements.map(({ at }) => at.path)).size;
  const malformed = graph.nodes('malformed-id').map(({ at }) => `${at.path}:${at.line}`);
  const lines =
    malformed.length === 1
      ? '1 line looks like an id but does not parse'
      : `${malformed.length} lines look like ids but do not parse`;
  return [
    `${ids} requirement ${ids === 1 ? 'id' : 'ids'} in ${paths} ${paths === 1 ? 'document' : 'documents'}; ${lines}${malformed.length > 0 ? ` (${malformed.join(', ')})` : ''}`,
    `${told} of ${all} documents have a role`,
    ...graph.problems().map(({ at, message }) => `${at.path}:${at.line} ${message}`),
  ];
}

interface Ranked {
  readonly at: { readonly path: string };
  readonly attributes: { readonly rank?: number | undefined };
}

function byRank(a: Ranked, b: Ranked): number {
  const order = (document: Ranked) => document.attributes.rank ?? Number.MAX_SAFE_INTEGER;
  return order(a) - order(b) || (a.at.path < b.at.path ? -1 : 1);
}

/** The topmost folders that hold the files; files at the top stand for themselves. */
function folders(paths: readonly string[]): string[] {
  return [...new Set(paths.map((path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : path)))].sort();
}

/** Test folders by name, and for tests that stand beside code their kind of name. */
function testGlobs(paths: readonly string[]): string[] {
  const globs = paths.map((path) => {
    const folder = /^(.*?\b(?:tests?|__tests__|spec|e2e|specs))\//i.exec(path)?.[1];
    if (folder) return folder;
    const name = path.split('/').pop() ?? path;
    const kind = /[._-](?:test|spec)\.\w+$|^test_/i.exec(name)?.[0] ?? name;
    return kind.startsWith('test_') ? '**/test_*' : kind === name ? path : `**/*${kind}`;
  });
  return [...new Set(globs)].sort();
}

function parent(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : path;
}

/** The folder most documents stand in, with its slash; empty for the top. */
function documentFolder(paths: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const folder = path.includes('/') ? `${path.slice(0, path.indexOf('/'))}/` : '';
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most?.[0] || 'docs/';
}
