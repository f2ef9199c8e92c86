import type { Modules } from './modules.ts';
import { external } from './modules.ts';
import type { Scope, Value } from './value.ts';
import { text, unknown } from './value.ts';

/** What a name means: declared around, imported, given by Node to every file, or of the language. */
export function lookUpName(name: string, scope: Scope, modules: Modules): Value {
  const known = scope.get(name);
  if (known !== undefined) return known;
  const { path } = scope;
  const imported = modules.script(path)?.imports[name];
  if (imported !== undefined) return importedValue(imported.from, imported.name, path, modules);
  const folder = `repo:/${path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''}`;
  switch (name) {
    case '__dirname':
      return text(folder);
    case '__filename':
      return text(`repo:/${path}`);
    case 'import.meta':
      return fileFields(path, folder);
    case 'module':
      return { is: 'object', fields: new Map([['exports', exportsOf(path, modules)]]) };
    case 'exports':
      return exportsOf(path, modules);
    case 'undefined':
      return { is: 'plain', value: null };
    default:
      return { is: 'external', from: '', way: [name] };
  }
}

/** What an import binds in a file. */
export function importedValue(from: string, name: string, path: string, modules: Modules): Value {
  const target = modules.files.find(from, path);
  return target === undefined ? outside(from, name) : (modules.imported(target, name) ?? unknown(name));
}

/** An import of no known file: something of a package, or a file that says nothing. */
export function outside(from: string, name: string): Value {
  if (!/^[./]|^repo:/.test(from)) return external(from, name);
  return unknown(name === 'default' || name === '*' ? from : name);
}

function exportsOf(path: string, modules: Modules): Value {
  return modules.assigned(path) ?? { is: 'module', path };
}

function fileFields(path: string, folder: string): Value {
  const file = text(`repo:/${path}`);
  const fields = new Map<string, Value>([
    ['url', file],
    ['filename', file],
    ['dirname', text(folder)],
  ]);
  return { is: 'object', fields };
}
