export type UseMode = 'reads' | 'writes';

/** A table a statement reads or writes. Offsets are indices into the text the query was given as. */
export interface TableUse {
  readonly table: string;
  readonly mode: UseMode;
  readonly offset: number;
}

/** A column whose table is certain: a qualified name, or the only table in sight. */
export interface ColumnUse extends TableUse {
  readonly column: string;
}

/**
 * A column that may belong to any of several tables, the innermost first. With `open`, also to something nobody knows
 * the columns of; it says nothing then when no table has it.
 */
export interface OpenColumnUse {
  readonly column: string;
  readonly tables: readonly string[];
  readonly open: boolean;
  readonly mode: UseMode;
  readonly offset: number;
}

/** The tables and columns a text of SQL uses. */
export interface QueryUse {
  readonly tables: readonly TableUse[];
  readonly columns: readonly ColumnUse[];
  readonly open: readonly OpenColumnUse[];
  /** A hole may name queries, so that a table nobody knows may be one of them. */
  readonly openNames: boolean;
}
