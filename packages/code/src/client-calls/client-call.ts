import type { Expression } from '../typescript/script/script.ts';

/** A piece of an address as code writes it: known text, something only the run knows, or a constant of another place. */
export type UrlPiece = string | { readonly hole: string } | { readonly value: Expression; readonly words: string };

/** One request a file sends, before constants of other files are filled in. */
export interface ClientCall {
  readonly client: string;
  /** Upper case; `ALL` when only the run knows it. */
  readonly method: string;
  readonly pieces: readonly UrlPiece[];
  /** What the request is sent with, when that may know a base address. */
  readonly sender?: Expression;
  /** Counts only if the sender is a client some file made. */
  readonly perhaps?: true;
  /** The base address the sender was made with in this file. */
  readonly base?: readonly UrlPiece[];
}
