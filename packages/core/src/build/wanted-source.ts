import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Reader, ReadingContext } from '@iama/model';
import type { StoredSource } from '../graph/stored-sources.ts';
import { listSources } from '../sources/list-sources.ts';

/** A file that some reader wants, as it stands on disk now. */
export interface WantedSource {
  readonly path: string;
  readonly size: number;
  readonly mtime: number;
  readonly context: ReadingContext;
  readonly readers: readonly Reader[];
  /** Readers, their versions, and context: facts read in another way are read again. */
  readonly reading: string;
}

export interface WantedOptions {
  /** Absolute folder of the repository. */
  readonly root: string;
  readonly readers: readonly Reader[];
  /** Version of the program: facts that another one read are read again. */
  readonly edition: string;
  /** What configuration says of a source; undefined leaves it out. */
  contextOf(path: string): ReadingContext | undefined;
}

/** Every file that some reader wants and configuration does not leave out, sorted by path. None is opened. */
export async function listWanted(options: WantedOptions): Promise<WantedSource[]> {
  const wanted: WantedSource[] = [];
  for (const path of await listSources(options.root)) {
    const readers = options.readers.filter((reader) => reader.accepts(path));
    const context = readers.length > 0 ? options.contextOf(path) : undefined;
    if (!context) continue;
    const stat = statSync(join(options.root, path), { throwIfNoEntry: false });
    if (!stat?.isFile()) continue;
    const reading = `${options.edition} ${readers.map(({ name, version }) => `${name}@${version}`).join(' ')} ${JSON.stringify(context)}`;
    wanted.push({ path, size: stat.size, mtime: Math.floor(stat.mtimeMs), context, readers, reading });
  }
  return wanted;
}

/** True when nothing says that the source changed since it was stored. */
export function isUnchanged(source: WantedSource, stored: StoredSource | undefined): boolean {
  return (
    stored !== undefined &&
    stored.size === source.size &&
    stored.mtime === source.mtime &&
    stored.reading === source.reading
  );
}
