/** Everything a command may touch of the outside world. `main.ts` makes the real one; tests make their own. */
export interface Io {
  /** Absolute folder the command was called in. */
  readonly cwd: string;
  /** Columns to lay text out for. */
  readonly width: number;
  readonly color: boolean;
  /** A person watches stderr: progress may be shown there. */
  readonly watched: boolean;
  /** What runs it, for the report of a bug: `Node v20.19.0`. */
  readonly runtime: string;
  /** Data. */
  out(text: string): void;
  /** Everything else. */
  err(text: string): void;
}
