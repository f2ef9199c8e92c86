import type { Node } from 'oxc-parser';
import { foldText } from '../../typescript/fold-text.ts';
import type { ModuleReader } from '../../typescript/module-reader.ts';
import type { NodeOf, ParsedModule } from '../../typescript/parsed-module.ts';
import type { ModelPart, ModelTable } from '../model-part.ts';
import { decoratorsOf, firstText, optionText } from './decorators.ts';
import { entityColumns } from './entity-column.ts';

/** Entities declared with TypeORM's decorators, and the classes whose columns they inherit. */
export const typeorm: ModuleReader = {
  name: 'typeorm',
  kinds: ['table', 'column'],
  wants: (text) => /['"]typeorm['"]/.test(text) && /@(?:Entity|\w*Column)\b/.test(text),
  read(module) {
    const tables = module.nodesOf('ClassDeclaration').flatMap((node) => entity(module, node));
    if (tables.length === 0) return {};
    const data: ModelPart = { origin: 'typeorm', tables, enums: [] };
    return { parts: [{ kind: 'model-schema', at: { path: module.path, line: 1, column: 1 }, data }] };
  },
};

function entity(module: ParsedModule, node: NodeOf<'ClassDeclaration'>): ModelTable[] {
  const decorators = decoratorsOf(node);
  if (!node.id || decorators.some((one) => one.name === 'ViewEntity')) return [];
  const columns = node.body.body.flatMap((member) =>
    member.type === 'PropertyDefinition' ? entityColumns(module, member) : [],
  );
  const parent = node.superClass?.type === 'Identifier' ? node.superClass.name : undefined;
  const own = decorators.find((one) => one.name === 'Entity' || one.name === 'ChildEntity');
  if (!own && columns.length === 0) return [];
  const schema = own && optionText(module, own, 'schema');
  const name = own && ((firstText(module, own) ?? optionText(module, own, 'name')) || snakeCase(node.id.name));
  const unique = decorators
    .filter((one) => one.name === 'Unique')
    .map((one) => one.arguments.flatMap((argument) => listed(module, argument)));
  const indexes = decorators
    .filter((one) => one.name === 'Index')
    .map((one) => ({
      columns: one.arguments.flatMap((argument) => listed(module, argument)),
      unique: optionText(module, one, 'unique') === 'true' && optionText(module, one, 'where') === undefined,
    }));
  return [
    {
      name: node.id.name,
      ...(name === undefined
        ? {}
        : { table: schema === undefined || schema === 'public' ? name : `${schema}.${name}` }),
      at: module.placeAt(node.start),
      columns,
      takes: parent === undefined ? [] : [parent],
      unique: unique.filter((columns) => columns.length > 0),
      indexes: indexes.filter(({ columns }) => columns.length > 0),
    },
  ];
}

/** `['a', 'b']`, and `(user) => [user.a, user.b]`. */
function listed(module: ParsedModule, argument: Node): string[] {
  const list =
    argument.type === 'ArrowFunctionExpression' && argument.body.type === 'ArrayExpression' ? argument.body : argument;
  if (list.type !== 'ArrayExpression') return [];
  return list.elements.flatMap((element): string[] => {
    if (!element) return [];
    if (element.type === 'MemberExpression' && element.property.type === 'Identifier') return [element.property.name];
    const text = foldText(module, element);
    return text === undefined ? [] : [text];
  });
}

/** What TypeORM calls the table of a class nobody names: `UserProfile` → `user_profile`. */
function snakeCase(name: string): string {
  return name.replace(/(?:([a-z])([A-Z]))|(?:((?!^)[A-Z])([a-z]))/g, '$1_$3$2$4').toLowerCase();
}
