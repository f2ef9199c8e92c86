import type { Span } from '../lexing/scan-spans.ts';

/** Text that names what a test is about: its title, a tag, a decorator. */
export interface Naming {
  readonly start: number;
  readonly end: number;
  /** `name`: words joined by underscores or capitals. `claim`: a marker that says it holds requirements. */
  readonly form: 'title' | 'name' | 'claim';
}

/** A test, or what groups tests, as one language's finder sees it. Offsets are into the source's text. */
export interface Declaration {
  readonly kind: 'test' | 'suite';
  /** What reports call it. */
  readonly title: string;
  /** What people read, when that differs from what reports call it. */
  readonly label?: string;
  /** From its first decorator to the end of its body. */
  readonly start: number;
  readonly end: number;
  /** Where the title stands. */
  readonly at: number;
  readonly skipped: boolean;
  /** Runs alone: everything in the file that is not `only` is skipped. */
  readonly only?: boolean;
  readonly namings: readonly Naming[];
  /** A reason found in its decorators why it is about a failure. */
  readonly failurePath?: string;
}

/** What a finder is given: comments and the insides of strings are blank in `masked`, offsets are the same. */
export interface TestSource {
  readonly path: string;
  readonly text: string;
  readonly masked: string;
  /** Comments and string literals, in order. */
  readonly spans: readonly Span[];
  /** True when the file is a test by its path or by configuration. */
  readonly test: boolean;
}

/** Finds the tests one language declares. */
export interface TestFinder {
  /** Names of languages as `languageOf` says them. */
  readonly languages: readonly string[];
  /** A cheap look: false promises that `find` finds nothing. */
  wants(source: { readonly text: string; readonly test: boolean }): boolean;
  framework(source: { readonly path: string; readonly text: string }): string;
  find(source: TestSource): Declaration[];
}
