import type { SchemaChange } from '@iama/sql';

/** Where a migration stands among the others of its set. */
export interface MigrationOrder {
  /** `0`: numbered ones · `1`: those that run after all others, whenever they change (Flyway's `R__`). */
  readonly group: 0 | 1;
  /** `V1.2__x` → 1, 2; `20240101_x` → 20240101. Empty: no number in the name. */
  readonly numbers: readonly number[];
  readonly name: string;
  /** Frameworks that say it in the file: the revision, and those it comes after. */
  readonly revision?: string;
  readonly after?: readonly string[];
}

/** A statement nobody can read, or one that does what nobody can read. */
export interface Unread {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** It may shape a table. */
  readonly shapes: boolean;
}

/** What one migration file says: everything the resolver needs, and plain. */
export interface MigrationPart {
  /** Folder whose migrations run one after another against one database. */
  readonly set: string;
  readonly tool?: string;
  readonly direction: 'up' | 'down';
  /** The same file also says how to go back. */
  readonly hasDown?: boolean;
  readonly order: MigrationOrder;
  /** `postgresql`, or the dialect it is surely written in instead. */
  readonly dialect: string;
  /** Some words in it only PostgreSQL knows. */
  readonly postgres: boolean;
  readonly statements: number;
  readonly changes: readonly SchemaChange[];
  readonly unread: readonly Unread[];
  /** A whole schema as it stands, which counts only where no migrations are. */
  readonly dump?: boolean;
}
