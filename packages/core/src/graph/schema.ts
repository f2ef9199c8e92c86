/** Number of this schema; a graph with another number is rebuilt, never migrated. */
export const schemaNumber = 1;

/** `owner` is the source a fact came from (0: it was resolved from several), so that a changed source takes its facts along. */
export const tables = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE source (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, mtime INTEGER NOT NULL,
  hash TEXT NOT NULL, reading TEXT NOT NULL
) STRICT;
CREATE TABLE node (
  owner INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, side TEXT NOT NULL,
  path TEXT NOT NULL, line INTEGER NOT NULL, col INTEGER NOT NULL, section TEXT, attributes TEXT NOT NULL
) STRICT;
CREATE TABLE edge (
  owner INTEGER NOT NULL, kind TEXT NOT NULL, from_kind TEXT NOT NULL, from_id TEXT NOT NULL,
  to_kind TEXT NOT NULL, to_id TEXT NOT NULL, how TEXT NOT NULL,
  path TEXT NOT NULL, line INTEGER NOT NULL, col INTEGER NOT NULL, section TEXT, evidence TEXT NOT NULL,
  resolved INTEGER NOT NULL
) STRICT;
CREATE TABLE mention (
  owner INTEGER NOT NULL, form TEXT NOT NULL, token TEXT NOT NULL,
  path TEXT NOT NULL, line INTEGER NOT NULL, col INTEGER NOT NULL, section TEXT,
  within_kind TEXT, within_id TEXT, verb TEXT, negated INTEGER NOT NULL, range TEXT, context TEXT, evidence TEXT NOT NULL
) STRICT;
CREATE TABLE part (
  owner INTEGER NOT NULL, kind TEXT NOT NULL,
  path TEXT NOT NULL, line INTEGER NOT NULL, col INTEGER NOT NULL, data TEXT NOT NULL
) STRICT;
CREATE TABLE problem (
  owner INTEGER NOT NULL, code TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, col INTEGER NOT NULL,
  message TEXT NOT NULL, hides TEXT NOT NULL
) STRICT;
`;

/** Made after a cold build has stored its rows: several times faster than keeping them up row by row. */
export const indexes = `
CREATE INDEX IF NOT EXISTS node_by_kind ON node (kind, id);
CREATE INDEX IF NOT EXISTS node_by_owner ON node (owner);
CREATE INDEX IF NOT EXISTS edge_by_from ON edge (from_kind, from_id);
CREATE INDEX IF NOT EXISTS edge_by_to ON edge (to_kind, to_id);
CREATE INDEX IF NOT EXISTS edge_by_kind ON edge (kind);
CREATE INDEX IF NOT EXISTS edge_by_owner ON edge (owner);
CREATE INDEX IF NOT EXISTS mention_by_owner ON mention (owner);
CREATE INDEX IF NOT EXISTS mention_by_form ON mention (form);
CREATE INDEX IF NOT EXISTS part_by_kind ON part (kind);
CREATE INDEX IF NOT EXISTS part_by_owner ON part (owner);
CREATE INDEX IF NOT EXISTS problem_by_owner ON problem (owner);
`;
