/** `V1-FR-TEST-003A` → `V1-FR-TEST`: the id without its last number. Undefined when it does not end in one. */
export function familyOf(id: string): string | undefined {
  return /^(.*?)[-_.~]?\d+[A-Za-z]?(?:[~+]\d+)?$/.exec(id)?.[1] || undefined;
}

/**
 * The families a repository's requirements come from. A token that no document defines is a reference to an unknown
 * requirement only when its family is known, or when it starts like several known families (`V1-FR-…`).
 */
export class RequirementFamilies {
  readonly #families = new Set<string>();
  readonly #stems = new Set<string>();

  constructor(ids: Iterable<string>) {
    for (const id of ids) {
      const family = familyOf(id);
      if (family === undefined) continue;
      this.#families.add(family);
      const cut = family.search(/[-_.][^-_.]+$/);
      if (cut > 0 && /[-_.]/.test(family.slice(0, cut))) this.#stems.add(family.slice(0, cut));
    }
  }

  has(token: string): boolean {
    const family = familyOf(token);
    if (family === undefined) return false;
    if (this.#families.has(family)) return true;
    const cut = family.search(/[-_.][^-_.]+$/);
    return cut > 0 && this.#stems.has(family.slice(0, cut));
  }
}
