import type { GraphView, Settings } from '@iama/model';
import type { Connection } from './connection.ts';
import { KnownWords } from './nearest-word.ts';
import { askCounts } from './questions/counts.ts';
import { askDistinctIds } from './questions/distinct-ids.ts';
import { askEdges } from './questions/edges.ts';
import { askMentions } from './questions/mentions.ts';
import { askNodes } from './questions/nodes.ts';
import { askProblems } from './questions/problems.ts';
import { storedMeta } from './stored-sources.ts';

/** A built graph: questions on it, and its key. */
export interface Graph extends GraphView {
  /** 16 hex digits of every source's path and content, readers and configuration. */
  readonly key: string;
  /** How many nodes of each kind; sources under `sources`. */
  counts(): Record<string, number>;
  close(): void;
}

/** Answers questions on an open graph. */
export function openGraph(connection: Connection, settings: Settings): Graph {
  const nodes = askNodes(connection);
  const edges = askEdges(connection);
  const computed = new Map<string, unknown>();
  const once = <T>(name: string, compute: () => T): T => {
    if (!computed.has(name)) computed.set(name, compute());
    return computed.get(name) as T;
  };
  const distinctIds = askDistinctIds(connection);
  const sideOrder = ['specified', 'observed', 'recorded'];
  const built = JSON.parse(storedMeta(connection, 'versions') ?? '[]') as string[];
  return {
    settings: settings.versions.length > 0 ? settings : { ...settings, versions: built },
    key: storedMeta(connection, 'key') ?? '',
    nodes,
    node: (kind, id) => nodes(kind, { id }).sort((a, b) => sideOrder.indexOf(a.side) - sideOrder.indexOf(b.side))[0],
    edgesFrom: edges.from,
    edgesTo: edges.to,
    edges: edges.ofKind,
    mentions: askMentions(connection),
    nearest: (kind, id) => once(`nearest ${kind}`, () => new KnownWords(distinctIds(kind))).nearest(id),
    problems: askProblems(connection),
    once,
    counts: askCounts(connection),
    close: () => connection.close(),
  };
}
