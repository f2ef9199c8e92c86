import type { Unread } from '../migrations/migration-part.ts';
import { readChanges } from '../migrations/read-changes.ts';
import type { Call, Expression } from '../python/syntax/ast.ts';
import type { PythonModule } from '../python/syntax/parse-python.ts';
import type { Names } from '../sqlalchemy/python-values.ts';
import { argument, calledName, constantOf, lastName, named, textOf, textsOf } from '../sqlalchemy/python-values.ts';
import { djangoField } from './field-type.ts';
import type { ConstraintSaid, DjangoOperation, ModelOptions } from './operation.ts';

export interface ReadOperations {
  readonly operations: DjangoOperation[];
  readonly unread: Unread[];
}

/** The operations of a migration's list. What is no known operation is told as not read. */
export function readOperations(module: PythonModule, items: readonly Expression[], names: Names): ReadOperations {
  const read: ReadOperations = { operations: [], unread: [] };
  for (const item of items) readOne(module, item, names, read);
  return read;
}

function readOne(module: PythonModule, item: Expression, names: Names, read: ReadOperations): void {
  const place = placeOf(module, item);
  const refuse = (name: string) =>
    read.unread.push({ ...place, message: `What \`${name}\` does is decided while it runs`, shapes: true });
  const call = item.type === 'name' ? names.get(item.name) : item;
  if (call?.type !== 'call') {
    if (item.type !== 'star') refuse(lastName(item) || 'the list of operations');
    else refuse('the list of operations');
    return;
  }
  const kind = calledName(call);
  if (kind === 'SeparateDatabaseAndState') {
    for (const [key, only] of [
      ['database_operations', 'database'],
      ['state_operations', 'state'],
    ] as const) {
      const said = named(call, key);
      const inner = readOperations(module, itemsOf(said?.type === 'name' ? names.get(said.name) : said), names);
      read.operations.push(...inner.operations.map((one) => ({ ...one, only })));
      read.unread.push(...inner.unread);
      const hidden = inner.operations.find((one) => one.kind === 'nothing' && one.name === 'RunPython');
      if (only === 'database' && hidden)
        read.unread.push({ ...placeOf(module, call), message: 'Python changes tables while it runs', shapes: true });
    }
    return;
  }
  const made = operationOf(module, call, kind, names, place);
  if (made === 'unread') refuse(kind);
  else if (made) read.operations.push(made);
}

function operationOf(
  module: PythonModule,
  call: Call,
  kind: string,
  names: Names,
  place: { line: number; column: number },
): DjangoOperation | 'unread' | undefined {
  const text = (index: number, key: string) => textOf(argument(call, index, key), names);
  const model = (index: number, key: string) => text(index, key)?.toLowerCase();
  switch (kind) {
    case 'CreateModel':
      return createModel(module, call, names, place) ?? 'unread';
    case 'DeleteModel': {
      const name = model(0, 'name');
      return name === undefined ? 'unread' : { kind: 'delete-model', ...place, model: name };
    }
    case 'RenameModel': {
      const [name, to] = [model(0, 'old_name'), model(1, 'new_name')];
      return name === undefined || to === undefined ? 'unread' : { kind: 'rename-model', ...place, model: name, to };
    }
    case 'AlterModelTable': {
      const [name, table] = [model(0, 'name'), text(1, 'table')];
      return name === undefined
        ? 'unread'
        : { kind: 'model-table', ...place, model: name, ...(table === undefined ? {} : { table }) };
    }
    case 'AddField':
    case 'AlterField': {
      const [owner, name, value] = [model(0, 'model_name'), text(1, 'name'), argument(call, 2, 'field')];
      const field =
        name === undefined || !value ? undefined : djangoField(name, value, names, (offset) => placeAt(module, offset));
      if (owner === undefined || !field) return 'unread';
      return { kind: kind === 'AddField' ? 'add-field' : 'alter-field', ...place, model: owner, field };
    }
    case 'RemoveField': {
      const [owner, name] = [model(0, 'model_name'), text(1, 'name')];
      return owner === undefined || name === undefined
        ? 'unread'
        : { kind: 'remove-field', ...place, model: owner, name };
    }
    case 'RenameField': {
      const [owner, name, to] = [model(0, 'model_name'), text(1, 'old_name'), text(2, 'new_name')];
      if (owner === undefined || name === undefined || to === undefined) return 'unread';
      return { kind: 'rename-field', ...place, model: owner, name, to };
    }
    case 'AlterUniqueTogether': {
      const owner = model(0, 'name');
      const sets = setsOf(argument(call, 1, 'unique_together'), names);
      return owner === undefined ? 'unread' : { kind: 'unique-together', ...place, model: owner, sets };
    }
    case 'AddIndex':
    case 'AddIndexConcurrently': {
      const owner = model(0, 'model_name');
      const index = argument(call, 1, 'index');
      if (owner === undefined || index?.type !== 'call') return 'unread';
      const name = textOf(named(index, 'name'), names);
      const fields = (textsOf(named(index, 'fields'), names) ?? []).map((one) => one.replace(/^-/, ''));
      return {
        kind: 'add-index',
        ...place,
        model: owner,
        fields,
        concurrently: kind !== 'AddIndex',
        ...(name === undefined ? {} : { name }),
      };
    }
    case 'RemoveIndex':
    case 'RemoveIndexConcurrently': {
      const name = text(1, 'name');
      return name === undefined
        ? 'unread'
        : { kind: 'remove-index', ...place, name, concurrently: kind !== 'RemoveIndex' };
    }
    case 'AddConstraint':
    case 'AddConstraintNotValid': {
      const owner = model(0, 'model_name');
      const constraint = constraintOf(argument(call, 1, 'constraint'), names);
      return owner === undefined || !constraint
        ? 'unread'
        : { kind: 'add-constraint', ...place, model: owner, constraint };
    }
    case 'RemoveConstraint': {
      const [owner, name] = [model(0, 'model_name'), text(1, 'name')];
      return owner === undefined || name === undefined
        ? 'unread'
        : { kind: 'remove-constraint', ...place, model: owner, name };
    }
    case 'RunSQL':
      return runSql(module, argument(call, 0, 'sql'), names, place);
    case 'RunPython':
    case 'AlterModelOptions':
    case 'AlterModelManagers':
    case 'AlterOrderWithRespectTo':
    case 'AlterIndexTogether':
    case 'RenameIndex':
    case 'AlterModelTableComment':
    case 'ValidateConstraint':
      return { kind: 'nothing', ...place, name: kind };
    default:
      return /Extension$|^Unaccent|^Create\w*Collation|^RemoveCollation/.test(kind)
        ? { kind: 'nothing', ...place, name: kind }
        : 'unread';
  }
}

