import type { ConstraintDefinition, SchemaChange } from '../changes/schema-change.ts';
import type { Definition } from '../read-definitions.ts';
import type { SqlText } from '../text/sql-text.ts';
import type { PrismaAttribute, PrismaBlock, PrismaField } from './parse-prisma.ts';
import { parsePrisma } from './parse-prisma.ts';
import type { PrismaEnum } from './prisma-column.ts';
import { prismaColumn, unquoted } from './prisma-column.ts';

export interface PrismaDefinitions {
  readonly definitions: readonly Definition[];
  /** Tables whose model is only an excerpt: it has no key, or leaves fields out. */
  readonly excerpts: readonly string[];
  /** The datasource's provider; absent when the text has none. */
  readonly provider?: string;
}

/** A block with the file it stands in. */
type Block = PrismaBlock & { readonly source: SqlText };

/** The tables, columns, enumerations and indexes a Prisma schema stands for, of however many files. */
export function readPrisma(sources: readonly SqlText[]): PrismaDefinitions {
  const blocks = sources.flatMap((source) => parsePrisma(source.text).map((block): Block => ({ ...block, source })));
  const provider = blocks.find((block) => block.kind === 'datasource')?.settings.provider;
  const enums = new Map(blocks.filter((block) => block.kind === 'enum').map((block) => [block.name, block]));
  const models = new Map(blocks.filter((block) => block.kind === 'model').map((block) => [block.name, block]));
  const definitions: Definition[] = [];
  const add = (block: Block, change: SchemaChange) =>
    definitions.push({
      change,
      line: block.source.place(block.start).line,
      lastLine: block.source.place(Math.max(block.start, block.end - 1)).line,
      comments: {},
    });
  for (const block of enums.values())
    add(block, {
      kind: 'create-enum',
      at: block.source.place(block.start),
      name: tableName(block),
      values: [...enumeration(block).values.values()],
    });
  for (const block of models.values()) for (const change of modelChanges(block, models, enums)) add(block, change);
  for (const { block, change } of joinTables(models)) add(block, change);
  const excerpts = [...models.values()].filter(isExcerpt).map(tableName);
  return { definitions, excerpts, ...(provider === undefined ? {} : { provider }) };
}

function isExcerpt(model: Block): boolean {
  const keyed =
    model.fields.some((field) => has(field, 'id') || has(field, 'unique')) ||
    model.attributes.some((attribute) => attribute.name === 'id' || attribute.name === 'unique');
  return (
    !keyed || /\/\/\s*(?:\.\.\.|…|(?:other|existing|more) \w+)/i.test(model.source.text.slice(model.start, model.end))
  );
}

function modelChanges(
  model: Block,
  models: ReadonlyMap<string, Block>,
  enums: ReadonlyMap<string, Block>,
): SchemaChange[] {
  const { source } = model;
  const at = source.place(model.start);
  const table = tableName(model);
  const constraints: ConstraintDefinition[] = [];
  const columns = model.fields.flatMap((field) => {
    const column = source.place(field.start);
    if (models.has(field.type)) {
      const foreign = relation(field, model, models);
      if (foreign) constraints.push({ form: 'foreign', at: column, ...foreign });
      return [];
    }
    const name = columnName(field);
    const own = { at: column, columns: [name] };
    if (has(field, 'id')) constraints.push({ form: 'primary', ...own });
    if (has(field, 'unique')) constraints.push({ form: 'unique', ...own });
    const type = enums.get(field.type);
    return [prismaColumn(field, name, column, type && enumeration(type))];
  });
  const indexes: SchemaChange[] = [];
  for (const attribute of model.attributes) {
    const keys = listed(attribute).map((name) => named(model, name));
    if (attribute.name === 'id') constraints.push({ form: 'primary', at, columns: keys });
    if (attribute.name === 'unique') constraints.push({ form: 'unique', at, columns: keys });
    if (attribute.name === 'index')
      indexes.push({
        kind: 'create-index',
        at,
        table,
        concurrently: false,
        index: { columns: keys, unique: false, partial: false, at },
      });
  }
  const origin = { inherits: [], like: [] };
  return [{ kind: 'create-table', at, table, columns, constraints, origin, temporary: false }, ...indexes];
}

function enumeration(block: PrismaBlock): PrismaEnum {
  const values = block.fields.map((value) => [value.name, mapped(value.attributes) ?? value.name] as const);
  return { name: tableName(block), values: new Map(values) };
}

