import type { ColumnDefinition } from '@iama/sql';
import type { Node } from 'oxc-parser';
import { foldText } from '../../typescript/fold-text.ts';
import type { ParsedModule } from '../../typescript/parsed-module.ts';
import { propertyName } from '../../typescript/property-name.ts';
import type { ModelColumn } from '../model-part.ts';
import type { ChainCall } from './builder-chain.ts';
import { builderChain } from './builder-chain.ts';

const types: Readonly<Record<string, string>> = {
  serial: 'SERIAL',
  bigserial: 'BIGSERIAL',
  smallserial: 'SMALLSERIAL',
  integer: 'INTEGER',
  smallint: 'SMALLINT',
  bigint: 'BIGINT',
  boolean: 'BOOLEAN',
  text: 'TEXT',
  real: 'REAL',
  doublePrecision: 'DOUBLE PRECISION',
  json: 'JSON',
  jsonb: 'JSONB',
  uuid: 'UUID',
  date: 'DATE',
  interval: 'INTERVAL',
  inet: 'INET',
  cidr: 'CIDR',
  macaddr: 'MACADDR',
  macaddr8: 'MACADDR8',
  point: 'POINT',
  line: 'LINE',
};

/** `role: roleEnum('role').notNull().default('user')` as a column. Undefined when the value builds none. */
export function drizzleColumn(
  module: ParsedModule,
  key: string,
  value: Node,
  postgres: boolean,
): ModelColumn | undefined {
  const chain = builderChain(value);
  if (!chain) return undefined;
  const [head, ...tail] = chain[0]?.name.endsWith('.') ? chain.slice(1) : chain;
  if (!head) return undefined;
  const [first, second] = head.arguments;
  const named = first === undefined ? undefined : foldText(module, first);
  const options = named === undefined ? first : second;
  const base = typeOf(module, head.name, options);
  const array = tail.filter((call) => call.name === 'array').length > 0 ? '[]' : '';
  const enumeration =
    base === undefined && !/^(?:customType|geometry|geography)$/.test(head.name) ? head.name : undefined;
  const has = (name: string) => tail.some((call) => call.name === name);
  const primary = has('primaryKey');
  const identity = has('generatedAlwaysAsIdentity') || has('generatedByDefaultAsIdentity');
  const serial = /serial$/i.test(head.name);
  const fallback = defaultOf(module, tail);
  const column: ColumnDefinition = {
    name: named ?? key,
    at: module.placeAt(value.parent?.start ?? value.start),
    ...(base !== undefined && postgres ? { type: `${base}${array}` } : array === '' ? {} : { type: array }),
    nullable: !(primary || identity || serial || has('notNull')),
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(identity
      ? { generated: 'identity' }
      : serial
        ? { generated: 'serial' }
        : has('generatedAlwaysAs')
          ? { generated: 'stored' }
          : {}),
  };
  const references = referenceOf(tail);
  return {
    key,
    column,
    ...(primary ? { primary } : {}),
    ...(has('unique') ? { unique: true } : {}),
    ...(enumeration === undefined ? {} : { enumeration }),
    ...(references === undefined ? {} : { references }),
  };
}

function typeOf(module: ParsedModule, builder: string, options: Node | undefined): string | undefined {
  const simple = types[builder];
  if (simple !== undefined) return simple;
  const option = (name: string) => optionText(module, options, name);
  const sized = (name: string, ...sizes: (string | undefined)[]) => {
    const said = sizes.filter((size) => size !== undefined);
    return said.length > 0 ? `${name}(${said.join(',')})` : name;
  };
  switch (builder) {
    case 'varchar':
      return sized('VARCHAR', option('length'));
    case 'char':
      return sized('CHAR', option('length'));
    case 'numeric':
    case 'decimal':
      return sized('NUMERIC', option('precision'), option('scale'));
    case 'vector':
      return sized('VECTOR', option('dimensions'));
    case 'bit':
      return sized('BIT', option('dimensions'));
    case 'timestamp':
    case 'time': {
      const zone = option('withTimezone') === 'true' ? ' WITH TIME ZONE' : '';
      return `${sized(builder.toUpperCase(), option('precision'))}${zone}`;
    }
    default:
      return undefined;
  }
}

function optionText(module: ParsedModule, options: Node | undefined, name: string): string | undefined {
  if (options?.type !== 'ObjectExpression') return undefined;
  for (const property of options.properties) {
    if (property.type !== 'Property' || propertyName(property) !== name) continue;
    if (property.value.type === 'Literal') return String(property.value.value);
    return foldText(module, property.value);
  }
  return undefined;
}

function defaultOf(module: ParsedModule, calls: readonly ChainCall[]): string | undefined {
  for (const call of calls) {
    if (call.name === 'defaultNow') return 'now()';
    if (call.name === 'defaultRandom') return 'gen_random_uuid()';
    const [value] = call.arguments;
    if (call.name === 'default' && value) return defaultText(module, value);
  }
  return undefined;
}

function defaultText(module: ParsedModule, value: Node): string | undefined {
  if (value.type === 'Literal')
    return typeof value.value === 'string' ? `'${value.value.replaceAll("'", "''")}'` : String(value.value);
  if (value.type === 'TaggedTemplateExpression') return foldText(module, value.quasi);
  if (value.type === 'ObjectExpression' || value.type === 'ArrayExpression')
    return `'${module.text.slice(value.start, value.end)}'`;
  if (value.type === 'UnaryExpression') return module.text.slice(value.start, value.end);
  const text = foldText(module, value);
  return text === undefined ? undefined : `'${text}'`;
}

/** `.references(() => teams.id)`. */
function referenceOf(calls: readonly ChainCall[]): ModelColumn['references'] {
  const target = calls.find((call) => call.name === 'references')?.arguments[0];
  const body = target?.type === 'ArrowFunctionExpression' ? target.body : undefined;
  if (body?.type !== 'MemberExpression' || body.object.type !== 'Identifier' || body.property.type !== 'Identifier')
    return undefined;
  return { model: body.object.name, key: body.property.name };
}