function createModel(
  module: PythonModule,
  call: Call,
  names: Names,
  place: { line: number; column: number },
): DjangoOperation | undefined {
  const name = textOf(argument(call, 0, 'name'), names);
  const list = argument(call, 1, 'fields');
  if (name === undefined || list === undefined || !('items' in list)) return undefined;
  const fields = (list.items as readonly Expression[]).map((item) => {
    const [key, value] = item.type === 'tuple' || item.type === 'list' ? item.items : [];
    const said = textOf(key, names);
    return said === undefined || !value
      ? undefined
      : djangoField(said, value, names, (offset) => placeAt(module, offset));
  });
  if (fields.includes(undefined)) return undefined;
  const bases = named(call, 'bases');
  const parents =
    bases && 'items' in bases
      ? (bases.items as readonly Expression[]).flatMap((base) => textOf(base, names) ?? [])
      : [];
  return {
    kind: 'create-model',
    ...place,
    model: name.toLowerCase(),
    fields: fields.filter((field) => field !== undefined),
    bases: parents,
    options: optionsOf(argument(call, 2, 'options'), names),
  };
}

function optionsOf(node: Expression | undefined, names: Names): ModelOptions {
  if (node?.type !== 'dict') return {};
  const option = (key: string) => node.entries.find((entry) => textOf(entry.key, names) === key)?.value;
  const table = textOf(option('db_table'), names);
  const indexes = itemsOf(option('indexes')).flatMap((index) => {
    if (index.type !== 'call') return [];
    const name = textOf(named(index, 'name'), names);
    return [
      {
        fields: (textsOf(named(index, 'fields'), names) ?? []).map((one) => one.replace(/^-/, '')),
        ...(name === undefined ? {} : { name }),
      },
    ];
  });
  const constraints = itemsOf(option('constraints')).flatMap((one) => constraintOf(one, names) ?? []);
  const tableless =
    constantOf(option('proxy')) === true ||
    constantOf(option('managed')) === false ||
    constantOf(option('abstract')) === true;
  return {
    ...(table === undefined ? {} : { table }),
    uniqueTogether: setsOf(option('unique_together'), names),
    indexes,
    constraints,
    ...(tableless ? { tableless } : {}),
  };
}

function constraintOf(node: Expression | undefined, names: Names): ConstraintSaid | undefined {
  if (node?.type !== 'call') return undefined;
  const name = textOf(named(node, 'name'), names);
  const kind = calledName(node);
  const form = kind === 'UniqueConstraint' ? 'unique' : kind === 'CheckConstraint' ? 'check' : 'exclude';
  const fields = textsOf(named(node, 'fields'), names) ?? [];
  return {
    form,
    fields,
    ...(name === undefined ? {} : { name }),
    ...(named(node, 'condition') ? { partial: true } : {}),
  };
}

/** `{('a', 'b')}`, `[['a', 'b']]`, `('a', 'b')`. */
function setsOf(node: Expression | undefined, names: Names): string[][] {
  const items = itemsOf(node);
  const one = items.map((item) => (item.type === 'text' ? textOf(item, names) : undefined));
  if (items.length > 0 && !one.includes(undefined)) return [one as string[]];
  return items.flatMap((item) => {
    const texts = textsOf(item, names);
    return texts ? [texts] : [];
  });
}

function itemsOf(node: Expression | undefined): readonly Expression[] {
  if (node && 'items' in node) return node.items as readonly Expression[];
  return node?.type === 'call' && /^(?:set|list|tuple)$/.test(calledName(node)) ? itemsOf(node.args[0]?.value) : [];
}

function runSql(
  module: PythonModule,
  node: Expression | undefined,
  names: Names,
  place: { line: number; column: number },
): DjangoOperation | 'unread' {
  if (node?.type === 'member' && node.name === 'noop') return { kind: 'nothing', ...place, name: 'RunSQL' };
  const texts = node && 'items' in node ? textsOf(node, names) : [textOf(node, names)];
  if (!texts || texts.includes(undefined)) return 'unread';
  const read = texts.map((text) => readChanges({ path: module.path, ...place }, text ?? ''));
  if (read.some((one) => one.unread.some((unread) => unread.shapes))) return 'unread';
  return { kind: 'sql', ...place, changes: read.flatMap((one) => one.changes) };
}

function placeOf(module: PythonModule, node: Expression): { line: number; column: number } {
  return placeAt(module, node.from);
}

function placeAt(module: PythonModule, offset: number): { line: number; column: number } {
  const { line, column } = module.placeAt(offset);
  return { line, column };
}
