import type { ConstraintDefinition, SchemaChange } from '@iama/sql';
import type { DjangoState, ModelState } from './django-state.ts';
import { columnOf, tableOf } from './django-state.ts';
import type { DjangoField } from './field-type.ts';
import type { ConstraintSaid } from './operation.ts';

const origin = { inherits: [], like: [] };

/** The table of a model and what belongs to it: keys, relations of many to many, indexes. */
export function createModel(state: DjangoState, model: ModelState, at: SchemaChange['at']): SchemaChange[] {
  if (model.options.tableless) return [];
  const table = tableOf(model);
  const fields = [...model.fields.values()];
  const columns = fields.flatMap((field) => state.column(model, field, at.path) ?? []);
  const constraints = fields.flatMap((field) => fieldConstraints(state, model, field, at));
  for (const set of model.options.uniqueTogether ?? []) constraints.push(uniqueTogether(model, set, at));
  for (const said of model.options.constraints ?? []) constraints.push(...namedConstraint(model, said, at));
  const indexes = (model.options.indexes ?? []).map((index) => createIndex(model, index.name, index.fields, false, at));
  return [
    { kind: 'create-table', at, table, columns, constraints, origin, temporary: false },
    ...indexes,
    ...fields.flatMap((field) => joinTable(state, model, field, at)),
  ];
}

/** Keys a field brings with it. */
export function fieldConstraints(
  state: DjangoState,
  model: ModelState,
  field: DjangoField,
  at: SchemaChange['at'],
): ConstraintDefinition[] {
  if (field.kind === 'many' || field.kind === 'none') return [];
  const columns = [columnOf(field)];
  const place = { ...at, line: field.line, column: field.column };
  const found: ConstraintDefinition[] = [];
  if (field.primary) found.push({ form: 'primary', at: place, columns });
  if (field.unique && !field.primary) found.push({ form: 'unique', at: place, columns });
  if (field.kind === 'foreign') {
    const references = { table: state.targetTable(model, field.target), columns: state.keyColumn(model, field) };
    found.push({ form: 'foreign', at: place, columns, references });
  }
  return found;
}

/** The table of a many-to-many relation that has no model of its own. */
export function joinTable(
  state: DjangoState,
  model: ModelState,
  field: DjangoField,
  at: SchemaChange['at'],
): SchemaChange[] {
  if (field.kind !== 'many' || field.through !== undefined) return [];
  const target = state.target(model, field.target);
  const other =
    target?.name ??
    (field.target === 'AUTH_USER_MODEL' ? 'user' : ((field.target ?? '').split('.').at(-1)?.toLowerCase() ?? ''));
  const itself = target === model;
  const place = { ...at, line: field.line, column: field.column };
  const own = [...model.fields.values()].find((one) => one.primary);
  const sides = [
    {
      name: `${itself ? 'from_' : ''}${model.name}_id`,
      type: own?.type,
      table: tableOf(model),
      key: own ? [columnOf(own)] : [],
    },
    {
      name: `${itself ? 'to_' : ''}${other}_id`,
      type: state.keyType(model, { ...field, kind: 'foreign' }),
      table: state.targetTable(model, field.target),
      key: state.keyColumn(model, field),
    },
  ];
  return [
    {
      kind: 'create-table',
      at: place,
      table: joinTableName(model, field),
      columns: [
        // Its type is a setting of the project.
        { name: 'id', at: place, nullable: false, generated: 'serial' },
        ...sides.map(({ name, type }) => ({
          name,
          at: place,
          ...(type === undefined ? {} : { type }),
          nullable: false,
        })),
      ],
      constraints: [
        { form: 'primary', at: place, columns: ['id'] },
        { form: 'unique', at: place, columns: sides.map(({ name }) => name) },
        ...sides.map(
          ({ name, table, key }): ConstraintDefinition => ({
            form: 'foreign',
            at: place,
            columns: [name],
            references: { table, columns: key },
          }),
        ),
      ],
      origin,
      temporary: false,
    },
  ];
}

export function joinTableName(model: ModelState, field: DjangoField): string {
  return field.dbTable?.replace(/^"|"$/g, '') ?? `${tableOf(model)}_${field.name}`;
}

export function uniqueTogether(
  model: ModelState,
  set: readonly string[],
  at: SchemaChange['at'],
): ConstraintDefinition {
  return { form: 'unique', at, name: togetherName(model, set), columns: columnsOf(model, set) };
}

/** Django's own name ends in a digest; within a catalogue any one name does. */
export function togetherName(model: ModelState, set: readonly string[]): string {
  return `${tableOf(model)}_${columnsOf(model, set).join('_')}_uniq`;
}

export function namedConstraint(
  model: ModelState,
  said: ConstraintSaid,
  at: SchemaChange['at'],
): ConstraintDefinition[] {
  if (said.form === 'unique' && (said.partial || said.fields.length === 0)) return [];
  return [
    {
      form: said.form,
      at,
      columns: columnsOf(model, said.fields),
      ...(said.name === undefined ? {} : { name: said.name }),
    },
  ];
}

export function createIndex(
  model: ModelState,
  name: string | undefined,
  fields: readonly string[],
  concurrently: boolean,
  at: SchemaChange['at'],
): SchemaChange {
  const columns = fields.length > 0 ? columnsOf(model, fields) : ['(expression)'];
  const index = { columns, unique: false, partial: fields.length === 0, at, ...(name === undefined ? {} : { name }) };
  return { kind: 'create-index', at, table: tableOf(model), concurrently, index };
}

function columnsOf(model: ModelState, names: readonly string[]): string[] {
  return names.map((name) => {
    const field = model.fields.get(name);
    return field ? columnOf(field) : name;
  });
}
