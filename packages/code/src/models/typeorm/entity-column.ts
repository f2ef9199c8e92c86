import type { ColumnDefinition } from '@iama/sql';
import { typeAsWritten } from '@iama/sql';
import type { Node } from 'oxc-parser';
import { constantNode, foldText } from '../../typescript/fold-text.ts';
import type { NodeOf, ParsedModule } from '../../typescript/parsed-module.ts';
import { propertyName } from '../../typescript/property-name.ts';
import type { ModelColumn } from '../model-part.ts';
import type { DecoratorCall } from './decorators.ts';
import { decoratorsOf, firstText, optionOf, optionText } from './decorators.ts';

const columns =
  /^(?:Column|PrimaryColumn|PrimaryGeneratedColumn|CreateDateColumn|UpdateDateColumn|DeleteDateColumn|VersionColumn|ObjectIdColumn|Generated)$/;
const inferred: Readonly<Record<string, string>> = {
  TSStringKeyword: 'CHARACTER VARYING',
  TSNumberKeyword: 'INTEGER',
  TSBooleanKeyword: 'BOOLEAN',
};

/** The columns one property of an entity makes: its own, or the foreign key of a relation. */
export function entityColumns(module: ParsedModule, property: NodeOf<'PropertyDefinition'>): ModelColumn[] {
  const key = propertyName(property);
  if (key === undefined) return [];
  const decorators = decoratorsOf(property);
  const own = decorators.find((one) => columns.test(one.name) && one.name !== 'Generated');
  if (own) return [ownColumn(module, property, key, own, decorators)];
  const relation = decorators.find((one) => /^(?:ManyToOne|OneToOne)$/.test(one.name));
  return relation ? relationColumns(module, property, key, relation, decorators) : [];
}

function ownColumn(
  module: ParsedModule,
  property: NodeOf<'PropertyDefinition'>,
  key: string,
  call: DecoratorCall,
  decorators: readonly DecoratorCall[],
): ModelColumn {
  const generation = call.name === 'PrimaryGeneratedColumn' ? (firstText(module, call) ?? 'increment') : undefined;
  const primary = /^Primary/.test(call.name) || optionText(module, call, 'primary') === 'true';
  const dated = /^(?:Create|Update)DateColumn$/.test(call.name);
  const said = optionText(module, call, 'type') ?? (generation === undefined ? firstText(module, call) : undefined);
  const enumeration = optionOf(module, call, 'enum');
  const listed = enumeration ? enumValues(module, enumeration) : undefined;
  const type = listed || enumeration ? undefined : typeOf(module, property, call, said, generation);
  const array = optionText(module, call, 'array') === 'true' ? '[]' : '';
  const fallback = dated
    ? 'now()'
    : generation === 'uuid'
      ? 'uuid_generate_v4()'
      : defaultText(module, optionOf(module, call, 'default'));
  const nullable = call.name === 'DeleteDateColumn' || optionText(module, call, 'nullable') === 'true';
  const column: ColumnDefinition = {
    name: optionText(module, call, 'name') ?? key,
    at: module.placeAt(property.start),
    ...(type === undefined ? {} : { type: `${type}${array}` }),
    nullable: nullable && !primary,
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(generation === 'increment' || generation === 'identity' ? { generated: 'serial' } : {}),
    ...(listed ? { values: listed } : {}),
  };
  const unique = optionText(module, call, 'unique') === 'true' || decorators.some((one) => one.name === 'Unique');
  return { key, column, ...(primary ? { primary } : {}), ...(unique ? { unique } : {}) };
}

