import { createHash } from 'node:crypto';
import type { Settings } from '@iama/model';
import type { Connection } from '../graph/connection.ts';
import { createNew, inTransaction, isDamaged, isUnwritable, openExisting } from '../graph/connection.ts';
import type { Graph } from '../graph/graph.ts';
import { openGraph } from '../graph/graph.ts';
import { indexes } from '../graph/schema.ts';
import type { StoredSource } from '../graph/stored-sources.ts';
import { storedMeta, storedSources } from '../graph/stored-sources.ts';
import type { FactWriter } from '../graph/write-facts.ts';
import { factWriter } from '../graph/write-facts.ts';
import type { ResolvingOptions } from '../resolve/resolve-graph.ts';
import { resolveGraph } from '../resolve/resolve-graph.ts';
import { storeSource } from './store-source.ts';
import type { WantedOptions, WantedSource } from './wanted-source.ts';
import { isUnchanged, listWanted } from './wanted-source.ts';

export interface BuildOptions extends WantedOptions, ResolvingOptions {
  readonly settings: Settings;
  /** Changes exactly when `standingOf` answers otherwise. */
  readonly standings: string;
  /** Absolute file of the graph; undefined builds in memory. */
  readonly file: string | undefined;
  /** Called while sources are read. */
  progress?(done: number, total: number): void;
}

export interface Built {
  readonly graph: Graph;
  /** How many sources were read anew: 0 when nothing changed. */
  readonly read: number;
  /** Sentences a person should see, as that the folder is read-only and nothing was kept. */
  readonly notes: readonly string[];
}

/**
 * Reads what changed since the graph was last built, resolves, and opens the graph. The graph is a cache: where it can't be
 * kept (read-only folder, full disk) it is built in memory and said so. Throws `GraphBusyError` when another process does
 * not let go of it.
 *
 * @implements IAMA-GRAPH-001
 * @implements IAMA-GRAPH-002
 */
export async function buildGraph(options: BuildOptions): Promise<Built> {
  const wanted = await listWanted(options);
  if (options.file !== undefined) {
    try {
      return (await refresh(options, options.file, wanted)) ?? (await buildNew(options, options.file, wanted, []));
    } catch (cause) {
      if (isDamaged(cause)) return buildNew(options, options.file, wanted, ['The graph was damaged and is built anew']);
      if (!isUnwritable(cause)) throw cause;
      const reason = (cause as { code?: string }).code ?? 'unknown error';
      return buildNew(options, undefined, wanted, [
        `The graph can't be kept in \`.iama/\` (${reason}); it was built in memory`,
      ]);
    }
  }
  return buildNew(options, undefined, wanted, []);
}

/** Brings an existing graph up to date; undefined when there is none worth keeping. */
async function refresh(
  options: BuildOptions,
  file: string,
  wanted: readonly WantedSource[],
): Promise<Built | undefined> {
  const existing = openExisting(file, false);
  if (!existing) return undefined;
  existing.exec('BEGIN');
  const stored = storedSources(existing);
  const suspects = wanted.filter((source) => !isUnchanged(source, stored.get(source.path)));
  const gone = countGone(wanted, stored);
  if (suspects.length === 0 && gone === 0 && storedMeta(existing, 'resolving') === resolvingKey(options)) {
    return { graph: openGraph(existing, options.settings), read: 0, notes: [] };
  }
  existing.close();
  if (suspects.length > wanted.length / 2) return undefined;
  await prepare(suspects);
  const writable = openExisting(file, true);
  if (!writable) return undefined;
  const read = inTransaction(writable, () => update(writable, options, wanted));
  writable.exec('BEGIN');
  return { graph: openGraph(writable, options.settings), read, notes: [] };
}

function update(connection: Connection, options: BuildOptions, wanted: readonly WantedSource[]): number {
  const stored = storedSources(connection);
  const writer = factWriter(connection);
  const paths = new Set(wanted.map((source) => source.path));
  for (const path of stored.keys()) if (!paths.has(path)) writer.removeSource(path);
  const suspects = wanted.filter((source) => !isUnchanged(source, stored.get(source.path)));
  const changed: number[] = [];
  for (const [index, source] of suspects.entries()) {
    options.progress?.(index, suspects.length);
    const owner = storeSource(options.root, writer, source, stored.get(source.path));
    if (owner !== undefined) changed.push(owner);
  }
  finish(connection, writer, options, changed);
  return changed.length;
}

async function buildNew(
  options: BuildOptions,
  file: string | undefined,
  wanted: readonly WantedSource[],
  notes: readonly string[],
): Promise<Built> {
  await prepare(wanted);
  const fresh = createNew(file);
  try {
    inTransaction(fresh.connection, () => {
      const writer = factWriter(fresh.connection);
      const owners: number[] = [];
      for (const [index, source] of wanted.entries()) {
        options.progress?.(index, wanted.length);
        const owner = storeSource(options.root, writer, source, undefined);
        if (owner !== undefined) owners.push(owner);
      }
      fresh.connection.exec(indexes);
      finish(fresh.connection, writer, options, owners);
    });
    const connection = fresh.commit();
    connection.exec('BEGIN');
    return { graph: openGraph(connection, options.settings), read: wanted.length, notes };
  } catch (cause) {
    fresh.discard();
    throw cause;
  }
}

function finish(connection: Connection, writer: FactWriter, options: BuildOptions, changed: readonly number[]): void {
  resolveGraph(connection, writer, options, changed);
  const hash = createHash('sha256').update(resolvingKey(options));
  for (const source of [...storedSources(connection).values()].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`\0${source.path}\0${source.hash}\0${source.reading}`);
  }
  writer.setMeta('key', hash.digest('hex').slice(0, 16));
  writer.setMeta('resolving', resolvingKey(options));
}

function resolvingKey(options: BuildOptions): string {
  const resolvers = options.resolvers.map(({ name, version }) => `${name}@${version}`).join(' ');
  return `${options.edition} ${resolvers} ${JSON.stringify(options.resolverSettings)} ${options.standings}`;
}

function countGone(wanted: readonly WantedSource[], stored: ReadonlyMap<string, StoredSource>): number {
  const paths = new Set(wanted.map((source) => source.path));
  let gone = 0;
  for (const path of stored.keys()) if (!paths.has(path)) gone += 1;
  return gone;
}

async function prepare(sources: readonly WantedSource[]): Promise<void> {
  for (const reader of new Set(sources.flatMap((source) => source.readers))) await reader.prepare?.();
}
