import type { ExitCode } from '@iama/model';
import { exitCodes } from '@iama/model';

export interface UserErrorDetails {
  /** What to do, with the nearest right word. */
  readonly hint?: string;
  readonly exit?: ExitCode;
  /** All mistakes, when there are several, each as `path:line:column message`. */
  readonly mistakes?: readonly string[];
}

/** A mistake of the caller's, or of a file they wrote: shown without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly hint: string | undefined;
  readonly exit: ExitCode;
  readonly mistakes: readonly string[];

  constructor(message: string, details: UserErrorDetails = {}) {
    super(message);
    this.hint = details.hint;
    this.exit = details.exit ?? exitCodes.usage;
    this.mistakes = details.mistakes ?? [];
  }
}
