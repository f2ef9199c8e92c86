import type { Facts, NodeKind } from '@iama/model';
import type { ParsedModule } from './parsed-module.ts';

/**
 * Reads one matter out of a parsed TypeScript or JavaScript file. Pure. Files nobody wants are never parsed, and what a test,
 * a mock, a fixture or a story does is no behaviour of the product: those are not given to it.
 */
export interface ModuleReader {
  readonly name: string;
  /** Kinds of nodes that may be lost when the file can't be parsed. */
  readonly kinds: readonly NodeKind[];
  /** Loads parsers of its own once, before the first read. */
  prepare?(): Promise<void>;
  /** A cheap look at the text: false promises that `read` would say nothing. */
  wants(text: string, path: string): boolean;
  read(module: ParsedModule): Partial<Facts>;
}