/** `@relation(fields: [a], references: [b])` → the columns, and what they reference. */
function relation(
  field: PrismaField,
  model: PrismaBlock,
  models: ReadonlyMap<string, PrismaBlock>,
): Pick<ConstraintDefinition, 'columns' | 'references'> | undefined {
  const attribute = field.attributes.find((one) => one.name === 'relation');
  const target = models.get(field.type);
  const from = /fields\s*:\s*\[([^\]]*)\]/.exec(attribute?.arguments ?? '')?.[1];
  const to = /references\s*:\s*\[([^\]]*)\]/.exec(attribute?.arguments ?? '')?.[1];
  if (!target || from === undefined || to === undefined) return undefined;
  return {
    columns: names(from).map((name) => named(model, name)),
    references: { table: tableName(target), columns: names(to).map((name) => named(target, name)) },
  };
}

/** Lists on both sides of a relation need a table nobody wrote: `_PostToTag`, columns `A` and `B`. */
function joinTables(models: ReadonlyMap<string, Block>): { block: Block; change: SchemaChange }[] {
  const found = new Map<string, { block: Block; change: SchemaChange }>();
  for (const block of models.values())
    for (const field of block.fields) {
      const other = models.get(field.type);
      if (!field.list || !other) continue;
      const name = relationName(field);
      const back = other.fields.find(
        (one) => one.list && one.type === block.name && relationName(one) === name && one !== field,
      );
      if (!back) continue;
      const [first, second] = [block, other].sort((one, two) => (one.name < two.name ? -1 : 1));
      const table = `_${name ?? `${first?.name}To${second?.name}`}`;
      const at = block.source.place(field.start);
      const side = (column: string, model: PrismaBlock | undefined) => {
        const id = model?.fields.find((one) => has(one, 'id'));
        return { column: id ? prismaColumn(id, column, at) : { name: column, at }, model, key: id?.name ?? 'id' };
      };
      const sides = [side('A', first), side('B', second)];
      if (found.has(table)) continue;
      found.set(table, {
        block,
        change: {
          kind: 'create-table',
          at,
          table,
          columns: sides.map(({ column: { default: _, generated: __, ...column } }) => ({
            ...column,
            ...(column.type === undefined ? {} : { type: column.type.replace(/^(BIG|SMALL)?SERIAL$/, '$1INT') }),
            nullable: false,
          })),
          constraints: sides.map(({ column, model, key }) => ({
            form: 'foreign',
            at,
            columns: [column.name],
            references: { table: model ? tableName(model) : '', columns: [key] },
          })),
          origin: { inherits: [], like: [] },
          temporary: false,
        },
      });
    }
  return [...found.values()];
}

function relationName(field: PrismaField): string | undefined {
  const said = field.attributes.find((one) => one.name === 'relation')?.arguments ?? '';
  return /^\s*(?:name\s*:\s*)?"([^"]+)"/.exec(said)?.[1] ?? /\bname\s*:\s*"([^"]+)"/.exec(said)?.[1];
}

function tableName(block: PrismaBlock): string {
  const schema = unquoted(block.attributes.find((one) => one.name === 'schema')?.arguments ?? '');
  const name = mapped(block.attributes) ?? block.name;
  return schema === '' || schema === 'public' ? name : `${schema}.${name}`;
}

function columnName(field: PrismaField): string {
  return mapped(field.attributes) ?? field.name;
}

function named(model: PrismaBlock, name: string): string {
  const field = model.fields.find((one) => one.name === name);
  return field ? columnName(field) : name;
}

function mapped(attributes: readonly PrismaAttribute[]): string | undefined {
  const said = attributes.find((one) => one.name === 'map')?.arguments;
  return said === undefined ? undefined : unquoted(said.replace(/^name\s*:\s*/, ''));
}

function has(field: PrismaField, name: string): boolean {
  return field.attributes.some((one) => one.name === name);
}

function listed(attribute: PrismaAttribute): string[] {
  return names(/\[([^\]]*)\]/.exec(attribute.arguments.replace(/\([^()]*\)/g, ''))?.[1] ?? '');
}

function names(list: string): string[] {
  return list.split(',').flatMap((item) => /^\s*(\w+)/.exec(item)?.[1] ?? []);
}
