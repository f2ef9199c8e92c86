import type { Place } from '@iama/model';

/** A table or column one statement uses, at its place. */
export interface UseAt {
  readonly table: string;
  readonly column?: string;
  readonly mode: 'reads' | 'writes';
  readonly at: Place;
  /** The statement, shortened to one line. */
  readonly evidence: string;
  /** It counts only when the schema knows the table: the name may stand for something else. */
  readonly maybe?: boolean;
}

/** A column that may belong to several tables: decided when the schema is known. */
export interface UndecidedUse {
  readonly column: string;
  readonly tables: readonly string[];
  readonly open: boolean;
  readonly mode: 'reads' | 'writes';
  readonly at: Place;
  readonly evidence: string;
}

/** All one file uses. */
export interface SqlUsePart {
  readonly uses: readonly UseAt[];
  readonly undecided: readonly UndecidedUse[];
  /** Tables the file makes for a session only. */
  readonly temporary: readonly string[];
}
