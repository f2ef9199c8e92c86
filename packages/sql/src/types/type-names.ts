/** Every spelling PostgreSQL takes for a built-in type → its one normal name. */
export const typeAliases: Readonly<Record<string, string>> = {
  int: 'integer',
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  float4: 'real',
  float8: 'double precision',
  float: 'double precision',
  bool: 'boolean',
  decimal: 'numeric',
  dec: 'numeric',
  varchar: 'character varying',
  'char varying': 'character varying',
  'national character varying': 'character varying',
  'national char varying': 'character varying',
  'nchar varying': 'character varying',
  char: 'character',
  bpchar: 'character',
  nchar: 'character',
  'national character': 'character',
  'national char': 'character',
  varbit: 'bit varying',
  timestamptz: 'timestamp with time zone',
  timetz: 'time with time zone',
  'timestamp without time zone': 'timestamp',
  'time without time zone': 'time',
  serial: 'integer',
  serial4: 'integer',
  bigserial: 'bigint',
  serial8: 'bigint',
  smallserial: 'smallint',
  serial2: 'smallint',
};

/** Internal name → the name people write. */
export const writtenNames: Readonly<Record<string, string>> = {
  int2: 'SMALLINT',
  int4: 'INTEGER',
  int8: 'BIGINT',
  float4: 'REAL',
  float8: 'DOUBLE PRECISION',
  bool: 'BOOLEAN',
  bpchar: 'CHAR',
  varchar: 'VARCHAR',
  varbit: 'BIT VARYING',
  timetz: 'TIMETZ',
  timestamptz: 'TIMESTAMPTZ',
};

const builtIn = new Set(
  (
    'integer smallint bigint real numeric boolean character bit text bytea date time timestamp interval uuid json jsonb xml inet cidr ' +
    'macaddr macaddr8 money point line lseg box path polygon circle tsvector tsquery oid regclass name citext hstore ltree vector ' +
    'int4range int8range numrange tsrange tstzrange daterange geometry geography'
  ).split(' '),
);

/** True for a type every PostgreSQL database knows, or a common extension brings. */
export function isBuiltInType(name: string): boolean {
  const bare = name
    .toLowerCase()
    .replace(/\(.*?\)|\[.*$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return bare in typeAliases || builtIn.has(bare) || Object.values(typeAliases).includes(bare);
}

/** Type names that make an integer column with a sequence of its own. */
export function isSerialType(name: string): boolean {
  return /^(?:small|big)?serial$|^serial[248]$/i.test(name.trim());
}
