import type { Place } from '@iama/model';

/** A column as a statement declares it. */
export interface ColumnDefinition {
  readonly name: string;
  readonly at: Place;
  /** As written; absent when the statement does not say (a column of `CREATE TABLE … AS`). */
  readonly type?: string;
  /** The type is a word of prose that may mean several types: it is shown, and compared with nothing. */
  readonly loose?: boolean;
  /** Absent when nothing says it, as in many Markdown tables. */
  readonly nullable?: boolean;
  readonly default?: string;
  /** Its value is computed or counted by the database. */
  readonly generated?: 'stored' | 'virtual' | 'identity' | 'serial';
  /** The default is a function that answers differently row by row, so that adding the column writes every row. */
  readonly volatile?: boolean;
  /** A closed list that only words beside the column give, a comment or a description. No constraint holds it. */
  readonly values?: readonly string[];
  /** Its type is that of another column. */
  readonly like?: { readonly table: string; readonly column: string };
}

/** A constraint of a table. Column constraints are table constraints of one column. */
export interface ConstraintDefinition {
  readonly form: 'primary' | 'unique' | 'check' | 'foreign' | 'exclude';
  readonly at: Place;
  readonly name?: string;
  readonly columns: readonly string[];
  /** Foreign keys: the table, and its columns when they are named. */
  readonly references?: { readonly table: string; readonly columns: readonly string[] };
  /** Checks: the expression as written, and the closed lists of values it allows, by column. */
  readonly text?: string;
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** Checks: columns it demands to be not null. */
  readonly notNull?: readonly string[];
  /** `NOT VALID`: rows that are there are not looked at. */
  readonly notValid?: boolean;
  /** `USING INDEX`: the index is there already. */
  readonly usingIndex?: string;
}

export interface IndexDefinition {
  readonly name?: string;
  /** Plain columns; an expression stands as its text. */
  readonly columns: readonly string[];
  readonly unique: boolean;
  /** Only some rows are in it, or expressions of columns are: uniqueness says nothing of a column. */
  readonly partial: boolean;
  readonly at: Place;
}

/** Where columns of a new table come from besides its own list. */
export interface TableOrigin {
  readonly inherits: readonly string[];
  readonly partitionOf?: string;
  readonly like: readonly {
    readonly table: string;
    readonly defaults: boolean;
    readonly constraints: boolean;
    readonly indexes: boolean;
  }[];
  /** `CREATE TABLE … AS`: the columns may be more than the list says. */
  readonly query?: boolean;
}

/** What one statement, or one part of it, does to a database. A plain value: it can be kept and sent. */
export type SchemaChange = { readonly at: Place; readonly conditional?: boolean } & (
  | {
      readonly kind: 'create-table';
      readonly table: string;
      readonly columns: readonly ColumnDefinition[];
      readonly constraints: readonly ConstraintDefinition[];
      readonly origin: TableOrigin;
      readonly temporary: boolean;
    }
  | { readonly kind: 'create-view'; readonly table: string; readonly columns: readonly string[] }
  | { readonly kind: 'drop-table' | 'drop-view' | 'drop-type' | 'drop-schema'; readonly name: string }
  | { readonly kind: 'drop-index'; readonly name: string; readonly concurrently: boolean }
  | { readonly kind: 'create-schema'; readonly name: string }
  | { readonly kind: 'rename-table'; readonly table: string; readonly to: string }
  | { readonly kind: 'move-table'; readonly table: string; readonly schema: string }
  | {
      readonly kind: 'add-column';
      readonly table: string;
      readonly column: ColumnDefinition;
      readonly constraints: readonly ConstraintDefinition[];
    }
  | { readonly kind: 'drop-column'; readonly table: string; readonly column: string }
  | { readonly kind: 'rename-column'; readonly table: string; readonly column: string; readonly to: string }
  | {
      readonly kind: 'change-type';
      readonly table: string;
      readonly column: string;
      readonly type: string;
      /** A `USING` expression that is more than a cast of the column. */
      readonly using: boolean;
    }
  | {
      readonly kind: 'set-not-null' | 'drop-not-null' | 'drop-default' | 'drop-generated';
      readonly table: string;
      readonly column: string;
    }
  | { readonly kind: 'set-default'; readonly table: string; readonly column: string; readonly default: string }
  | { readonly kind: 'set-generated'; readonly table: string; readonly column: string }
  | { readonly kind: 'add-constraint'; readonly table: string; readonly constraint: ConstraintDefinition }
  | {
      readonly kind: 'drop-constraint' | 'validate-constraint';
      readonly table: string;
      readonly name: string;
    }
  | { readonly kind: 'rename-constraint'; readonly table: string; readonly name: string; readonly to: string }
  | {
      readonly kind: 'create-index';
      readonly table: string;
      readonly index: IndexDefinition;
      readonly concurrently: boolean;
    }
  | { readonly kind: 'rename-index'; readonly name: string; readonly to: string }
  | { readonly kind: 'inherit' | 'attach-partition'; readonly table: string; readonly parent: string }
  | { readonly kind: 'create-enum'; readonly name: string; readonly values: readonly string[] }
  | {
      readonly kind: 'add-enum-value';
      readonly name: string;
      readonly value: string;
      readonly neighbour?: string;
      readonly after?: boolean;
    }
  | { readonly kind: 'rename-enum-value'; readonly name: string; readonly value: string; readonly to: string }
  | {
      readonly kind: 'create-domain';
      readonly name: string;
      readonly type: string;
      readonly values?: readonly string[];
    }
  | { readonly kind: 'rename-type'; readonly name: string; readonly to: string }
  | { readonly kind: 'search-path'; readonly schema: string }
  /** Rows, not shape: `statement` is `insert`, `update` …; `whole` when no condition limits it. */
  | { readonly kind: 'rows'; readonly statement: string; readonly table: string; readonly whole: boolean }
  /** A statement that holds a lock or rewrites without changing the shape: `cluster`, `vacuum-full`, `lock` … */
  | { readonly kind: 'heavy'; readonly statement: string; readonly table?: string }
  /** Changes something no fact is kept of: functions, triggers, grants, policies, comments. */
  | { readonly kind: 'other'; readonly statement: string; readonly table?: string }
);
