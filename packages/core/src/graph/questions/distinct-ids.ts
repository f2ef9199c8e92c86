import type { NodeKind } from '@iama/model';
import type { Connection } from '../connection.ts';

/** The ids of a kind, each once, sorted. Served by the index alone. */
export function askDistinctIds(connection: Connection): (kind: NodeKind) => string[] {
  const ids = connection.prepare('SELECT DISTINCT id FROM node WHERE kind = ? ORDER BY id').pluck();
  return (kind) => ids.all(kind) as string[];
}
