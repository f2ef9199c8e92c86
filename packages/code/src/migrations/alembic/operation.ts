import type { Place } from '@iama/model';
import type { SchemaChange } from '@iama/sql';
import type { Call, Expression } from '../../python/syntax/ast.ts';
import type { Names } from '../../sqlalchemy/python-values.ts';
import { argument, named, textOf } from '../../sqlalchemy/python-values.ts';
import { withoutPublic } from '../../sqlalchemy/table-elements.ts';

/** One call of an operation: `op.add_column('users', …)`, or of a table opened in a batch. */
export interface Operation {
  readonly call: Call;
  readonly name: string;
  readonly at: Place;
  readonly names: Names;
  readonly batch?: { readonly table: string; readonly schema?: string };
  readonly placeAt: (offset: number) => Place;
}

/** Changes; `unread` when the call can't be read; undefined when it is no such operation. */
export type Made = readonly SchemaChange[] | 'unread' | undefined;

/** The table an operation is about: that of the batch, or its first argument. */
export function tableOf(operation: Operation, index: number, key: string): string | undefined {
  const { batch, call, names } = operation;
  const name = batch ? batch.table : textOf(argument(call, index, key), names);
  const schema = batch ? batch.schema : textOf(named(call, 'schema'), names);
  if (name === undefined) return undefined;
  return withoutPublic(schema === undefined ? name : `${schema}.${name}`);
}

/** An argument that comes behind the table: in a batch it moves one place to the front. */
export function behindTable(operation: Operation, index: number, key: string): Expression | undefined {
  return argument(operation.call, operation.batch ? index - 1 : index, key);
}
