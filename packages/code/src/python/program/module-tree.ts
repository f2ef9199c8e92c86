import { posix } from 'node:path';

/** Finds the file a Python import means, among the files that are known. */
export class ModuleTree {
  readonly paths: readonly string[];
  readonly #known: ReadonlySet<string>;
  readonly #folders = new Set<string>();
  readonly #byEnd = new Map<string, string[]>();

  constructor(paths: Iterable<string>) {
    this.paths = [...paths].sort();
    this.#known = new Set(this.paths);
    for (const path of this.paths) {
      for (let folder = posix.dirname(path); folder !== '.'; folder = posix.dirname(folder)) this.#folders.add(folder);
      const name = posix.basename(path);
      const end = name === '__init__.py' ? posix.basename(posix.dirname(path)) : name;
      this.#byEnd.set(end, [...(this.#byEnd.get(end) ?? []), path]);
    }
  }

  /** The file of a dotted name as `path` imports it; a folder without `__init__.py` is answered as a folder. */
  find(dotted: string, from: string): string | undefined {
    const dots = /^\.*/.exec(dotted)?.[0].length ?? 0;
    const way = dotted.slice(dots).replaceAll('.', '/');
    if (dots > 0) {
      let base = posix.dirname(from);
      for (let up = 1; up < dots; up += 1) base = posix.dirname(base);
      return this.at(way === '' ? base : posix.join(base, way));
    }
    for (let folder = posix.dirname(from); ; folder = posix.dirname(folder)) {
      const found = this.at(posix.join(folder, way));
      if (found !== undefined && found !== from) return found;
      if (folder === '.') break;
    }
    return this.#bySuffix(way);
  }

  /** The file of a path without its ending, a package's `__init__.py`, or the folder itself. */
  at(path: string): string | undefined {
    if (this.#known.has(`${path}.py`)) return `${path}.py`;
    if (this.#known.has(`${path}/__init__.py`)) return `${path}/__init__.py`;
    return this.#folders.has(path) ? path : undefined;
  }

  /** The module of that name inside a package or folder. */
  inside(path: string, name: string): string | undefined {
    const folder = path.endsWith('.py') ? posix.dirname(path) : path;
    if (path.endsWith('.py') && posix.basename(path) !== '__init__.py') return undefined;
    return this.at(posix.join(folder, name));
  }

  // A source root nobody names: the one file whose path ends so.
  #bySuffix(way: string): string | undefined {
    if (!way.includes('/')) return undefined;
    const last = posix.basename(way);
    const candidates = [...(this.#byEnd.get(`${last}.py`) ?? []), ...(this.#byEnd.get(last) ?? [])];
    const fits = candidates.filter(
      (path) => `/${path}`.endsWith(`/${way}.py`) || `/${path}`.endsWith(`/${way}/__init__.py`),
    );
    return fits.length === 1 ? fits[0] : undefined;
  }
}
