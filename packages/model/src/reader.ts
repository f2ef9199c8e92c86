import type { EdgeFact, Facts, NodeFact, Part, Problem } from './fact.ts';
import type { DocumentRole, NodeKind } from './node-kinds.ts';

/** One file on disk: where, and what stands in it. `text` has no byte-order mark; line ends are as on disk. */
export interface Source {
  /** POSIX, relative to the repository. */
  readonly path: string;
  readonly text: string;
}

/** What configuration says about one source, for a reader. */
export interface ReadingContext {
  /** Role given by configuration; absent: the reader infers it. */
  readonly role?: DocumentRole;
  /** Version scope of the whole document, given by configuration. */
  readonly scope?: string;
  /** Extra id patterns from configuration, as regular expressions without anchors. */
  readonly idPatterns: readonly string[];
  /** True when configuration or convention makes this file a test. */
  readonly test?: boolean;
}

/**
 * A pure function: one source → facts. No disk, no clock, no graph.
 * A change of `version` makes every cached fact of this reader stale.
 */
export interface Reader {
  readonly name: string;
  readonly version: number;
  /** Kinds of nodes it can give: what is hidden when a file can't be read at all. */
  readonly gives: readonly NodeKind[];
  /** True when this reader wants the file. Judged by path alone, so that unwanted files are never opened. */
  accepts(path: string): boolean;
  /** Loads parsers once, before the first read. */
  prepare?(): Promise<void>;
  read(source: Source, context: ReadingContext): Facts;
}

/** Composes parts of many sources into facts: route prefixes over files, migrations in order. Pure. */
export interface Resolver {
  readonly name: string;
  readonly version: number;
  /** Kinds of parts it reads. It runs again only when one of these changed. */
  readonly parts: readonly string[];
  resolve(parts: readonly Part[], settings: ResolverSettings): ResolvedFacts;
}

export interface ResolvedFacts {
  readonly nodes: readonly NodeFact[];
  readonly edges: readonly EdgeFact[];
  readonly problems: readonly Problem[];
}

export interface ResolverSettings {
  /** Declared mounts: router file or `file#name` → prefix. */
  readonly mounts: Readonly<Record<string, string>>;
}
