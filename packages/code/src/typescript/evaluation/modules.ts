import type { Script, Statement } from '../script/script.ts';
import type { Alias } from './file-tree.ts';
import { FileTree } from './file-tree.ts';
import type { Value } from './value.ts';
import { list, unknown } from './value.ts';

type Pass = Extract<Statement, { do: 'pass' }>;

interface ModuleState {
  readonly script: Script;
  readonly exports: Map<string, Value>;
  readonly passes: readonly Pass[];
  /** CommonJS: what `module.exports` was set to. */
  whole?: Value;
}

/** The files that can be run, and what they export once they have been. */
export class Modules {
  readonly files: FileTree;
  readonly #states = new Map<string, ModuleState>();
  readonly #started = new Set<string>();
  readonly #start: (script: Script) => void;

  constructor(scripts: readonly Script[], aliases: readonly Alias[], start: (script: Script) => void) {
    for (const script of scripts) {
      const passes = script.body.filter((statement) => statement.do === 'pass');
      this.#states.set(script.path, { script, exports: new Map(), passes });
    }
    this.files = new FileTree(this.#states.keys(), aliases);
    this.#start = start;
  }

  /** Runs the file, once; a circle of imports finds what was exported so far. */
  run(path: string): void {
    const state = this.#states.get(path);
    if (state === undefined || this.#started.has(path)) return;
    this.#started.add(path);
    this.#start(state.script);
  }

  script(path: string): Script | undefined {
    return this.#states.get(path)?.script;
  }

  setExport(path: string, name: string, value: Value): void {
    const state = this.#states.get(path);
    if (state === undefined) return;
    if (name === '=') state.whole = value;
    else state.exports.set(name, value);
  }

  /** What `require` gives. */
  whole(path: string): Value {
    this.run(path);
    return this.#states.get(path)?.whole ?? { is: 'module', path };
  }

  /** What CommonJS exported as one value, if it did. */
  assigned(path: string): Value | undefined {
    this.run(path);
    return this.#states.get(path)?.whole;
  }

  /** One export, followed through files that pass it on. */
  exportOf(path: string, name: string, seen: ReadonlySet<string> = new Set()): Value | undefined {
    const key = `${path}\n${name}`;
    const state = this.#states.get(path);
    if (state === undefined || seen.has(key)) return undefined;
    this.run(path);
    const own = state.exports.get(name);
    if (own !== undefined) return own;
    const deeper = new Set(seen).add(key);
    for (const pass of state.passes) {
      const target = this.files.find(pass.from, path);
      if (pass.as === name) return target === undefined ? external(pass.from, '*') : { is: 'module', path: target };
      const named = pass.names?.find(([, exported]) => exported === name)?.[0];
      if (named === undefined && (pass.names !== undefined || pass.as !== undefined || name === 'default')) continue;
      const imported = named ?? name;
      const found = target === undefined ? undefined : this.imported(target, imported, deeper);
      if (found !== undefined) return found;
      if (target === undefined && named !== undefined) return external(pass.from, imported);
    }
    return undefined;
  }

  /** What `import { name } from path` binds, CommonJS files included. */
  imported(path: string, name: string, seen?: ReadonlySet<string>): Value | undefined {
    if (name === '*') return this.whole(path);
    const exported = this.exportOf(path, name, seen);
    if (exported !== undefined) return exported;
    const whole = this.#states.get(path)?.whole;
    if (name === 'default') return whole ?? (this.names(path).length > 0 ? { is: 'module', path } : undefined);
    return whole?.is === 'object' || whole?.is === 'function' || whole?.is === 'class'
      ? whole.fields.get(name)
      : undefined;
  }

  /** All exported names, in the order they are written. */
  names(path: string, seen: ReadonlySet<string> = new Set()): string[] {
    const state = this.#states.get(path);
    if (state === undefined || seen.has(path)) return [];
    this.run(path);
    const deeper = new Set(seen).add(path);
    const passed = state.passes.flatMap((pass) => {
      if (pass.as !== undefined) return [pass.as];
      if (pass.names !== undefined) return pass.names.map(([, exported]) => exported);
      const target = this.files.find(pass.from, path);
      return target === undefined ? [] : this.names(target, deeper).filter((name) => name !== 'default');
    });
    return [...new Set([...state.exports.keys(), ...passed])];
  }

  /** The exports as a list of values, as `Object.values(namespace)` gives them. */
  values(path: string): Value {
    const names = this.names(path);
    return list(
      names.map((name) => this.exportOf(path, name) ?? unknown(name)),
      names,
    );
  }
}

/** Something of a package that is not in the repository. */
export function external(from: string, name: string): Value {
  return { is: 'external', from, way: name === 'default' || name === '*' ? [] : [name] };
}
