import type { Node } from 'oxc-parser';
import { constantNode, foldText, withoutTypes } from '../../typescript/fold-text.ts';
import type { ModuleReader } from '../../typescript/module-reader.ts';
import type { NodeOf, ParsedModule } from '../../typescript/parsed-module.ts';
import { propertyName } from '../../typescript/property-name.ts';
import type { ModelColumn, ModelEnum, ModelPart, ModelTable } from '../model-part.ts';
import { builderChain } from './builder-chain.ts';
import { drizzleColumn } from './drizzle-column.ts';

const dialects: Readonly<Record<string, string | undefined>> = {
  pg: undefined,
  mysql: 'mysql',
  sqlite: 'sqlite',
  singlestore: 'mysql',
};

/** Tables declared with Drizzle: `pgTable('users', { … })`, schemas, table creators, enumerations. */
export const drizzle: ModuleReader = {
  name: 'drizzle',
  kinds: ['table', 'column'],
  wants: (text) => /drizzle-orm/.test(text),
  read(module) {
    const dialect = dialectOf(module);
    const read = new DrizzleFile(module, dialect === undefined);
    const data: ModelPart = {
      origin: 'drizzle',
      tables: read.tables(),
      enums: read.enums(),
      ...(dialect === undefined ? {} : { dialect }),
    };
    if (data.tables.length === 0 && data.enums.length === 0) return {};
    return { parts: [{ kind: 'model-schema', at: { path: module.path, line: 1, column: 1 }, data }] };
  },
};

/** The dialect of the core a file imports. */
function dialectOf(module: ParsedModule): string | undefined {
  for (const { source } of module.nodesOf('ImportDeclaration')) {
    const core = /^drizzle-orm\/(pg|mysql|sqlite|singlestore)-core/.exec(source.value)?.[1];
    if (core !== undefined) return dialects[core];
  }
  return undefined;
}

class DrizzleFile {
  private readonly module: ParsedModule;
  private readonly postgres: boolean;

  constructor(module: ParsedModule, postgres: boolean) {
    this.module = module;
    this.postgres = postgres;
  }

  tables(): ModelTable[] {
    return this.module.nodesOf('VariableDeclarator').flatMap((declarator) => {
      const { id, init } = declarator;
      if (id.type !== 'Identifier' || !init) return [];
      const call = withoutTypes(init);
      if (call.type === 'ObjectExpression') return this.sharedColumns(id.name, call);
      const table = call.type === 'CallExpression' ? this.tableName(call) : undefined;
      if (table === undefined || call.type !== 'CallExpression') return [];
      return [this.table(id.name, table, call)];
    });
  }

  enums(): ModelEnum[] {
    return this.module.nodesOf('VariableDeclarator').flatMap(({ id, init }) => {
      const call = init ? withoutTypes(init) : undefined;
      if (id.type !== 'Identifier' || call?.type !== 'CallExpression') return [];
      const { callee } = call;
      const named =
        callee.type === 'Identifier'
          ? callee.name
          : callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
            ? callee.property.name
            : '';
      const [first, second] = call.arguments as readonly Node[];
      if (!/^(?:pgEnum|enum)$/.test(named) || !first || !second) return [];
      const type = foldText(this.module, first);
      const list = constantNode(this.module, second);
      if (type === undefined || list?.type !== 'ArrayExpression') return [];
      const values = list.elements.map((element) => (element ? foldText(this.module, element) : undefined));
      if (values.includes(undefined)) return [];
      return [{ name: id.name, type, values: values as string[], at: this.module.placeAt(call.start) }];
    });
  }

