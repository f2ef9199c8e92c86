import type { SchemaChange } from '@iama/sql';
import type { ModelState } from './django-state.ts';
import { columnOf, DjangoState, tableOf } from './django-state.ts';
import type { DjangoField } from './field-type.ts';
import {
  createIndex,
  createModel,
  fieldConstraints,
  joinTable,
  joinTableName,
  namedConstraint,
  togetherName,
  uniqueTogether,
} from './model-changes.ts';
import type { DjangoOperation } from './operation.ts';

/** Carries out one operation: what it does to the models, and to the tables. */
export function runOperation(
  state: DjangoState,
  app: string,
  path: string,
  operation: DjangoOperation,
): SchemaChange[] {
  if (operation.only === 'database') return changesOf(copyOf(state), app, path, operation);
  const changes = changesOf(state, app, path, operation);
  return operation.only === 'state' ? [] : changes;
}

function copyOf(state: DjangoState): DjangoState {
  const copy = new DjangoState();
  for (const [key, model] of state.models) copy.models.set(key, { ...model, fields: new Map(model.fields) });
  return copy;
}

function changesOf(state: DjangoState, app: string, path: string, operation: DjangoOperation): SchemaChange[] {
  const at = { path, line: operation.line, column: operation.column };
  if (operation.kind === 'sql') return [...operation.changes];
  if (operation.kind === 'nothing') return [];
  if (operation.kind === 'remove-index')
    return [{ kind: 'drop-index', at, name: operation.name, concurrently: operation.concurrently }];
  if (operation.kind === 'create-model') {
    const fields = new Map(operation.fields.map((field) => [field.name, field]));
    const model: ModelState = { app, name: operation.model, fields, options: operation.options };
    state.models.set(`${app}.${operation.model}`, model);
    return createModel(state, model, at);
  }
  const model = state.model(app, operation.model);
  if (!model) return [];
  if (model.options.tableless && operation.kind !== 'delete-model') return [];
  switch (operation.kind) {
    case 'delete-model':
      state.models.delete(`${app}.${operation.model}`);
      if (model.options.tableless) return [];
      return [
        ...joinTables(model).map((name): SchemaChange => ({ kind: 'drop-table', at, name })),
        { kind: 'drop-table', at, name: tableOf(model) },
      ];
    case 'rename-model':
      return renameModel(state, model, operation.to, at);
    case 'model-table': {
      const from = tableOf(model);
      const { table: _, ...options } = model.options;
      model.options = { ...options, ...(operation.table === undefined ? {} : { table: operation.table }) };
      return from === tableOf(model) ? [] : [{ kind: 'rename-table', at, table: from, to: tableOf(model) }];
    }
    case 'add-field':
      model.fields.set(operation.field.name, operation.field);
      return addField(state, model, operation.field, at);
    case 'alter-field':
      return alterField(state, model, operation.field, at);
    case 'remove-field': {
      const field = model.fields.get(operation.name);
      model.fields.delete(operation.name);
      if (!field || field.kind === 'none') return [];
      if (field.kind === 'many')
        return field.through === undefined ? [{ kind: 'drop-table', at, name: joinTableName(model, field) }] : [];
      return [{ kind: 'drop-column', at, table: tableOf(model), column: columnOf(field) }];
    }
    case 'rename-field':
      return renameField(model, operation.name, operation.to, at);
    case 'unique-together': {
      const table = tableOf(model);
      const old = (model.options.uniqueTogether ?? []).map(
        (set): SchemaChange => ({
          kind: 'drop-constraint',
          at,
          table,
          name: togetherName(model, set),
          conditional: true,
        }),
      );
      model.options = { ...model.options, uniqueTogether: operation.sets };
      return [
        ...old,
        ...operation.sets.map(
          (set): SchemaChange => ({ kind: 'add-constraint', at, table, constraint: uniqueTogether(model, set, at) }),
        ),
      ];
    }
    case 'add-index':
      return [createIndex(model, operation.name, operation.fields, operation.concurrently, at)];
    case 'add-constraint':
      return namedConstraint(model, operation.constraint, at).map((constraint) => ({
        kind: 'add-constraint',
        at,
        table: tableOf(model),
        constraint,
      }));
    case 'remove-constraint':
      return [{ kind: 'drop-constraint', at, table: tableOf(model), name: operation.name, conditional: true }];
  }
}

