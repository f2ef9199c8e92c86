import type { Place } from '@iama/model';
import type { ColumnDefinition } from '@iama/sql';

/** A column as a model in code declares it. Names of other models stand until all files are known. */
export interface ModelColumn {
  /** What code calls it. */
  readonly key: string;
  readonly column: ColumnDefinition;
  readonly primary?: boolean;
  readonly unique?: boolean;
  /** The variable or class of the enumeration its type is. */
  readonly enumeration?: string;
  /** The variable or class of the table it references, and what code calls the column there; its key, when that is not said. */
  readonly references?: { readonly model: string; readonly key?: string };
}

/** Columns that several models share: a base class, a spread object. */
export interface ModelTable {
  /** The variable or class. */
  readonly name: string;
  /** Absent: no table of its own, only columns for others. */
  readonly table?: string;
  readonly at: Place;
  readonly columns: readonly ModelColumn[];
  /** Models whose columns it takes over. */
  readonly takes: readonly string[];
  readonly primaryKey?: readonly string[];
  readonly unique?: readonly (readonly string[])[];
  readonly indexes?: readonly { readonly columns: readonly string[]; readonly unique: boolean }[];
}

export interface ModelEnum {
  readonly name: string;
  /** The name in the database. */
  readonly type: string;
  readonly values: readonly string[];
  readonly at: Place;
}

/** What one file declares of a schema. */
export interface ModelPart {
  /** The framework: the `origin` of the facts. */
  readonly origin: string;
  /** Prisma: its schema may be spread over a folder, and is read whole. */
  readonly prisma?: { readonly folder: string; readonly text: string };
  readonly tables: readonly ModelTable[];
  readonly enums: readonly ModelEnum[];
  /** Absent: PostgreSQL. */
  readonly dialect?: string;
}
