import type { MigrationPart } from './migration-part.ts';

/** One migration file with what it says. */
export interface MigrationFile {
  readonly path: string;
  readonly part: MigrationPart;
}

/** One database: the migrations that run against it, in the order they run. */
export interface MigrationSet {
  readonly folder: string;
  readonly up: readonly MigrationFile[];
  readonly down: readonly MigrationFile[];
  readonly provider?: string;
}
