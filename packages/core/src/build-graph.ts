import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Reader, ReadingContext, Resolver, ResolverSettings, Settings } from '@iama/model';
import type { Connection } from './graph/connection.ts';
import { createNew, inTransaction, isDamaged, isUnwritable, openExisting } from './graph/connection.ts';
import type { Graph } from './graph/graph.ts';
import { openGraph } from './graph/graph.ts';
import { indexes } from './graph/schema.ts';
import type { StoredSource } from './graph/stored-sources.ts';
import { storedMeta, storedSources } from './graph/stored-sources.ts';
import type { FactWriter } from './graph/write-facts.ts';
import { factWriter } from './graph/write-facts.ts';
import { resolveGraph } from './resolve/resolve-graph.ts';
import { listSources } from './sources/list-sources.ts';
import { readSource } from './sources/read-source.ts';

export interface BuildOptions {
  /** Absolute folder of the repository. */
  readonly root: string;
  readonly readers: readonly Reader[];
  readonly resolvers: readonly Resolver[];
  readonly settings: Settings;
  readonly resolverSettings: ResolverSettings;
  /** What configuration says of a source; undefined leaves it out. */
  contextOf(path: string): ReadingContext | undefined;
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

interface Wanted {
  readonly path: string;
  readonly size: number;
  readonly mtime: number;
  readonly context: ReadingContext;
  readonly readers: readonly Reader[];
  readonly reading: string;
}

/**
 * Reads what changed since the graph was last built, resolves, and opens the graph. The graph is a cache: where it can't be
 * kept (read-only folder, full disk) it is built in memory and said so. Throws `GraphBusyError` when another process does
 * not let go of it.
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

async function listWanted(options: BuildOptions): Promise<Wanted[]> {
  const wanted: Wanted[] = [];
  for (const path of await listSources(options.root)) {
    const readers = options.readers.filter((reader) => reader.accepts(path));
    if (readers.length === 0) continue;
    const context = options.contextOf(path);
    if (!context) continue;
    const stat = statSync(join(options.root, path), { throwIfNoEntry: false });
    if (!stat?.isFile()) continue;
    const reading = `${readers.map(({ name, version }) => `${name}@${version}`).join(' ')} ${JSON.stringify(context)}`;
    wanted.push({ path, size: stat.size, mtime: Math.floor(stat.mtimeMs), context, readers, reading });
  }
  return wanted;
}

/** Brings an existing graph up to date; undefined when there is none worth keeping. */
async function refresh(options: BuildOptions, file: string, wanted: readonly Wanted[]): Promise<Built | undefined> {
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

function update(connection: Connection, options: BuildOptions, wanted: readonly Wanted[]): number {
  const stored = storedSources(connection);
  const writer = factWriter(connection);
  const paths = new Set(wanted.map((source) => source.path));
  for (const path of stored.keys()) if (!paths.has(path)) writer.removeSource(path);
  const suspects = wanted.filter((source) => !isUnchanged(source, stored.get(source.path)));
  const changed: number[] = [];
  for (const [index, source] of suspects.entries()) {
    options.progress?.(index, suspects.length);
    const owner = store(options.root, writer, source, stored.get(source.path));
    if (owner !== undefined) changed.push(owner);
  }
  finish(connection, writer, options, changed);
  return changed.length;
}

async function buildNew(
  options: BuildOptions,
  file: string | undefined,
  wanted: readonly Wanted[],
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
        const owner = store(options.root, writer, source, undefined);
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
  resolveGraph(connection, writer, options.resolvers, options.resolverSettings, changed);
  const hash = createHash('sha256').update(resolvingKey(options));
  for (const source of [...storedSources(connection).values()].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`\0${source.path}\0${source.hash}\0${source.reading}`);
  }
  writer.setMeta('key', hash.digest('hex').slice(0, 16));
  writer.setMeta('resolving', resolvingKey(options));
}

function resolvingKey(options: BuildOptions): string {
  const resolvers = options.resolvers.map(({ name, version }) => `${name}@${version}`).join(' ');
  return `${resolvers} ${JSON.stringify(options.resolverSettings)}`;
}

/** Reads one source and stores what it says; undefined when its content turns out to be the same. */
function store(root: string, writer: FactWriter, source: Wanted, known: StoredSource | undefined): number | undefined {
  const content = readSource(root, source.path);
  const mtime = settled(source.mtime);
  if (known && known.hash === content.hash && known.reading === source.reading) {
    writer.touchSource(source.path, source.size, mtime);
    return undefined;
  }
  if (known) writer.removeSource(source.path);
  const { path, size, reading } = source;
  const owner = writer.addSource({ path, size, mtime, hash: content.hash, reading });
  if ('failure' in content) {
    const hides = [...new Set(source.readers.flatMap((reader) => reader.gives))];
    writer.addFacts(owner, { problems: [{ at: { path, line: 1, column: 1 }, ...content.failure, hides }] });
    return owner;
  }
  for (const reader of source.readers) {
    writer.addFacts(owner, reader.read({ path, text: content.text }, source.context));
  }
  return owner;
}

/** A file written in the last two seconds can change again without its time moving: remember no time for it. */
function settled(mtime: number): number {
  return mtime > Date.now() - 2000 ? 0 : mtime;
}

function isUnchanged(source: Wanted, stored: StoredSource | undefined): boolean {
  return (
    stored !== undefined &&
    stored.size === source.size &&
    stored.mtime === source.mtime &&
    stored.reading === source.reading
  );
}

function countGone(wanted: readonly Wanted[], stored: ReadonlyMap<string, StoredSource>): number {
  const paths = new Set(wanted.map((source) => source.path));
  let gone = 0;
  for (const path of stored.keys()) if (!paths.has(path)) gone += 1;
  return gone;
}

async function prepare(sources: readonly Wanted[]): Promise<void> {
  for (const reader of new Set(sources.flatMap((source) => source.readers))) await reader.prepare?.();
}
