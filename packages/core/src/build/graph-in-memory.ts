import { createHash } from 'node:crypto';
import type { Reader, ReadingContext, Settings, Source } from '@iama/model';
import { createNew, inTransaction } from '../graph/connection.ts';
import type { Graph } from '../graph/graph.ts';
import { openGraph } from '../graph/graph.ts';
import { indexes } from '../graph/schema.ts';
import { factWriter } from '../graph/write-facts.ts';
import type { ResolvingOptions } from '../resolve/resolve-graph.ts';
import { resolveGraph } from '../resolve/resolve-graph.ts';

export interface MemoryOptions extends ResolvingOptions {
  readonly sources: readonly Source[];
  readonly readers: readonly Reader[];
  readonly settings: Settings;
  contextOf(path: string): ReadingContext | undefined;
}

/** The graph of sources that are values: the same as of the same files on disk. */
export async function graphInMemory(options: MemoryOptions): Promise<Graph> {
  const read = options.sources.flatMap((source) => {
    const context = options.contextOf(source.path);
    const readers = options.readers.filter((reader) => reader.accepts(source.path));
    return context && readers.length > 0 ? [{ source, context, readers }] : [];
  });
  for (const reader of new Set(read.flatMap(({ readers }) => readers))) await reader.prepare?.();
  const { connection } = createNew(undefined);
  inTransaction(connection, () => {
    const writer = factWriter(connection);
    const owners: number[] = [];
    for (const { source, context, readers } of read) {
      const hash = createHash('sha256').update(source.text).digest('hex');
      const owner = writer.addSource({ path: source.path, size: source.text.length, mtime: 0, hash, reading: '' });
      owners.push(owner);
      for (const reader of readers) writer.addFacts(owner, reader.read(source, context));
    }
    connection.exec(indexes);
    resolveGraph(connection, writer, options, owners);
    writer.setMeta('key', createHash('sha256').update(JSON.stringify(options.sources)).digest('hex').slice(0, 16));
  });
  return openGraph(connection, options.settings);
}
