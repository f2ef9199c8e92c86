import type { Connection } from './connection.ts';

/** What the graph knows of a source it has read. */
export interface StoredSource {
  readonly id: number;
  readonly path: string;
  readonly size: number;
  /** Milliseconds, with the fraction cut off. */
  readonly mtime: number;
  readonly hash: string;
  /** Readers, their versions and context it was read with. */
  readonly reading: string;
}

export function storedSources(connection: Connection): Map<string, StoredSource> {
  const rows = connection.prepare('SELECT * FROM source').all() as StoredSource[];
  return new Map(rows.map((row) => [row.path, row]));
}

export function storedMeta(connection: Connection, key: string): string | undefined {
  return connection.prepare('SELECT value FROM meta WHERE key = ?').pluck().get(key) as string | undefined;
}
