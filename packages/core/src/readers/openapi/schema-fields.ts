import type { ObjectField } from '../api-contract/object-fields.ts';
import { followRef } from './follow-ref.ts';
import type { Tree } from './tree.ts';
import { child, entries, isTrue, items, words } from './tree.ts';

/** A field of a schema and the line that names it. */
export interface SchemaField extends ObjectField {
  readonly line: number;
  /** Values an example or default shows; no closed vocabulary. */
  readonly examples: readonly { readonly value: string; readonly line: number }[];
}

const deepest = 4;
const most = 150;
/** Schemas are shared by many operations; each is read once. */
const read = new WeakMap<Tree, readonly SchemaField[]>();

/** Fields of a schema: references followed, `allOf` merged, members of `oneOf` and `anyOf` side by side, lists with `[]`. */
export function schemaFields(
  root: Tree,
  schema: Tree | undefined,
  outside: (ref: string, at: Tree) => void,
): readonly SchemaField[] {
  const start = followRef(root, schema, outside);
  const known = start && read.get(start);
  if (known) return known;
  const fields: SchemaField[] = [];
  const names = new Set<string>();
  const open = new Set<Tree>();

  const walk = (written: Tree | undefined, prefix: string, depth: number, optional: boolean): void => {
    const tree = followRef(root, written, outside);
    if (!tree || open.has(tree) || depth > deepest || fields.length >= most) return;
    open.add(tree);
    for (const part of items(child(tree, 'allOf'))) walk(part, prefix, depth, optional);
    for (const key of ['oneOf', 'anyOf']) for (const part of items(child(tree, key))) walk(part, prefix, depth, true);
    const required = new Set(items(child(tree, 'required')).map((name) => words(name) ?? ''));
    for (const [name, { line, value }] of entries(child(tree, 'properties'))) {
      const full = `${prefix}${name}`;
      if (names.has(full)) continue;
      names.add(full);
      fields.push({
        ...describe(root, value, outside),
        name: full,
        line,
        offset: 0,
        required: required.has(name) && !optional,
      });
      const inner = followRef(root, value, outside);
      walk(inner, `${full}.`, depth + 1, false);
    }
    const member = child(tree, 'items');
    if (member) walk(member, prefix === '' ? '[].' : `${prefix.slice(0, -1)}[].`, depth + 1, optional);
    open.delete(tree);
  };
  walk(start, '', 0, false);
  if (start) read.set(start, fields);
  return fields;
}

type Description = Pick<SchemaField, 'type' | 'values' | 'examples'>;

/** Type, closed vocabulary and examples of one schema. */
export function describe(root: Tree, written: Tree | undefined, outside: (ref: string, at: Tree) => void): Description {
  const tree = followRef(root, written, outside);
  if (!tree) return { examples: [] };
  const parts = [...items(child(tree, 'allOf')), ...items(child(tree, 'oneOf')), ...items(child(tree, 'anyOf'))];
  const inner = parts.map((part) => followRef(root, part, outside));
  const member = followRef(root, child(tree, 'items'), outside);
  const values = vocabulary(tree) ?? vocabulary(member) ?? joined(inner.map((part) => vocabulary(part)));
  const type =
    typeOf(root, tree, outside) ??
    inner.map((part) => (part ? typeOf(root, part, outside) : undefined)).find((name) => name !== undefined);
  const examples = [child(tree, 'example'), ...items(child(tree, 'examples')), child(tree, 'default')].flatMap((one) =>
    one?.kind === 'scalar' && typeof one.value === 'string' ? [{ value: one.value, line: one.line }] : [],
  );
  return { ...(type === undefined ? {} : { type }), ...(values ? { values } : {}), examples };
}

function vocabulary(tree: Tree | undefined): string[] | undefined {
  const fixed = words(child(tree, 'const'));
  const said = fixed === undefined ? items(child(tree, 'enum')).flatMap((one) => words(one) ?? []) : [fixed];
  return said.length > 0 ? said : undefined;
}

function joined(lists: readonly (readonly string[] | undefined)[]): string[] | undefined {
  const all = [...new Set(lists.flatMap((list) => list ?? []))];
  return all.length > 0 && lists.every((list) => list !== undefined) ? all : undefined;
}

function typeOf(root: Tree, tree: Tree, outside: (ref: string, at: Tree) => void): string | undefined {
  const types = child(tree, 'type');
  const names =
    types?.kind === 'list'
      ? types.items.flatMap((one) => words(one) ?? [])
      : [words(types) ?? ''].filter((name) => name !== '');
  const nullable = isTrue(child(tree, 'nullable')) || isTrue(child(tree, 'x-nullable'));
  if (names.length === 0) return child(tree, 'properties') ? 'object' : undefined;
  if (names[0] === 'array') {
    const member = followRef(root, child(tree, 'items'), outside);
    const name = member ? words(child(member, 'type')) : undefined;
    return name === undefined || name === 'object' ? 'array' : `${name}[]`;
  }
  const format = words(child(tree, 'format'));
  const base = names.map((name) => (name === 'string' && format !== undefined ? `string(${format})` : name));
  return [...base, ...(nullable ? ['null'] : [])].join(' | ');
}
