import type { ConstraintDefinition, SchemaChange } from '@iama/sql';
import {
  argument,
  calledName,
  constantOf,
  named,
  positional,
  textOf,
  textsOf,
} from '../../sqlalchemy/python-values.ts';
import { saColumn, saConstraint } from '../../sqlalchemy/table-elements.ts';
import { enumChanges } from './enum-changes.ts';
import type { Made, Operation } from './operation.ts';
import { behindTable, tableOf } from './operation.ts';

/** Operations on tables, constraints and indexes. */
export function tableOperations(operation: Operation): Made {
  const { call, at, names } = operation;
  switch (operation.name) {
    case 'create_table':
      return createTable(operation);
    case 'drop_table': {
      const name = tableOf(operation, 0, 'table_name');
      return name === undefined ? 'unread' : [{ kind: 'drop-table', at, name }];
    }
    case 'rename_table': {
      const table = tableOf(operation, 0, 'old_table_name');
      const to = textOf(argument(call, 1, 'new_table_name'), names);
      return table === undefined || to === undefined ? 'unread' : [{ kind: 'rename-table', at, table, to }];
    }
    case 'create_index': {
      const table = tableOf(operation, 1, 'table_name');
      const columns = indexColumns(operation);
      const name = textOf(argument(call, 0, 'index_name'), names);
      if (table === undefined || !columns) return 'unread';
      const partial = named(call, 'postgresql_where') !== undefined || columns.includes('(expression)');
      const unique = constantOf(named(call, 'unique')) === true;
      const concurrently = constantOf(named(call, 'postgresql_concurrently')) === true;
      return [
        {
          kind: 'create-index',
          at,
          table,
          concurrently,
          index: { ...(name === undefined ? {} : { name }), columns, unique, partial, at },
        },
      ];
    }
    case 'drop_index': {
      const name = textOf(argument(call, 0, 'index_name'), names);
      if (name === undefined) return 'unread';
      return [
        { kind: 'drop-index', at, name, concurrently: constantOf(named(call, 'postgresql_concurrently')) === true },
      ];
    }
    case 'create_unique_constraint':
    case 'create_primary_key':
    case 'create_check_constraint':
    case 'create_foreign_key':
    case 'create_exclude_constraint':
      return addConstraint(operation);
    case 'drop_constraint': {
      const table = tableOf(operation, 1, 'table_name');
      const name = textOf(argument(call, 0, 'constraint_name'), names);
      return table === undefined || name === undefined ? 'unread' : [{ kind: 'drop-constraint', at, table, name }];
    }
    default:
      return undefined;
  }
}

function createTable(operation: Operation): Made {
  const { call, at, names, placeAt } = operation;
  const table = tableOf(operation, 0, 'table_name');
  if (table === undefined || call.args.some((one) => one.spread !== undefined)) return 'unread';
  const items = positional(call).slice(1);
  const columns = [];
  const constraints: ConstraintDefinition[] = [];
  const keys: string[] = [];
  const before: SchemaChange[] = [];
  const behind: SchemaChange[] = [];
  for (const item of items) {
    const place = placeAt(item.from);
    if (item.type === 'call' && calledName(item) === 'Column') {
      const said = saColumn(item, place, names);
      if (!said) return 'unread';
      columns.push(said.column);
      constraints.push(...said.constraints);
      if (said.primary) keys.push(said.column.name);
      if (said.unique) constraints.push({ form: 'unique', at: place, columns: [said.column.name] });
      if (said.indexed) behind.push(indexOn(table, said.column.name, place));
      before.push(...enumChanges(said.said, place));
      continue;
    }
    const constraint = saConstraint(item, place, names);
    if (constraint) constraints.push(constraint);
    else if (calledName(item) !== 'Index') return 'unread';
  }
  if (keys.length > 0) constraints.unshift({ form: 'primary', at, columns: keys });
  return [
    ...before,
    { kind: 'create-table', at, table, columns, constraints, origin: { inherits: [], like: [] }, temporary: false },
    ...behind,
  ];
}

function indexOn(table: string, column: string, at: Operation['at']): SchemaChange {
  return {
    kind: 'create-index',
    at,
    table,
    concurrently: false,
    index: { columns: [column], unique: false, partial: false, at },
  };
}

function indexColumns(operation: Operation): string[] | undefined {
  const list = behindTable(operation, 2, 'columns');
  if (list?.type !== 'list' && list?.type !== 'tuple') return textsOf(list, operation.names);
  return list.items.map((item) =>
    item.type === 'call' ? '(expression)' : (textOf(item, operation.names) ?? '(expression)'),
  );
}

function addConstraint(operation: Operation): Made {
  const { call, at, names } = operation;
  const foreign = operation.name === 'create_foreign_key';
  const table = tableOf(operation, 1, foreign ? 'source_table' : 'table_name');
  const name = textOf(argument(call, 0, 'constraint_name'), names);
  if (table === undefined) return 'unread';
  const base = {
    at,
    ...(name === undefined ? {} : { name }),
    ...(constantOf(named(call, 'postgresql_not_valid')) === true ? { notValid: true } : {}),
  };
  const add = (constraint: ConstraintDefinition): Made => [{ kind: 'add-constraint', at, table, constraint }];
  if (operation.name === 'create_exclude_constraint') return add({ form: 'exclude', ...base, columns: [] });
  if (operation.name === 'create_check_constraint') {
    const text = textOf(behindTable(operation, 2, 'condition'), names);
    return add({ form: 'check', ...base, columns: [], ...(text === undefined ? {} : { text }) });
  }
  if (!foreign) {
    const columns = textsOf(behindTable(operation, 2, 'columns'), names);
    return columns
      ? add({ form: operation.name === 'create_primary_key' ? 'primary' : 'unique', ...base, columns })
      : 'unread';
  }
  const target = textOf(behindTable(operation, 2, 'referent_table'), names);
  const columns = textsOf(behindTable(operation, 3, 'local_cols'), names);
  const keys = textsOf(behindTable(operation, 4, 'remote_cols'), names);
  const schema = textOf(named(call, 'referent_schema'), names);
  if (target === undefined || !columns || !keys) return 'unread';
  const references = {
    table: schema === undefined || schema === 'public' ? target : `${schema}.${target}`,
    columns: keys,
  };
  return add({ form: 'foreign', ...base, columns, references });
}
