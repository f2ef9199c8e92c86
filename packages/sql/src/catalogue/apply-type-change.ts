import type { SchemaChange } from '../changes/schema-change.ts';
import { normalDefault } from '../types/same-default.ts';
import type { Catalogue } from './catalogue.ts';
import type { Outcome } from './outcome.ts';
import { done } from './outcome.ts';

/** Enumerations and domains come, go, and grow. Undefined: no change of this kind. */
export function applyTypeChange(catalogue: Catalogue, change: SchemaChange): Outcome {
  switch (change.kind) {
    case 'create-enum':
      if (change.conditional && catalogue.enums.has(catalogue.created(change.name))) return done;
      catalogue.enums.set(catalogue.created(change.name), [...change.values]);
      return done;
    case 'create-domain':
      catalogue.domains.set(catalogue.created(change.name), {
        type: change.type,
        ...(change.values === undefined ? {} : { values: change.values }),
      });
      return done;
    case 'drop-type':
      catalogue.enums.delete(catalogue.known(change.name, catalogue.enums));
      catalogue.domains.delete(catalogue.known(change.name, catalogue.domains));
      return done;
    case 'rename-type': {
      for (const among of [catalogue.enums, catalogue.domains] as Map<string, never>[]) {
        const name = catalogue.known(change.name, among);
        const value = among.get(name);
        if (value === undefined) continue;
        among.delete(name);
        const dot = name.lastIndexOf('.');
        const to = dot < 0 ? change.to : `${name.slice(0, dot)}.${change.to}`;
        among.set(to, value);
        renameInColumns(catalogue, name, to);
      }
      return done;
    }
    case 'add-enum-value': {
      const values = catalogue.enums.get(catalogue.known(change.name, catalogue.enums));
      if (!values) return `type ${change.name}`;
      if (values.includes(change.value)) return done;
      const neighbour = change.neighbour === undefined ? -1 : values.indexOf(change.neighbour);
      if (neighbour < 0) values.push(change.value);
      else values.splice(neighbour + (change.after ? 1 : 0), 0, change.value);
      return done;
    }
    case 'rename-enum-value': {
      const name = catalogue.known(change.name, catalogue.enums);
      const values = catalogue.enums.get(name);
      if (!values) return `type ${change.name}`;
      const index = values.indexOf(change.value);
      if (index >= 0) values[index] = change.to;
      renameInDefaults(catalogue, name, change.value, change.to);
      return done;
    }
    default:
      return undefined;
  }
}

function renameInColumns(catalogue: Catalogue, from: string, to: string): void {
  for (const table of catalogue.tables.values())
    for (const column of table.columns.values()) {
      const bare = typeKey(column.type ?? '');
      if (bare === from) column.type = (column.type ?? '').replace(/^[^[\s]+/, written(to));
    }
}

/** A default is kept as the value, whatever the value is called. */
function renameInDefaults(catalogue: Catalogue, type: string, from: string, to: string): void {
  for (const table of catalogue.tables.values())
    for (const column of table.columns.values())
      if (typeKey(column.type ?? '') === type && normalDefault(column.default) === from) column.default = `'${to}'`;
}

/** A name as SQL needs it written. */
function written(name: string): string {
  return name
    .split('.')
    .map((part) => (/^[a-z_][a-z0-9_]*$/.test(part) ? part : `"${part}"`))
    .join('.');
}

/** A type's text as a name of the catalogue's types: without `public.`, quotes and array brackets. */
export function typeKey(type: string): string {
  const bare = type.replace(/(?:\s*\[\d*\])+$/, '').replace(/^(?:"public"|public)\./i, '');
  return bare
    .split('.')
    .map((part) => (part.startsWith('"') ? part.slice(1, -1) : part.toLowerCase()))
    .join('.');
}