function typeOf(
  module: ParsedModule,
  property: NodeOf<'PropertyDefinition'>,
  call: DecoratorCall,
  said: string | undefined,
  generation: string | undefined,
): string | undefined {
  if (generation === 'uuid' || generation === 'rowid') return 'UUID';
  if (said === undefined && generation !== undefined) return 'INTEGER';
  if (/^(?:Create|Update|Delete)DateColumn$/.test(call.name) && said === undefined) return 'TIMESTAMP';
  if (call.name === 'VersionColumn') return 'INTEGER';
  if (said === 'simple-array' || said === 'simple-json' || said === 'simple-enum') return 'TEXT';
  if (said !== undefined) {
    const length = optionText(module, call, 'length');
    const precision = optionText(module, call, 'precision');
    const scale = optionText(module, call, 'scale');
    const numbers =
      length ?? (precision === undefined ? undefined : [precision, scale].filter((one) => one !== undefined).join(','));
    return typeAsWritten(
      numbers === undefined || /\(/.test(said) ? said : said.replace(/^(\w+(?: varying)?)/, `$1(${numbers})`),
    );
  }
  const annotation = property.typeAnnotation?.typeAnnotation;
  const kinds =
    annotation?.type === 'TSUnionType' ? annotation.types.map((one) => one) : annotation ? [annotation] : [];
  for (const kind of kinds) {
    const known = inferred[kind.type];
    const length = optionText(module, call, 'length');
    if (known !== undefined)
      return known === 'CHARACTER VARYING' && length !== undefined ? `${known}(${length})` : known;
    if (kind.type === 'TSTypeReference' && kind.typeName.type === 'Identifier' && kind.typeName.name === 'Date')
      return 'TIMESTAMP';
  }
  return undefined;
}

/** `@ManyToOne(() => Team) @JoinColumn({ name: 'team_id' }) team: Team`: the column beside it, named by custom when nobody names it. */
function relationColumns(
  module: ParsedModule,
  property: NodeOf<'PropertyDefinition'>,
  key: string,
  relation: DecoratorCall,
  decorators: readonly DecoratorCall[],
): ModelColumn[] {
  const join = decorators.find((one) => one.name === 'JoinColumn');
  if (!join && relation.name === 'OneToOne') return [];
  const target = relation.arguments[0];
  const body = target?.type === 'ArrowFunctionExpression' ? target.body : undefined;
  const model = body?.type === 'Identifier' ? body.name : undefined;
  const referenced = join ? optionText(module, join, 'referencedColumnName') : undefined;
  const name = (join && optionText(module, join, 'name')) ?? `${key}${upperFirst(referenced ?? 'id')}`;
  const optional = optionText(module, relation, 'nullable') !== 'false';
  const primary =
    decorators.some((one) => one.name === 'PrimaryColumn') || optionText(module, relation, 'primary') === 'true';
  return [
    {
      key,
      column: { name, at: module.placeAt(property.start), nullable: optional && !primary },
      ...(primary ? { primary } : {}),
      ...(relation.name === 'OneToOne' ? { unique: true } : {}),
      ...(model === undefined
        ? {}
        : { references: { model, ...(referenced === undefined ? {} : { key: referenced }) } }),
    },
  ];
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function enumValues(module: ParsedModule, node: Node): string[] | undefined {
  const value = constantNode(module, node);
  if (value?.type === 'ArrayExpression') {
    const items = value.elements.map((element) => (element ? foldText(module, element) : undefined));
    return items.includes(undefined) ? undefined : (items as string[]);
  }
  if (value?.type !== 'TSEnumDeclaration') return undefined;
  const members = value.body.members.map((member) =>
    member.initializer ? foldText(module, member.initializer) : undefined,
  );
  return members.includes(undefined) ? undefined : (members as string[]);
}

function defaultText(module: ParsedModule, node: Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (node.type === 'Literal') {
    if (node.value === null) return undefined;
    return typeof node.value === 'string' ? `'${node.value}'` : String(node.value);
  }
  if (node.type === 'ArrowFunctionExpression' && node.body.type !== 'BlockStatement')
    return foldText(module, node.body);
  const text = foldText(module, node);
  return text === undefined ? undefined : `'${text}'`;
}
