import type { OpenColumnUse, QueryUse, UseMode } from './query-use.ts';

/** Something in FROM: a table, or rows another query makes. */
export interface Source {
  readonly alias: string;
  /** A real table. */
  readonly table?: string;
  /** Made by a query or a function: the columns it is known to have. */
  readonly columns?: ReadonlySet<string>;
  /** It may have columns besides those. */
  readonly open?: boolean;
}

/** The sources a part of a query sees, and those around it. */
export interface Scope {
  readonly sources: Source[];
  readonly parent?: Scope;
  /** Names a WITH clause gives: name → the columns, undefined when they are not known. */
  readonly queries: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  /** A hole may bring in more sources. */
  readonly open: boolean;
  /** Names of output columns, which ORDER BY may mean. */
  readonly outputs?: ReadonlySet<string>;
}

/** What is found so far, each thing once a place. */
export class Findings {
  private readonly tables: QueryUse['tables'][number][] = [];
  private readonly columns: QueryUse['columns'][number][] = [];
  private readonly undecided: OpenColumnUse[] = [];
  private readonly seen = new Set<string>();

  table(table: string, mode: UseMode, offset: number): void {
    if (this.fresh('t', table, mode, offset)) this.tables.push({ table, mode, offset });
  }

  column(table: string, column: string, mode: UseMode, offset: number): void {
    if (systemColumn.test(column) || !this.fresh('c', `${table}.${column}`, mode, offset)) return;
    this.columns.push({ table, column, mode, offset });
  }

  openColumn(use: OpenColumnUse): void {
    if (this.fresh('o', use.column, use.mode, use.offset)) this.undecided.push(use);
  }

  all(): Omit<QueryUse, 'openNames'> {
    return { tables: this.tables, columns: this.columns, open: this.undecided };
  }

  private fresh(...key: (string | number)[]): boolean {
    const text = key.join(' ');
    return !this.seen.has(text) && this.seen.add(text) !== undefined;
  }
}

const systemColumn = /^(?:ctid|oid|tableoid|xmin|xmax|cmin|cmax)$/;

/** Finds what a column name means and notes it. */
export function useColumn(names: readonly string[], scope: Scope, findings: Findings, offset: number): void {
  const column = names.at(-1);
  if (column === undefined || names.some(isHole)) return;
  if (names.length >= 2) {
    const qualifier = names.slice(0, -1).join('.');
    const source = sourceOf(scope, names.length === 2 ? (names[0] ?? '') : qualifier);
    if (source?.table !== undefined) findings.column(source.table, column, 'reads', offset);
    return;
  }
  if (systemColumn.test(column) || sourceOf(scope, column) !== undefined) return;
  const tables: string[] = [];
  let open = false;
  for (let one: Scope | undefined = scope; one; one = one.parent) {
    if (one.outputs?.has(column)) return;
    if (one.sources.some((source) => source.columns?.has(column))) return;
    for (const source of one.sources) {
      if (source.table !== undefined && !tables.includes(source.table)) tables.push(source.table);
      else if (source.table === undefined && source.open !== false) open = true;
    }
    if (one.open) open = true;
  }
  const [only] = tables;
  if (only === undefined) return;
  if (tables.length === 1 && !open) findings.column(only, column, 'reads', offset);
  else findings.openColumn({ column, tables, open, mode: 'reads', offset });
}

function sourceOf(scope: Scope, alias: string): Source | undefined {
  for (let one: Scope | undefined = scope; one; one = one.parent) {
    const found = one.sources.find((source) => source.alias === alias || source.table === alias);
    if (found) return found;
  }
  return undefined;
}

/** The name that stands for what a hole holds. */
export const holeName = 'unknown_hole';

/** True for a name a hole is part of. */
export function isHole(name: string): boolean {
  return name.includes(holeName);
}
