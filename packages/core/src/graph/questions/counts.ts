import type { Connection } from '../connection.ts';

/** How many things of each kind and side there are, each id once: `requirement`, `endpoint (observed)`. Also `sources`. */
export function askCounts(connection: Connection): () => Record<string, number> {
  const rows = connection.prepare(
    'SELECT kind, side, count(DISTINCT id) AS n FROM node GROUP BY kind, side ORDER BY kind, side',
  );
  const sources = connection.prepare('SELECT count(*) FROM source').pluck();
  return () => {
    const counts: Record<string, number> = { sources: sources.get() as number };
    for (const { kind, side, n } of rows.all() as { kind: string; side: string; n: number }[]) {
      counts[side === 'specified' ? kind : `${kind} (${side})`] = n;
    }
    return counts;
  };
}
