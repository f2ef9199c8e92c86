import type { Connection } from '../connection.ts';

/** Paths of the code files that are tests. */
export function testFiles(connection: Connection): Set<string> {
  const rows = connection
    .prepare(`SELECT id FROM node WHERE kind = 'file' AND json_extract(attributes, '$.test')`)
    .pluck();
  return new Set(rows.all() as string[]);
}
