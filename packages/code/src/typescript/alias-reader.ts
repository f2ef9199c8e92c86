import { posix } from 'node:path';
import type { Facts, Reader, Source } from '@iama/model';
import type { Alias } from './evaluation/file-tree.ts';

const nothing: Facts = { nodes: [], edges: [], mentions: [], parts: [], problems: [] };

/** Reads what configuration calls files by: `paths` of tsconfig and jsconfig, names and `imports` of packages. */
export const aliasReader: Reader = {
  name: 'alias',
  version: 1,
  gives: [],
  accepts: (path) => /(^|\/)(package|[tj]sconfig(\.[\w-]+)?)\.json$/.test(path),
  read(source) {
    const settings = parseLoosely(source.text);
    if (!isRecord(settings)) return nothing;
    const aliases = source.path.endsWith('package.json') ? ofPackage(settings, source) : ofCompiler(settings, source);
    const at = { path: source.path, line: 1, column: 1 };
    return aliases.length === 0 ? nothing : { ...nothing, parts: [{ kind: 'alias', at, data: aliases }] };
  },
};

function ofCompiler(settings: Record<string, unknown>, source: Source): Alias[] {
  const options = settings.compilerOptions;
  if (!isRecord(options)) return [];
  const under = folderOf(source.path);
  const base = posix.join(under, typeof options.baseUrl === 'string' ? options.baseUrl : '.');
  const aliases: Alias[] = [];
  for (const [from, to] of Object.entries(isRecord(options.paths) ? options.paths : {})) {
    const targets = (Array.isArray(to) ? to : []).filter((one) => typeof one === 'string');
    aliases.push({ from, to: targets.map((one) => posix.join(base, one)), under });
  }
  if (typeof options.baseUrl === 'string') aliases.push({ from: '*', to: [posix.join(base, '*')], under });
  return aliases;
}

function ofPackage(settings: Record<string, unknown>, source: Source): Alias[] {
  const under = folderOf(source.path);
  const aliases: Alias[] = [];
  const { name, imports, exports } = settings;
  if (typeof name === 'string' && name !== '') aliases.push(...ofFolder(name, under, ''));
  for (const group of ['dependencies', 'devDependencies'] as const)
    for (const [called, version] of Object.entries(isRecord(settings[group]) ? settings[group] : {})) {
      const folder = /^(?:file|link):(.*)$/.exec(String(version))?.[1];
      if (folder !== undefined) aliases.push(...ofFolder(called, posix.join(under, folder), under));
    }
  for (const [key, to] of Object.entries(isRecord(exports) ? exports : {})) {
    if (typeof name !== 'string' || !key.startsWith('.')) continue;
    const targets = sourcesOf(to).map((one) => posix.join(under, one));
    aliases.unshift({ from: posix.join(name, key), to: targets, under: '' });
  }
  for (const [from, to] of Object.entries(isRecord(imports) ? imports : {})) {
    aliases.push({ from, to: sourcesOf(to).map((one) => posix.join(under, one)), under });
  }
  return aliases;
}

/** What is published is built; what counts here are the sources it is built from. */
function ofFolder(name: string, folder: string, under: string): Alias[] {
  const [whole, parts] = [
    ['src/index', 'index', 'src/main', 'lib/index'],
    ['src/*', '*', 'lib/*'],
  ];
  return [
    { from: name, to: whole.map((one) => posix.join(folder, one)), under },
    { from: `${name}/*`, to: parts.map((one) => posix.join(folder, one)), under },
  ];
}

/** The files a package names, and the sources they are built from. */
function sourcesOf(value: unknown): string[] {
  return textsIn(value).flatMap((one) => [one.replace(/^\.\/(dist|build|lib)\//, './src/'), one]);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return isRecord(value) ? Object.values(value).flatMap(textsIn) : [];
}

function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : folder;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON with comments and trailing commas, as compilers take it. Undefined when it is none. */
function parseLoosely(text: string): unknown {
  const plain = text
    .replace(/("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, quoted: string | undefined) => quoted ?? '')
    .replace(/,(\s*[}\]])/g, '$1');
  try {
    return JSON.parse(plain);
  } catch {
    return undefined;
  }
}
