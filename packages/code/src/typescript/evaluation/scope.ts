import type { Value } from './value.ts';

/** Names and their values, inside out. `path` is the file, `self` what `this` is. */
export class Scope {
  readonly path: string;
  readonly self: Value | undefined;
  readonly #names = new Map<string, Value>();
  readonly #outer: Scope | undefined;

  constructor(path: string, outer?: Scope, self?: Value) {
    this.path = path;
    this.#outer = outer;
    this.self = self ?? outer?.self;
  }

  get(name: string): Value | undefined {
    return this.#names.get(name) ?? this.#outer?.get(name);
  }

  /** Declares the name here. */
  set(name: string, value: Value): void {
    this.#names.set(name, value);
  }

  /** Gives the name another value where it is declared; true when it was. */
  assign(name: string, value: Value): boolean {
    if (!this.#names.has(name)) return this.#outer?.assign(name, value) ?? false;
    this.#names.set(name, value);
    return true;
  }
}
