import type { Scope, Value } from './value.ts';

/** Opens a scope inside another, or the outermost one of a file. */
export function openScope(path: string, outer?: Scope, self: Value | undefined = outer?.self): Scope {
  const names = new Map<string, Value>();
  return {
    path,
    self,
    get: (name) => names.get(name) ?? outer?.get(name),
    set: (name, value) => {
      names.set(name, value);
    },
    assign: (name, value) => {
      if (!names.has(name)) return outer?.assign(name, value) ?? false;
      names.set(name, value);
      return true;
    },
  };
}