function joinTables(model: ModelState): string[] {
  return [...model.fields.values()].flatMap((field) =>
    field.kind === 'many' && field.through === undefined ? [joinTableName(model, field)] : [],
  );
}

function addField(state: DjangoState, model: ModelState, field: DjangoField, at: SchemaChange['at']): SchemaChange[] {
  const column = state.column(model, field, at.path);
  if (!column) return joinTable(state, model, field, at);
  const constraints = fieldConstraints(state, model, field, at).filter((one) => one.form !== 'primary');
  const table = tableOf(model);
  // Django fills rows that are there with the default it knows, and then takes it away.
  const filled = column.default === undefined && column.nullable === false ? { ...column, default: 'NULL' } : column;
  const index =
    field.kind === 'foreign' && !field.unique ? [createIndex(model, undefined, [field.name], false, at)] : [];
  return [{ kind: 'add-column', at, table, column: filled, constraints }, ...index];
}

function alterField(state: DjangoState, model: ModelState, field: DjangoField, at: SchemaChange['at']): SchemaChange[] {
  const before = model.fields.get(field.name);
  const old = before && state.column(model, before, at.path);
  model.fields.set(field.name, field);
  const now = state.column(model, field, at.path);
  if (!before || !old || !now) return [];
  const table = tableOf(model);
  const changes: SchemaChange[] = [];
  if (old.name !== now.name) changes.push({ kind: 'rename-column', at, table, column: old.name, to: now.name });
  const column = now.name;
  if (now.type !== undefined && now.type !== old.type)
    changes.push({ kind: 'change-type', at, table, column, type: now.type, using: false });
  if (old.nullable !== now.nullable)
    changes.push({ kind: now.nullable ? 'drop-not-null' : 'set-not-null', at, table, column });
  if (field.unique && !before.unique)
    changes.push({ kind: 'add-constraint', at, table, constraint: { form: 'unique', at, columns: [column] } });
  if (!field.unique && before.unique)
    changes.push({ kind: 'drop-constraint', at, table, name: `${table}_${column}_key`, conditional: true });
  if (now.default !== undefined && now.default !== old.default)
    changes.push({ kind: 'set-default', at, table, column, default: now.default });
  if (now.default === undefined && old.default !== undefined) changes.push({ kind: 'drop-default', at, table, column });
  return changes;
}

function renameField(model: ModelState, name: string, to: string, at: SchemaChange['at']): SchemaChange[] {
  const field = model.fields.get(name);
  if (!field) return [];
  const renamed = { ...field, name: to };
  model.fields = new Map([...model.fields].map(([key, value]) => (key === name ? [to, renamed] : [key, value])));
  if (field.kind === 'many')
    return field.through === undefined
      ? [{ kind: 'rename-table', at, table: joinTableName(model, field), to: joinTableName(model, renamed) }]
      : [];
  if (field.kind === 'none' || columnOf(field) === columnOf(renamed)) return [];
  return [{ kind: 'rename-column', at, table: tableOf(model), column: columnOf(field), to: columnOf(renamed) }];
}

function renameModel(state: DjangoState, model: ModelState, to: string, at: SchemaChange['at']): SchemaChange[] {
  const [table, joins, from] = [tableOf(model), joinTables(model), model.name];
  state.models.delete(`${model.app}.${from}`);
  model.name = to;
  state.models.set(`${model.app}.${to}`, model);
  for (const other of state.models.values())
    for (const [key, field] of other.fields) {
      const said = field.target?.toLowerCase();
      if (said === `${model.app}.${from}` || (said === from && other.app === model.app))
        other.fields.set(key, { ...field, target: `${model.app}.${to}` });
    }
  if (table === tableOf(model)) return [];
  const renamed = joinTables(model);
  return [
    { kind: 'rename-table', at, table, to: tableOf(model) },
    ...joins.flatMap((join, index): SchemaChange[] => {
      const name = renamed[index] ?? join;
      return [
        { kind: 'rename-table', at, table: join, to: name },
        { kind: 'rename-column', at, table: name, column: `${from}_id`, to: `${to}_id`, conditional: true },
      ];
    }),
  ];
}
