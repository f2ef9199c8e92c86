import type { Part } from '@iama/model';
import type { Connection } from '../connection.ts';
import { toPart } from '../rows.ts';

/** Parts of one kind, in order of path and line. */
export function askParts(connection: Connection): (kind: string) => Part[] {
  const rows = connection.prepare('SELECT * FROM part WHERE kind = ? ORDER BY path, line, col');
  return (kind) => (rows.all(kind) as Parameters<typeof toPart>[0][]).map(toPart);
}
