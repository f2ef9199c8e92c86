import type { ColumnDefinition } from '@iama/sql';
import type { DjangoField } from './field-type.ts';
import type { ModelOptions } from './operation.ts';

/** A model as the migrations so far leave it. */
export interface ModelState {
  readonly app: string;
  name: string;
  fields: Map<string, DjangoField>;
  options: ModelOptions;
}

/** All models, by `app.model` in lower case. */
export class DjangoState {
  readonly models = new Map<string, ModelState>();

  model(app: string, name: string): ModelState | undefined {
    return this.models.get(`${app}.${name.toLowerCase()}`);
  }

  /** The model a relation points at: `self`, a name in the same app, `app.Model`, the user model. */
  target(from: ModelState, target: string | undefined): ModelState | undefined {
    if (target === undefined || target === 'self') return target === undefined ? undefined : from;
    if (target === 'AUTH_USER_MODEL') return [...this.models.values()].find((one) => one.name === 'user');
    const [app, name] = target.includes('.') ? target.split('.') : [from.app, target];
    return this.model(app ?? '', name ?? '');
  }

  /** The table a relation points at, also when no migration here makes it. */
  targetTable(from: ModelState, target: string | undefined): string {
    const model = this.target(from, target);
    if (model) return tableOf(model);
    if (target === 'AUTH_USER_MODEL') return 'auth_user';
    return (target ?? '').toLowerCase().replace('.', '_');
  }

  /** A field as the column it makes; undefined for relations that make none. */
  column(model: ModelState, field: DjangoField, path: string): ColumnDefinition | undefined {
    if (field.kind === 'many' || field.kind === 'none') return undefined;
    const at = { path, line: field.line, column: field.column };
    const type = field.kind === 'foreign' ? this.keyType(model, field) : field.type;
    return {
      name: columnOf(field),
      at,
      ...(type === undefined ? {} : { type }),
      nullable: field.nullable && !field.primary,
      ...(field.default === undefined ? {} : { default: field.default }),
      ...(field.generated === undefined ? {} : { generated: field.generated }),
    };
  }

  /** The type of the key a relation holds. */
  keyType(model: ModelState, field: DjangoField, depth = 0): string | undefined {
    const target = this.target(model, field.target);
    if (!target) return field.target === 'AUTH_USER_MODEL' ? 'INTEGER' : undefined;
    const key = keyOf(target, field.targetField);
    if (!key || depth > 5) return undefined;
    return key.kind === 'foreign' ? this.keyType(target, key, depth + 1) : key.type;
  }

  /** The column a relation points at. */
  keyColumn(model: ModelState, field: DjangoField): string[] {
    const target = this.target(model, field.target);
    const key = target && keyOf(target, field.targetField);
    return key ? [columnOf(key)] : [];
  }
}

function keyOf(model: ModelState, name: string | undefined): DjangoField | undefined {
  if (name !== undefined) return model.fields.get(name);
  return [...model.fields.values()].find((field) => field.primary) ?? model.fields.get('id');
}

/** `shop_order`, unless the model says otherwise. */
export function tableOf(model: ModelState): string {
  const said = model.options.table?.replace(/^"|"$/g, '').replace(/"\."/g, '.');
  return said ?? `${model.app}_${model.name}`;
}

/** `customer_id` for a relation `customer`. */
export function columnOf(field: DjangoField): string {
  return field.dbColumn ?? (field.kind === 'foreign' ? `${field.name}_id` : field.name);
}
