import type { Value } from './value.ts';

/** Names and their values, inside out: a function, the functions around it, its file. */
export class Scope {
  readonly path: string;
  readonly #names = new Map<string, Value>();
  readonly #outer: Scope | undefined;

  constructor(path: string, outer?: Scope) {
    this.path = path;
    this.#outer = outer;
  }

  get(name: string): Value | undefined {
    return this.#names.get(name) ?? this.#outer?.get(name);
  }

  /** Gives the name a value here. */
  set(name: string, value: Value): void {
    this.#names.set(name, value);
  }

  /** The names given here and their values as they are now. */
  snapshot(): ReadonlyMap<string, Value> {
    return new Map(this.#names);
  }

  /** Names given here, in the order they were given first. */
  get names(): readonly string[] {
    return [...this.#names.keys()];
  }
}