  /** `pgTable('users', …)`, `auth.table('users', …)`, and a creator that changes the name. */
  private tableName(call: NodeOf<'CallExpression'>): string | undefined {
    const { callee } = call;
    const [first] = call.arguments as readonly Node[];
    const name = first === undefined ? undefined : foldText(this.module, first);
    if (name === undefined || call.arguments.length < 2) return undefined;
    if (callee.type === 'Identifier') {
      if (/^(?:pg|mysql|sqlite|singlestore)Table$/.test(callee.name)) return name;
      const creator = this.valueOf(callee);
      return creator ? createdName(creator, name) : undefined;
    }
    if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || callee.property.name !== 'table')
      return undefined;
    const schema = this.valueOf(callee.object);
    const called = schema?.type === 'CallExpression' && schema.callee.type === 'Identifier' ? schema.callee.name : '';
    const prefix =
      /Schema$/.test(called) && schema?.type === 'CallExpression'
        ? foldText(this.module, schema.arguments[0] as Node)
        : undefined;
    return prefix === undefined ? undefined : prefix === 'public' ? name : `${prefix}.${name}`;
  }

  private valueOf(node: Node): Node | undefined {
    const value = constantNode(this.module, node);
    return value === undefined ? undefined : withoutTypes(value);
  }

  private table(name: string, table: string, call: NodeOf<'CallExpression'>): ModelTable {
    const [, shape, extras] = call.arguments as readonly Node[];
    const object = shape ? objectOf(shape) : undefined;
    const { columns, takes } = object ? this.columns(object) : { columns: [], takes: [] };
    return { name, table, at: this.module.placeAt(call.start), columns, takes, ...this.extras(extras) };
  }

  private columns(object: NodeOf<'ObjectExpression'>): { columns: ModelColumn[]; takes: string[] } {
    const columns: ModelColumn[] = [];
    const takes: string[] = [];
    for (const property of object.properties) {
      if (property.type === 'SpreadElement') {
        if (property.argument.type === 'Identifier') takes.push(property.argument.name);
        continue;
      }
      const key = propertyName(property);
      const column = key === undefined ? undefined : drizzleColumn(this.module, key, property.value, this.postgres);
      if (column) columns.push(column);
    }
    return { columns, takes };
  }

  /** An object of columns that tables spread: `const timestamps = { createdAt: timestamp() }`. */
  private sharedColumns(name: string, object: NodeOf<'ObjectExpression'>): ModelTable[] {
    const { columns, takes } = this.columns(object);
    const building = columns.filter(
      ({ column, enumeration }) => column.type !== undefined && enumeration === undefined,
    );
    if (building.length === 0 || building.length < object.properties.length) return [];
    return [{ name, at: this.module.placeAt(object.start), columns, takes }];
  }

  /** Keys and indexes of the third argument. */
  private extras(node: Node | undefined): Pick<ModelTable, 'primaryKey' | 'unique' | 'indexes'> {
    const body = node ? bodyOf(node) : undefined;
    const items: Node[] =
      body?.type === 'ArrayExpression'
        ? body.elements.filter((element) => element !== null)
        : body?.type === 'ObjectExpression'
          ? body.properties.flatMap((property) => (property.type === 'Property' ? [property.value] : []))
          : [];
    let primaryKey: string[] | undefined;
    const unique: string[][] = [];
    const indexes: { columns: string[]; unique: boolean }[] = [];
    for (const item of items) {
      const chain = builderChain(item);
      const head = chain?.[0];
      const on = chain?.find((call) => call.name === 'on' || call.name === 'using');
      const partial = chain?.some((call) => call.name === 'where') ?? false;
      const columns = on ? on.arguments.flatMap(memberKey) : [];
      if (head?.name === 'primaryKey') primaryKey = listedKeys(head.arguments);
      else if (head?.name === 'unique' && columns.length > 0) unique.push(columns);
      else if (head && /^(?:uniqueIndex|index)$/.test(head.name) && columns.length > 0)
        indexes.push({ columns, unique: head.name === 'uniqueIndex' && !partial });
    }
    return {
      ...(primaryKey === undefined ? {} : { primaryKey }),
      ...(unique.length > 0 ? { unique } : {}),
      ...(indexes.length > 0 ? { indexes } : {}),
    };
  }
}

/** `pgTableCreator((name) => `app_${name}`)` applied to a name. */
function createdName(creator: Node, name: string): string | undefined {
  if (
    creator.type !== 'CallExpression' ||
    creator.callee.type !== 'Identifier' ||
    !/TableCreator$/.test(creator.callee.name)
  )
    return undefined;
  const [shape] = creator.arguments;
  if (shape?.type !== 'ArrowFunctionExpression') return undefined;
  const body = bodyOf(shape);
  if (body?.type === 'Identifier') return name;
  if (body?.type !== 'TemplateLiteral' || body.expressions.length !== 1) return undefined;
  return `${body.quasis[0]?.value.cooked ?? ''}${name}${body.quasis[1]?.value.cooked ?? ''}`;
}

function bodyOf(node: Node): Node | undefined {
  const inner = withoutTypes(node);
  if (inner.type !== 'ArrowFunctionExpression') return inner;
  if (inner.body.type !== 'BlockStatement') return withoutTypes(inner.body);
  const last = inner.body.body.find((statement) => statement.type === 'ReturnStatement');
  return last?.type === 'ReturnStatement' && last.argument ? withoutTypes(last.argument) : undefined;
}

function objectOf(node: Node): NodeOf<'ObjectExpression'> | undefined {
  const body = bodyOf(node);
  return body?.type === 'ObjectExpression' ? body : undefined;
}

function memberKey(node: Node): string[] {
  if (node.type === 'MemberExpression' && node.property.type === 'Identifier') return [node.property.name];
  const chain =
    node.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? node.callee.object : undefined;
  return chain ? memberKey(chain) : [];
}

/** `primaryKey({ columns: [t.a, t.b] })` and `primaryKey(t.a, t.b)`. */
function listedKeys(args: readonly Node[]): string[] {
  const [first] = args;
  if (first?.type !== 'ObjectExpression') return args.flatMap(memberKey);
  const columns = first.properties.find(
    (property) => property.type === 'Property' && propertyName(property) === 'columns',
  );
  if (columns?.type !== 'Property' || columns.value.type !== 'ArrayExpression') return [];
  return columns.value.elements.flatMap((element) => (element ? memberKey(element) : []));
}
