/** Groups of things that belong together, joined pair by pair. */
export class Union<T> {
  readonly #parents = new Map<T, T>();

  join(a: T, b: T): void {
    const [one, other] = [this.find(a), this.find(b)];
    if (one !== other) this.#parents.set(other, one);
  }

  find(thing: T): T {
    let top = thing;
    for (let parent = this.#parents.get(top); parent !== undefined; parent = this.#parents.get(top)) top = parent;
    if (top !== thing) this.#parents.set(thing, top);
    return top;
  }

  /** The groups of the given things, in their order. */
  groups(things: readonly T[]): T[][] {
    const groups = new Map<T, T[]>();
    for (const thing of things) {
      const top = this.find(thing);
      const group = groups.get(top);
      if (group) group.push(thing);
      else groups.set(top, [thing]);
    }
    return [...groups.values()];
  }
}
