import type { Place } from '@iama/model';
import type { ColumnDefinition, ConstraintDefinition } from '@iama/sql';
import type { Call, Expression } from '../python/syntax/ast.ts';
import type { ColumnType } from './column-type.ts';
import { columnType } from './column-type.ts';
import type { Names } from './python-values.ts';
import { argument, calledName, constantOf, lastName, named, positional, textOf, textsOf } from './python-values.ts';

export interface SaColumn {
  readonly column: ColumnDefinition;
  readonly constraints: readonly ConstraintDefinition[];
  readonly primary: boolean;
  readonly unique: boolean;
  readonly indexed: boolean;
  readonly said: ColumnType;
}

/** `sa.Column('id', sa.Integer(), nullable=False)`, and `mapped_column(…)`, which may leave name and type to the class. */
export function saColumn(call: Call, at: Place, names: Names, key?: string): SaColumn | undefined {
  const items = positional(call);
  const first = textOf(items[0], names);
  const name = first ?? textOf(named(call, 'name'), names) ?? key;
  if (name === undefined) return undefined;
  const rest = first === undefined ? items : items.slice(1);
  const foreign = rest.find((item) => calledName(item) === 'ForeignKey');
  const typed =
    named(call, 'type_') ??
    rest.find(
      (item) => !/^(?:ForeignKey|Identity|Computed|Sequence|CheckConstraint|FetchedValue)$/.test(calledName(item)),
    );
  const said = columnType(typed, names);
  const primary = constantOf(named(call, 'primary_key')) === true;
  const nullable = constantOf(named(call, 'nullable'));
  const fallback = serverDefault(named(call, 'server_default'), names);
  const identity =
    rest.some((item) => calledName(item) === 'Identity') ||
    calledName(named(call, 'server_default') ?? rest[0] ?? call) === 'Identity';
  const computed = rest.some((item) => calledName(item) === 'Computed');
  const column: ColumnDefinition = {
    name,
    at,
    ...(said.type === undefined ? {} : { type: said.type }),
    nullable: typeof nullable === 'boolean' ? nullable && !primary : !primary,
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(identity ? { generated: 'identity' } : computed ? { generated: 'stored' } : {}),
  };
  const target = foreign?.type === 'call' ? foreignTarget(foreign, names) : undefined;
  const constraints: ConstraintDefinition[] = target
    ? [{ form: 'foreign', at, columns: [name], references: target }]
    : [];
  const check = rest.find((item) => calledName(item) === 'CheckConstraint');
  const text = check?.type === 'call' ? textOf(positional(check)[0], names) : undefined;
  if (text !== undefined) constraints.push({ form: 'check', at, columns: [name], text });
  return {
    column,
    constraints,
    primary,
    unique: constantOf(named(call, 'unique')) === true,
    indexed: constantOf(named(call, 'index')) === true,
    said,
  };
}

/** `ForeignKey('org.users.id')` → the table and the column. */
export function foreignTarget(call: Call, names: Names): { table: string; columns: string[] } | undefined {
  const text = textOf(argument(call, 0, 'column'), names);
  const dot = text?.lastIndexOf('.') ?? -1;
  if (text === undefined || dot < 0) return undefined;
  return { table: withoutPublic(text.slice(0, dot)), columns: [text.slice(dot + 1)] };
}

/** A constraint among the arguments of a table. `index`: an index; undefined: neither. */
export function saConstraint(node: Expression, at: Place, names: Names): ConstraintDefinition | undefined {
  if (node.type !== 'call') return undefined;
  const items = positional(node);
  const name = textOf(named(node, 'name'), names);
  const base = { at, ...(name === undefined ? {} : { name }) };
  const texts = items.map((item) => textOf(item, names)).filter((text) => text !== undefined);
  switch (lastName(node.callee)) {
    case 'PrimaryKeyConstraint':
      return { form: 'primary', ...base, columns: texts };
    case 'UniqueConstraint':
      return { form: 'unique', ...base, columns: texts };
    case 'CheckConstraint': {
      const text = textOf(items[0], names);
      return { form: 'check', ...base, columns: [], ...(text === undefined ? {} : { text }) };
    }
    case 'ForeignKeyConstraint': {
      const columns = textsOf(argument(node, 0, 'columns'), names) ?? [];
      const targets = textsOf(argument(node, 1, 'refcolumns'), names) ?? [];
      const [first = ''] = targets;
      const dot = first.lastIndexOf('.');
      const table = withoutPublic(first.slice(0, Math.max(0, dot)));
      return {
        form: 'foreign',
        ...base,
        columns,
        references: { table, columns: targets.map((one) => one.slice(one.lastIndexOf('.') + 1)) },
      };
    }
    default:
      return undefined;
  }
}

/** A server default as SQL: a text is a string, `text()` is an expression, `func.now()` a call. */
export function serverDefault(node: Expression | undefined, names: Names): string | undefined {
  if (node === undefined || constantOf(node) === null) return undefined;
  if (node.type === 'call') {
    if (/^(?:text|literal_column|TextClause)$/.test(lastName(node.callee))) return textOf(node.args[0]?.value, names);
    if (/^(?:true|false|null)$/.test(lastName(node.callee))) return lastName(node.callee);
    if (node.callee.type === 'member' && lastName(node.callee.of) === 'func') return `${node.callee.name}()`;
    return undefined;
  }
  const text = textOf(node, names);
  return text === undefined ? undefined : `'${text.replaceAll("'", "''")}'`;
}

export function withoutPublic(name: string): string {
  return name.replace(/^public\./, '');
}
