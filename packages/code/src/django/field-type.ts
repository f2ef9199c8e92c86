import type { Call, Expression } from '../python/syntax/ast.ts';
import type { Names } from '../sqlalchemy/python-values.ts';
import { argument, calledName, constantOf, lastName, named, positional, textOf } from '../sqlalchemy/python-values.ts';

/** A field as a migration or a model declares it: plain, so that it can be kept. */
export interface DjangoField {
  readonly name: string;
  readonly line: number;
  readonly column: number;
  /** What PostgreSQL holds; absent for relations and for fields nobody knows. */
  readonly type?: string;
  readonly kind: 'value' | 'foreign' | 'many' | 'none';
  readonly nullable: boolean;
  readonly primary: boolean;
  readonly unique: boolean;
  readonly indexed: boolean;
  readonly generated?: 'serial' | 'stored';
  readonly default?: string;
  /** The column, when it has a name of its own. */
  readonly dbColumn?: string;
  /** `app.Model`, `Model`, `self`. */
  readonly target?: string;
  readonly targetField?: string;
  /** Of a many-to-many relation: the table's own name, or the model that stands between. */
  readonly dbTable?: string;
  readonly through?: string;
  /** Its class is none of Django's: a type of a package, or of the project. */
  readonly unknown?: boolean;
}

const fixed: Readonly<Record<string, string>> = {
  AutoField: 'INTEGER',
  BigAutoField: 'BIGINT',
  SmallAutoField: 'SMALLINT',
  TextField: 'TEXT',
  BooleanField: 'BOOLEAN',
  NullBooleanField: 'BOOLEAN',
  IntegerField: 'INTEGER',
  PositiveIntegerField: 'INTEGER',
  BigIntegerField: 'BIGINT',
  PositiveBigIntegerField: 'BIGINT',
  SmallIntegerField: 'SMALLINT',
  PositiveSmallIntegerField: 'SMALLINT',
  FloatField: 'DOUBLE PRECISION',
  DateField: 'DATE',
  DateTimeField: 'TIMESTAMP WITH TIME ZONE',
  TimeField: 'TIME',
  DurationField: 'INTERVAL',
  UUIDField: 'UUID',
  JSONField: 'JSONB',
  BinaryField: 'BYTEA',
  GenericIPAddressField: 'INET',
  IPAddressField: 'INET',
  HStoreField: 'HSTORE',
  CITextField: 'CITEXT',
  CIEmailField: 'CITEXT',
  CICharField: 'CITEXT',
  SearchVectorField: 'TSVECTOR',
  IntegerRangeField: 'INT4RANGE',
  BigIntegerRangeField: 'INT8RANGE',
  DecimalRangeField: 'NUMRANGE',
  DateRangeField: 'DATERANGE',
  DateTimeRangeField: 'TSTZRANGE',
};
const lengths: Readonly<Record<string, string>> = {
  CharField: '',
  SlugField: '50',
  EmailField: '254',
  URLField: '200',
  FileField: '100',
  ImageField: '100',
  FilePathField: '100',
};

/** `models.CharField(max_length=80, null=True)` as a field. Undefined when the value is no call. */
export function djangoField(
  name: string,
  value: Expression,
  names: Names,
  placeAt: (offset: number) => { line: number; column: number },
): DjangoField | undefined {
  if (value.type !== 'call') return undefined;
  const kindName = lastName(value.callee);
  if (
    !/^[A-Z]\w*$/.test(kindName) ||
    !/Field$|^(?:ForeignKey|ParentalKey|TreeForeignKey|OneToOne\w*|ManyToMany\w*|GenericRelation|GenericForeignKey)$/.test(
      kindName,
    )
  )
    return undefined;
  const flag = (key: string) => constantOf(named(value, key)) === true;
  const dbColumn = textOf(named(value, 'db_column'), names);
  const fallback = defaultText(named(value, 'db_default'), names);
  const base = {
    name,
    ...placeAt(value.from),
    nullable: flag('null'),
    primary: flag('primary_key'),
    unique: flag('unique'),
    indexed: flag('db_index') || kindName === 'SlugField',
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(dbColumn === undefined ? {} : { dbColumn }),
  };
  if (/^(?:GenericRelation|GenericForeignKey)$/.test(kindName)) return { ...base, kind: 'none' };
  if (/(?:ForeignKey|ParentalKey|^OneToOne\w*)$/.test(kindName)) {
    const target = targetOf(argument(value, 0, 'to'), names);
    const targetField = textOf(named(value, 'to_field'), names);
    const one = /^OneToOne/.test(kindName);
    return {
      ...base,
      kind: 'foreign',
      unique: base.unique || one,
      ...(target === undefined ? {} : { target }),
      ...(targetField === undefined ? {} : { targetField }),
    };
  }
  if (/ManyToMany/.test(kindName)) {
    const target = targetOf(argument(value, 0, 'to'), names);
    const dbTable = textOf(named(value, 'db_table'), names);
    const through = targetOf(named(value, 'through'), names);
    return {
      ...base,
      kind: 'many',
      ...(target === undefined ? {} : { target }),
      ...(dbTable === undefined ? {} : { dbTable }),
      ...(through === undefined ? {} : { through }),
    };
  }
  const type = fieldType(value, kindName, names);
  const generated = /AutoField$/.test(kindName) ? 'serial' : kindName === 'GeneratedField' ? 'stored' : undefined;
  return {
    ...base,
    kind: 'value',
    ...(type === undefined ? { unknown: true } : { type }),
    ...(generated === undefined ? {} : { generated }),
  };
}

function fieldType(call: Call, kindName: string, names: Names): string | undefined {
  const known = fixed[kindName];
  if (known !== undefined) return known;
  const number = (key: string, index: number) =>
    /^\d+$/.exec(textOf(named(call, key) ?? positional(call)[index], names) ?? '')?.[0];
  const length = lengths[kindName];
  if (length !== undefined) {
    const said = number('max_length', 1) ?? length;
    return said === '' ? 'VARCHAR' : `VARCHAR(${said})`;
  }
  if (kindName === 'DecimalField') {
    const [digits, places] = [number('max_digits', 1), number('decimal_places', 2)];
    return digits === undefined ? 'NUMERIC' : `NUMERIC(${digits},${places ?? '0'})`;
  }
  if (kindName === 'ArrayField') {
    const base = argument(call, 0, 'base_field');
    const inner = base?.type === 'call' ? fieldType(base, calledName(base), names) : undefined;
    return inner === undefined ? undefined : `${inner}[]`;
  }
  if (kindName === 'GeneratedField') {
    const output = named(call, 'output_field');
    return output?.type === 'call' ? fieldType(output, calledName(output), names) : undefined;
  }
  return undefined;
}

/** `'shop.Order'`, `settings.AUTH_USER_MODEL`, a model's class. */
function targetOf(node: Expression | undefined, names: Names): string | undefined {
  if (node === undefined) return undefined;
  const text = textOf(node, names);
  if (text !== undefined) return text;
  const name = lastName(node);
  return name === '' ? undefined : name;
}

function defaultText(node: Expression | undefined, names: Names): string | undefined {
  if (node === undefined) return undefined;
  if (node.type === 'constant') return node.value === null ? undefined : String(node.value);
  if (node.type === 'number') return String(node.value);
  if (node.type === 'call') return /^Now$/.test(calledName(node)) ? 'now()' : undefined;
  const text = textOf(node, names);
  return text === undefined ? undefined : `'${text.replaceAll("'", "''")}'`;
}
