import type { StoredSource } from '../graph/stored-sources.ts';
import type { FactWriter } from '../graph/write-facts.ts';
import { readSource } from '../sources/read-source.ts';
import type { WantedSource } from './wanted-source.ts';

/** Reads one source and stores what it says; undefined when its content turns out to be the one that is stored. */
export function storeSource(
  root: string,
  writer: FactWriter,
  source: WantedSource,
  known: StoredSource | undefined,
): number | undefined {
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
