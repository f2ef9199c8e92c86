import type { Facts, NodeKind } from '@iama/model';
import type { PythonModule } from './syntax/parse-python.ts';

/** Reads one matter out of a parsed Python file. Pure. Files nobody wants are never parsed. */
export interface PythonModuleReader {
  readonly name: string;
  /** Kinds of nodes that may be lost when the file can't be parsed. */
  readonly kinds: readonly NodeKind[];
  /** Loads parsers once, before the first read. */
  prepare?(): Promise<void>;
  /** A cheap look at the text: false promises that `read` would say nothing. */
  wants(text: string, path: string): boolean;
  read(module: PythonModule): Partial<Facts>;
}
