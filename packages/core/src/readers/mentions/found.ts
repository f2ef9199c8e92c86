import type { Mention } from '@iama/model';

/** A name found in a text, before its place and surroundings are looked up. */
export interface Found {
  readonly form: Mention['form'];
  readonly token: string;
  /** Offset in the document's text. */
  readonly offset: number;
  readonly range?: string;
}
