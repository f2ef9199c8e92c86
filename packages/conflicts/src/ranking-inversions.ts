import type { GraphView, NodeFact, Place } from '@iama/model';
import { documentLookup } from './document-lookup.ts';
import { documentsByPath, standingDocuments } from './standing-documents.ts';

type Ranking = NodeFact<'ranking'>;
type RankingGraph = GraphView<'ranking' | 'document' | 'section'>;

interface Entry {
  readonly at: Place;
  readonly said: string;
  readonly paths: readonly string[];
}

export interface Inversion {
  /** The entry that stands too high. */
  readonly at: Place;
  readonly above: string;
  readonly below: string;
  readonly ranks: readonly [number, number];
  /** Where the precedence that governs says so; absent when configuration does. */
  readonly governing?: Place;
}

/** Lists that rank documents in another order than the precedence that governs, one inversion for each list. */
export function rankingInversions(graph: RankingGraph): Inversion[] {
  const standing = standingDocuments(graph);
  const rankings = graph.nodes('ranking').filter(({ at }) => standing.has(at.path));
  const resolved = rankings.map((ranking) => entriesOf(graph, ranking));
  const governing = [...resolved]
    .filter((entries) => !inversionIn(graph, entries))
    .sort((a, b) => rankedIn(graph, b) - rankedIn(graph, a))[0];
  return resolved.flatMap((entries) => {
    const inversion = inversionIn(graph, entries);
    if (!inversion) return [];
    const place = governing?.find(({ paths }) => paths.includes(inversion.below))?.at;
    return [{ ...inversion, ...(place ? { governing: place } : {}) }];
  });
}

function entriesOf(graph: RankingGraph, { at, attributes }: Ranking): Entry[] {
  return attributes.entries.map(({ said, names, line }) => ({
    at: { ...at, line },
    said,
    paths: [...new Set(names.flatMap((name) => pathsOf(graph, name, at.path)))],
  }));
}

function pathsOf(graph: RankingGraph, name: string, from: string): string[] {
  if (!name.includes('*')) return documentLookup(graph).named(name, from) ?? [];
  const [start = '', end = ''] = [name.slice(0, name.indexOf('*')), name.slice(name.lastIndexOf('*') + 1)].map((part) =>
    part.toLowerCase(),
  );
  return [...documentsByPath(graph).keys()].filter(
    (path) => path.toLowerCase().includes(start) && path.toLowerCase().endsWith(end),
  );
}

/** The first entry that stands above one the governing precedence ranks higher. */
function inversionIn(graph: RankingGraph, entries: readonly Entry[]): Omit<Inversion, 'governing'> | undefined {
  for (const [index, entry] of entries.entries()) {
    for (const above of entry.paths) {
      for (const below of entries.slice(index + 1).flatMap(({ paths }) => paths)) {
        const [high, low] = [rankOf(graph, above), rankOf(graph, below)];
        if (high !== undefined && low !== undefined && high > low)
          return { at: entry.at, above, below, ranks: [high, low] };
      }
    }
  }
  return undefined;
}

function rankedIn(graph: RankingGraph, entries: readonly Entry[]): number {
  return entries.flatMap(({ paths }) => paths).filter((path) => rankOf(graph, path) !== undefined).length;
}

function rankOf(graph: RankingGraph, path: string): number | undefined {
  return documentsByPath(graph).get(path)?.attributes.rank;
}
