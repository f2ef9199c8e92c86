import type { Problem } from '@iama/model';
import type { Connection } from '../connection.ts';
import { toProblem } from '../rows.ts';

/** What could not be read, in order of place. */
export function askProblems(connection: Connection): () => Problem[] {
  const all = connection.prepare('SELECT * FROM problem ORDER BY path, line, col, code, message');
  return () => (all.all() as Parameters<typeof toProblem>[0][]).map(toProblem);
}
