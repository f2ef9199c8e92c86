import type { Connection } from '../connection.ts';

/**
 * The versions being built, when nobody says so: up to the highest version of which anything is implemented or verified;
 * the lowest when nothing is. Sorted as numbers sort; empty when no requirement has a version.
 */
export function builtVersions(connection: Connection): string[] {
  const rows = connection
    .prepare(
      `SELECT json_extract(node.attributes, '$.version') AS version, max(edge.kind IS NOT NULL) AS touched
       FROM node LEFT JOIN edge ON edge.to_kind = 'requirement' AND edge.to_id = node.id AND edge.kind IN ('implements', 'verifies')
       WHERE node.kind = 'requirement' AND version IS NOT NULL GROUP BY version`,
    )
    .all() as { version: string; touched: number }[];
  rows.sort((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }));
  const last = rows.findLastIndex((row) => row.touched === 1);
  return rows.slice(0, Math.max(last, 0) + 1).map((row) => row.version);
}
