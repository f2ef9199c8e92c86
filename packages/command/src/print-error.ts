import type { ExitCode } from '@iama/model';
import { exitCodes } from '@iama/model';
import type { CommandLine } from './command-spec.ts';
import type { Io } from './io.ts';
import { UserError } from './user-error.ts';

interface Circumstances {
  readonly io: Io;
  readonly line: Pick<CommandLine, 'name' | 'version'>;
  readonly format: string;
}

interface Told {
  readonly kind: 'usage' | 'unverified' | 'transient' | 'bug';
  readonly exit: ExitCode;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly mistakes: readonly string[];
}

/**
 * Tells an error to a person on stderr, or with `--format json` as a document on stdout; gives the exit code.
 *
 * @implements IAMA-CLI-002
 */
export function printError(cause: unknown, { io, line, format }: Circumstances): ExitCode {
  const told = tell(cause);
  if (format === 'json') {
    io.out(`${JSON.stringify({ schema: 'iama.error/1', ...told }, undefined, 2)}\n`);
    if (told.kind !== 'bug') return told.exit;
  } else {
    io.err(`${line.name}: ${told.message}\n`);
    for (const mistake of told.mistakes) io.err(`  ${mistake}\n`);
    if (told.hint) io.err(`  ${told.hint}\n`);
  }
  if (told.kind === 'bug') {
    const stack = cause instanceof Error ? (cause.stack ?? String(cause)) : String(cause);
    io.err(
      `${stack}\nThis is a bug in ${line.name} ${line.version} (${io.runtime}); please report it with the lines above\n`,
    );
  }
  return told.exit;
}

function tell(cause: unknown): Told {
  if (cause instanceof UserError) {
    const kind = cause.exit === exitCodes.unverified ? 'unverified' : 'usage';
    return { kind, exit: cause.exit, message: cause.message, hint: cause.hint, mistakes: cause.mistakes };
  }
  if (cause instanceof Error && cause.name === 'GraphBusyError') {
    const hint = 'Nothing was lost; run the command again';
    return { kind: 'transient', exit: exitCodes.transient, message: cause.message, hint, mistakes: [] };
  }
  if (cause instanceof Error && cause.name === 'UsageError') {
    const hint = (cause as Error & { hint?: string }).hint;
    return { kind: 'usage', exit: exitCodes.usage, message: cause.message, hint, mistakes: [] };
  }
  const message = cause instanceof Error ? cause.message : String(cause);
  return { kind: 'bug', exit: exitCodes.bug, message, mistakes: [] };
}
