import type { Place } from '@iama/model';
import type { ColumnDefinition } from '../changes/schema-change.ts';
import { typeAsWritten } from '../types/type-text.ts';
import type { PrismaField } from './parse-prisma.ts';

/** An enumeration: its name in the database, and its values there by their names in the schema. */
export interface PrismaEnum {
  readonly name: string;
  readonly values: ReadonlyMap<string, string>;
}

const scalars: Readonly<Record<string, string>> = {
  String: 'TEXT',
  Int: 'INTEGER',
  BigInt: 'BIGINT',
  Float: 'DOUBLE PRECISION',
  Decimal: 'DECIMAL(65,30)',
  Boolean: 'BOOLEAN',
  DateTime: 'TIMESTAMP(3)',
  Json: 'JSONB',
  Bytes: 'BYTEA',
};
const natives: Readonly<Record<string, string>> = {
  Timestamptz: 'TIMESTAMPTZ',
  Timestamp: 'TIMESTAMP',
  DoublePrecision: 'DOUBLE PRECISION',
  ByteA: 'BYTEA',
  Oid: 'OID',
  VarBit: 'BIT VARYING',
  Timetz: 'TIMETZ',
};

/** A scalar or enumeration field as the column PostgreSQL gets. */
export function prismaColumn(field: PrismaField, name: string, at: Place, enumeration?: PrismaEnum): ColumnDefinition {
  const fallback = field.attributes.find((one) => one.name === 'default')?.arguments;
  const counted = fallback !== undefined && /^autoincrement\(/.test(fallback);
  const said = defaultText(fallback, enumeration);
  const type = prismaType(field, enumeration?.name, counted);
  return {
    name,
    at,
    ...(type === undefined ? {} : { type }),
    ...(field.list ? {} : { nullable: field.optional }),
    ...(said === undefined ? {} : { default: said }),
    ...(counted ? { generated: 'serial' } : {}),
  };
}

function prismaType(field: PrismaField, enumeration: string | undefined, counted: boolean): string | undefined {
  const array = field.list ? '[]' : '';
  if (enumeration !== undefined) return `${enumeration}${array}`;
  const unsupported = /^Unsupported\("([^"]*)"\)$/.exec(field.type)?.[1];
  if (unsupported !== undefined) return `${typeAsWritten(unsupported)}${array}`;
  const native = field.attributes.find((one) => one.name.startsWith('db.'));
  if (native) {
    const word = native.name.slice('db.'.length);
    const base = natives[word] ?? word.toUpperCase();
    return `${base}${native.arguments === '' ? '' : `(${native.arguments.replace(/\s+/g, '')})`}${array}`;
  }
  if (counted) return { Int: 'SERIAL', BigInt: 'BIGSERIAL' }[field.type] ?? scalars[field.type];
  const scalar = scalars[field.type];
  return scalar === undefined ? undefined : `${scalar}${array}`;
}

/** What the database itself fills in; `uuid()` and `cuid()` are made by the client. */
function defaultText(said: string | undefined, enumeration: PrismaEnum | undefined): string | undefined {
  if (said === undefined || /^(?:autoincrement|uuid|cuid|nanoid|ulid|auto)\(/.test(said)) return undefined;
  if (/^now\(\)$/.test(said)) return 'CURRENT_TIMESTAMP';
  const generated = /^dbgenerated\((.*)\)$/.exec(said);
  if (generated) return generated[1] === '' ? undefined : unquoted(generated[1] ?? '');
  const string = /^"((?:[^"\\]|\\.)*)"$/.exec(said);
  if (string) return `'${unquoted(said).replaceAll("'", "''")}'`;
  if (/^\[.*\]$/.test(said)) return `ARRAY${said.replaceAll('"', "'")}`;
  return enumeration ? `'${enumeration.values.get(said) ?? said}'` : said;
}

/** A string of a Prisma schema without its quotes. */
export function unquoted(text: string): string {
  return text.trim().replace(/^"|"$/g, '').replace(/\\(.)/g, '$1');
}
