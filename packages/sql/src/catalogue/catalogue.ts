import type { CatalogueTable } from './catalogue-table.ts';

export interface Domain {
  readonly type: string;
  readonly values?: readonly string[];
}

/** A schema as the changes applied so far leave it. */
export class Catalogue {
  readonly tables = new Map<string, CatalogueTable>();
  /** Views, materialized ones too: name → the columns that are known. */
  readonly views = new Map<string, readonly string[]>();
  readonly enums = new Map<string, string[]>();
  readonly domains = new Map<string, Domain>();
  /** Tables that live only as long as a session. */
  readonly temporary = new Set<string>();
  /** Where unqualified names are looked for first; empty for `public`. */
  schema = '';

  /** A new file: what the last one set for its session holds no more. */
  beginSession(): void {
    this.schema = '';
    this.temporary.clear();
  }

  /** The table of that name, found by way of the search path. */
  table(name: string): CatalogueTable | undefined {
    return this.tables.get(this.known(name, this.tables));
  }

  /** The full name something of that name has, or would get. */
  known(name: string, among: { has(name: string): boolean }): string {
    const qualified = this.created(name);
    return among.has(qualified) ? qualified : name;
  }

  /** The full name a new thing gets. */
  created(name: string): string {
    return this.schema === '' || name.includes('.') ? name : `${this.schema}.${name}`;
  }
}
