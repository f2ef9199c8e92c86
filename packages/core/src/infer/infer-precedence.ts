import type { Part, Place } from '@iama/model';
import type { PrecedenceList } from '../readers/precedence/precedence.ts';

export interface RankedDocument {
  readonly rank: number;
  /** Where the list says so. */
  readonly at: Place;
}

/** Every list a document states, with the paths its entries mean. */
export interface ResolvedPrecedence {
  readonly at: Place;
  readonly entries: readonly {
    readonly rank: number;
    readonly at: Place;
    readonly said: string;
    readonly paths: readonly string[];
  }[];
}

/**
 * The paths that the entries of all precedence lists mean: by name, else every document of the kind the entry speaks of.
 * An entry that means no document keeps an empty list.
 */
export function resolvePrecedence(
  parts: readonly Part[],
  paths: readonly string[],
  roleOf: (path: string) => string | undefined = () => undefined,
): ResolvedPrecedence[] {
  return parts.map((part) => {
    const { entries } = part.data as PrecedenceList;
    return {
      at: part.at,
      entries: entries.map((entry) => {
        const named = entry.names.flatMap((name) => pathsOf(name, part.at.path, paths));
        const meant = named.length > 0 ? named : ofRole(entry, paths, roleOf);
        return { rank: entry.rank, said: entry.said, at: { ...part.at, line: entry.line }, paths: [...new Set(meant)] };
      }),
    };
  });
}

/** "PRD EN files (`V1_EN`, `V2_EN`)": documents of that kind, those with the marks in their names when any has one. */
function ofRole(
  entry: PrecedenceList['entries'][number],
  paths: readonly string[],
  roleOf: (path: string) => string | undefined,
): string[] {
  const ofKind = paths.filter((path) => (entry.roles as readonly string[] | undefined)?.includes(roleOf(path) ?? ''));
  const marks = (entry.marks ?? []).map((mark) => mark.toLowerCase());
  const marked = ofKind.filter((path) => marks.some((mark) => path.toLowerCase().includes(mark)));
  return marked.length > 0 ? marked : ofKind;
}

/**
 * The rank of each document, from the list that governs: of a workflow document first, then the one that ranks most
 * documents, then the first by path. Documents no list names have no rank.
 */
export function inferPrecedence(
  lists: readonly ResolvedPrecedence[],
  roleOf: (path: string) => string | undefined,
): Map<string, RankedDocument> {
  const known = (list: ResolvedPrecedence) => new Set(list.entries.flatMap(({ paths }) => paths)).size;
  const weight = (list: ResolvedPrecedence) => (roleOf(list.at.path) === 'workflow' ? 1000 : 0) + known(list);
  const [governing] = [...lists]
    .filter((list) => known(list) >= 2)
    .sort((a, b) => weight(b) - weight(a) || (a.at.path < b.at.path ? -1 : 1) || a.at.line - b.at.line);
  const ranks = new Map<string, RankedDocument>();
  for (const { paths, rank, at } of governing?.entries ?? []) {
    for (const path of paths) if (!ranks.has(path)) ranks.set(path, { rank, at });
  }
  return ranks;
}

/** A path as it is, relative to the document that says it, by its end, or by its file name alone; case does not count. */
function pathsOf(name: string, from: string, paths: readonly string[]): string[] {
  const wanted = name
    .replace(/^\.\//, '')
    .replace(/[#?].*$/, '')
    .toLowerCase();
  if (wanted === '') return [];
  const beside = normalise(`${from.slice(0, from.lastIndexOf('/') + 1)}${wanted}`.toLowerCase());
  const exact = paths.filter((path) => path.toLowerCase() === wanted || path.toLowerCase() === beside);
  if (exact.length > 0) return exact;
  const glob = wanted.endsWith('/') || wanted.includes('*');
  if (glob) {
    const start = wanted.replace(/\*.*$/, '');
    const end = wanted.includes('*') ? wanted.replace(/^.*\*/, '') : '';
    return paths.filter((path) => {
      const lower = path.toLowerCase();
      return (lower.startsWith(start) || lower.includes(`/${start}`)) && lower.endsWith(end);
    });
  }
  const ended = paths.filter((path) => path.toLowerCase().endsWith(`/${wanted}`));
  if (ended.length > 0) return ended;
  const stem = wanted.replace(/\.[a-z]+$/, '');
  return paths.filter((path) => (path.toLowerCase().split('/').pop() ?? '').replace(/\.[a-z]+$/, '') === stem);
}

function normalise(path: string): string {
  const out: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') out.pop();
    else if (segment !== '.' && segment !== '') out.push(segment);
  }
  return out.join('/');
}
