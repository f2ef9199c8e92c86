import { posix } from 'node:path';

const endings = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

/** A way configuration gives a folder or a file another name: `@/*` → `src/*`. */
export interface Alias {
  /** What an import begins with, or is; `*` stands for the rest. */
  readonly from: string;
  readonly to: readonly string[];
  /** The folder whose files it counts for; empty for the whole repository. */
  readonly under: string;
}

/** Finds the file an import means, among the files that are known. */
export class FileTree {
  readonly paths: readonly string[];
  readonly #known: ReadonlySet<string>;
  /** By the first folder of what an import begins with; those for anything under the empty text. */
  readonly #aliases = new Map<string, Alias[]>();
  readonly #found = new Map<string, string | undefined>();

  constructor(paths: Iterable<string>, aliases: readonly Alias[]) {
    this.#known = new Set(paths);
    this.paths = [...this.#known].sort();
    for (const alias of aliases.toSorted(closestFirst)) {
      const first = firstFolder(alias.from);
      const group = first.includes('*') ? '' : first;
      this.#aliases.set(group, [...(this.#aliases.get(group) ?? []), alias]);
    }
  }

  /** The path of the file, or undefined when no known file is meant. */
  find(specifier: string, from: string): string | undefined {
    const key = `${posix.dirname(from)}\n${specifier}`;
    if (this.#found.has(key)) return this.#found.get(key);
    const found = this.#find(specifier, from);
    this.#found.set(key, found);
    return found;
  }

  #find(specifier: string, from: string): string | undefined {
    if (specifier.startsWith('.')) return this.at(posix.join(posix.dirname(from), specifier));
    if (specifier.startsWith('repo:/')) return this.at(specifier.slice('repo:/'.length));
    const groups = [this.#aliases.get(firstFolder(specifier)) ?? [], this.#aliases.get('') ?? []];
    for (const alias of groups.flat().sort(closestFirst)) {
      if (alias.under !== '' && !from.startsWith(`${alias.under}/`)) continue;
      const rest = matchAlias(alias.from, specifier);
      if (rest === undefined) continue;
      for (const target of alias.to) {
        const found = this.at(posix.normalize(target.replace('*', rest)));
        if (found !== undefined) return found;
      }
    }
    return this.#bySuffix(specifier, from);
  }

  /** The file at a path given without its ending, with a JavaScript ending for TypeScript, or as a folder. */
  at(path: string): string | undefined {
    if (this.#known.has(path)) return path;
    const bare = path.replace(/\.([cm]?)jsx?$/, '');
    const bases = bare === path ? [path] : [bare, path];
    for (const base of bases) for (const ending of endings) if (this.#known.has(base + ending)) return base + ending;
    for (const ending of endings) {
      const index = posix.join(path, `index${ending}`);
      if (this.#known.has(index)) return index;
    }
    return undefined;
  }

  /** `@/x/y`, `~/x/y`, `src/x/y` without any configuration: the one file that ends so, nearest to the importing file. */
  #bySuffix(specifier: string, from: string): string | undefined {
    const tail = /^(?:[@~]\/|src\/)(.+)$/.exec(specifier)?.[1];
    if (tail === undefined) return undefined;
    for (let folder = posix.dirname(from); ; folder = posix.dirname(folder)) {
      const found = this.at(posix.join(folder, tail)) ?? this.at(posix.join(folder, 'src', tail));
      if (found !== undefined) return found;
      if (folder === '.') return undefined;
    }
  }
}

function firstFolder(specifier: string): string {
  const slash = specifier.indexOf('/');
  return slash < 0 ? specifier : specifier.slice(0, slash);
}

function closestFirst(a: Alias, b: Alias): number {
  return b.under.length - a.under.length || b.from.length - a.from.length;
}

function matchAlias(pattern: string, specifier: string): string | undefined {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === specifier ? '' : undefined;
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  if (!specifier.startsWith(before) || !specifier.endsWith(after)) return undefined;
  return specifier.slice(before.length, specifier.length - after.length);
}
