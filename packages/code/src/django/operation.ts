import type { SchemaChange } from '@iama/sql';
import type { DjangoField } from './field-type.ts';

/** What options of a model say of its table. */
export interface ModelOptions {
  readonly table?: string;
  readonly uniqueTogether?: readonly (readonly string[])[];
  readonly indexes?: readonly { readonly name?: string; readonly fields: readonly string[] }[];
  readonly constraints?: readonly ConstraintSaid[];
  /** Proxy and unmanaged models have no table of their own. */
  readonly tableless?: boolean;
}

export interface ConstraintSaid {
  readonly name?: string;
  readonly form: 'unique' | 'check' | 'exclude';
  readonly fields: readonly string[];
  readonly partial?: boolean;
}

/** One operation of a Django migration, plain. Models by their name in lower case. */
export type DjangoOperation = { readonly line: number; readonly column: number } & (
  | {
      readonly kind: 'create-model';
      readonly model: string;
      readonly fields: readonly DjangoField[];
      readonly bases: readonly string[];
      readonly options: ModelOptions;
    }
  | { readonly kind: 'delete-model'; readonly model: string }
  | { readonly kind: 'rename-model'; readonly model: string; readonly to: string }
  | { readonly kind: 'model-table'; readonly model: string; readonly table?: string }
  | { readonly kind: 'add-field' | 'alter-field'; readonly model: string; readonly field: DjangoField }
  | { readonly kind: 'remove-field'; readonly model: string; readonly name: string }
  | { readonly kind: 'rename-field'; readonly model: string; readonly name: string; readonly to: string }
  | { readonly kind: 'unique-together'; readonly model: string; readonly sets: readonly (readonly string[])[] }
  | {
      readonly kind: 'add-index';
      readonly model: string;
      readonly name?: string;
      readonly fields: readonly string[];
      readonly concurrently: boolean;
    }
  | { readonly kind: 'remove-index'; readonly name: string; readonly concurrently: boolean }
  | { readonly kind: 'add-constraint'; readonly model: string; readonly constraint: ConstraintSaid }
  | { readonly kind: 'remove-constraint'; readonly model: string; readonly name: string }
  | { readonly kind: 'sql'; readonly changes: readonly SchemaChange[] }
  /** Rows, options, nothing that shapes a table. */
  | { readonly kind: 'nothing'; readonly name: string }
) & { readonly only?: 'state' | 'database' };
