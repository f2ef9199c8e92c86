import { typeAsWritten } from '@iama/sql';
import type { Expression } from '../python/syntax/ast.ts';
import type { Names } from './python-values.ts';
import { constantOf, lastName, named, positional, textOf, textsOf } from './python-values.ts';

const plain: Readonly<Record<string, string>> = {
  Integer: 'INTEGER',
  INTEGER: 'INTEGER',
  INT: 'INTEGER',
  BigInteger: 'BIGINT',
  BIGINT: 'BIGINT',
  SmallInteger: 'SMALLINT',
  SMALLINT: 'SMALLINT',
  Text: 'TEXT',
  TEXT: 'TEXT',
  UnicodeText: 'TEXT',
  Boolean: 'BOOLEAN',
  BOOLEAN: 'BOOLEAN',
  Date: 'DATE',
  DATE: 'DATE',
  Interval: 'INTERVAL',
  INTERVAL: 'INTERVAL',
  LargeBinary: 'BYTEA',
  BYTEA: 'BYTEA',
  JSON: 'JSON',
  JSONB: 'JSONB',
  Uuid: 'UUID',
  UUID: 'UUID',
  GUID: 'UUID',
  Double: 'DOUBLE PRECISION',
  DOUBLE_PRECISION: 'DOUBLE PRECISION',
  DOUBLE: 'DOUBLE PRECISION',
  REAL: 'REAL',
  INET: 'INET',
  CIDR: 'CIDR',
  MACADDR: 'MACADDR',
  CITEXT: 'CITEXT',
  TSVECTOR: 'TSVECTOR',
  HSTORE: 'HSTORE',
  MONEY: 'MONEY',
  OID: 'OID',
  LtreeType: 'LTREE',
  Float: 'DOUBLE PRECISION',
  FLOAT: 'DOUBLE PRECISION',
};

export interface ColumnType {
  readonly type?: string;
  /** An enumeration of its own: its name and values. */
  readonly enumeration?: { readonly name: string; readonly values: readonly string[] };
  /** The class of an enumeration, whose values stand elsewhere. */
  readonly enumerationClass?: string;
}

/** What a type of SQLAlchemy is in PostgreSQL: `sa.String(length=80)`, `postgresql.ARRAY(sa.Text())`. */
export function columnType(node: Expression | undefined, names: Names): ColumnType {
  if (node === undefined) return {};
  const value = node.type === 'name' ? (names.get(node.name) ?? node) : node;
  const call = value.type === 'call' ? value : undefined;
  const name = call ? lastName(call.callee) : lastName(value);
  const first = call ? positional(call)[0] : undefined;
  const number = (node: Expression | undefined) => /^\d+$/.exec(textOf(node, names) ?? '')?.[0];
  const option = (key: string) => (call ? named(call, key) : undefined);
  switch (name) {
    case 'String':
    case 'VARCHAR':
    case 'Unicode':
    case 'AutoString':
    case 'CHAR':
    case 'NVARCHAR': {
      const length = number(first) ?? number(option('length'));
      const base = name === 'CHAR' ? 'CHAR' : 'VARCHAR';
      return { type: length === undefined ? base : `${base}(${length})` };
    }
    case 'Numeric':
    case 'NUMERIC':
    case 'DECIMAL': {
      const precision = number(first) ?? number(option('precision'));
      const scale = (call ? number(positional(call)[1]) : undefined) ?? number(option('scale'));
      return { type: precision === undefined ? 'NUMERIC' : `NUMERIC(${[precision, scale].filter(Boolean).join(',')})` };
    }
    case 'DateTime':
    case 'TIMESTAMP':
    case 'DATETIME':
    case 'Time':
    case 'TIME': {
      const zone = constantOf(option('timezone') ?? first) === true ? ' WITH TIME ZONE' : '';
      return { type: `${/^time$/i.test(name) ? 'TIME' : 'TIMESTAMP'}${zone}` };
    }
    case 'Enum':
    case 'ENUM':
      return enumType(value, names);
    case 'ARRAY': {
      const inner = columnType(first ?? option('item_type'), names);
      return inner.type === undefined ? {} : { ...inner, type: `${inner.type}[]` };
    }
    case 'Vector':
    case 'VECTOR': {
      const size = number(first) ?? number(option('dim'));
      return { type: size === undefined ? 'VECTOR' : `VECTOR(${size})` };
    }
    case 'Geometry':
    case 'Geography':
      return { type: typeAsWritten(name) };
    case 'MutableDict':
    case 'as_mutable':
      return columnType(call ? positional(call).at(-1) : undefined, names);
    default: {
      const known = plain[name];
      return known === undefined ? {} : { type: known };
    }
  }
}

function enumType(node: Expression, names: Names): ColumnType {
  if (node.type !== 'call') return {};
  const items = positional(node);
  if (constantOf(named(node, 'native_enum')) === false) {
    const lengths = items.map((item) => textOf(item, names)?.length ?? Number.NaN);
    const length = textOf(named(node, 'length'), names) ?? String(Math.max(...lengths));
    return /^\d+$/.test(length) ? { type: `VARCHAR(${length})` } : {};
  }
  const name = textOf(named(node, 'name'), names);
  const spread = node.args.find((one) => one.spread === '*')?.value;
  const listed = spread ? textsOf(spread, names) : undefined;
  const values = items.map((item) => textOf(item, names));
  if (listed) return name === undefined ? {} : { type: name, enumeration: { name, values: listed } };
  if (items.length > 0 && !values.includes(undefined))
    return name === undefined ? { type: 'VARCHAR' } : { type: name, enumeration: { name, values: values as string[] } };
  const [first] = items;
  const type = name ?? (first && lastName(first).toLowerCase());
  return { ...(type ? { type } : {}), ...(first && lastName(first) ? { enumerationClass: lastName(first) } : {}) };
}
