import type { SchemaChange } from '@iama/sql';
import { columnType } from '../../sqlalchemy/column-type.ts';
import { calledName, constantOf, named, textOf } from '../../sqlalchemy/python-values.ts';
import { saColumn, serverDefault } from '../../sqlalchemy/table-elements.ts';
import { enumChanges } from './enum-changes.ts';
import type { Made, Operation } from './operation.ts';
import { behindTable, tableOf } from './operation.ts';

/** Operations on columns. */
export function columnOperations(operation: Operation): Made {
  const { at, names } = operation;
  switch (operation.name) {
    case 'add_column': {
      const table = tableOf(operation, 0, 'table_name');
      const node = behindTable(operation, 1, 'column');
      const value = node?.type === 'name' ? names.get(node.name) : node;
      const said =
        value?.type === 'call' && calledName(value) === 'Column'
          ? saColumn(value, operation.placeAt(value.from), names)
          : undefined;
      if (table === undefined || !said) return 'unread';
      const constraints = [
        ...said.constraints,
        ...(said.unique ? [{ form: 'unique', at, columns: [said.column.name] } as const] : []),
      ];
      const index: SchemaChange[] = said.indexed
        ? [
            {
              kind: 'create-index',
              at,
              table,
              concurrently: false,
              index: { columns: [said.column.name], unique: false, partial: false, at },
            },
          ]
        : [];
      return [
        ...enumChanges(said.said, at),
        { kind: 'add-column', at, table, column: said.column, constraints },
        ...index,
      ];
    }
    case 'drop_column': {
      const table = tableOf(operation, 0, 'table_name');
      const column = textOf(behindTable(operation, 1, 'column_name'), names);
      return table === undefined || column === undefined ? 'unread' : [{ kind: 'drop-column', at, table, column }];
    }
    case 'alter_column':
      return alterColumn(operation);
    default:
      return undefined;
  }
}

function alterColumn(operation: Operation): Made {
  const { call, at, names } = operation;
  const table = tableOf(operation, 0, 'table_name');
  const column = textOf(behindTable(operation, 1, 'column_name'), names);
  if (table === undefined || column === undefined) return 'unread';
  const changes: SchemaChange[] = [];
  const type = named(call, 'type_');
  if (type) {
    const said = columnType(type, names);
    if (said.type === undefined) return 'unread';
    changes.push(...enumChanges(said, at));
    changes.push({
      kind: 'change-type',
      at,
      table,
      column,
      type: said.type,
      using: named(call, 'postgresql_using') !== undefined,
    });
  }
  const nullable = constantOf(named(call, 'nullable'));
  if (typeof nullable === 'boolean')
    changes.push({ kind: nullable ? 'drop-not-null' : 'set-not-null', at, table, column });
  const fallback = named(call, 'server_default');
  if (fallback && calledName(fallback) !== 'Identity') {
    const text = serverDefault(fallback, names);
    const none = fallback.type === 'constant' && fallback.value !== true;
    if (text !== undefined) changes.push({ kind: 'set-default', at, table, column, default: text });
    else if (none) changes.push({ kind: 'drop-default', at, table, column });
    else return 'unread';
  }
  const to = textOf(named(call, 'new_column_name'), names);
  if (to !== undefined) changes.push({ kind: 'rename-column', at, table, column, to });
  return changes;
}
