import type { Facts } from '@iama/model';
import type { Document, Span } from './document.ts';

/** What one document reader gives: facts, and the lines its nodes take up. */
export interface DocumentFacts extends Partial<Facts> {
  readonly spans?: readonly Span[];
}

/** Reads one kind of thing out of an opened document. Pure. */
export interface DocumentReader {
  readonly name: string;
  /** Loads parsers once, before the first read. */
  prepare?(): Promise<void>;
  /** `claimed`: spans of the readers before this one; only the mention reader, which is last, needs them. */
  read(document: Document, claimed: readonly Span[]): DocumentFacts;
}
