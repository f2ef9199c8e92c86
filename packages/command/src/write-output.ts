import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { CommandContext } from './command-spec.ts';
import { UserError } from './user-error.ts';

/**
 * Prints to stdout, or with `--out` into a file that appears whole or not at all.
 *
 * @implements IAMA-CLI-002
 */
export function writeOutput(context: CommandContext, text: string): void {
  const out = context.options.out;
  if (typeof out !== 'string') {
    context.io.out(text);
    return;
  }
  writeWhole(resolve(context.io.cwd, out), text, out);
}

/** Writes a file beside its place and moves it there. `said` is how the caller named it. */
export function writeWhole(file: string, text: string, said: string): void {
  const beside = `${file}.${randomUUID()}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(beside, text);
    renameSync(beside, file);
  } catch (cause) {
    rmSync(beside, { force: true });
    throw new UserError(`\`${said}\` can't be written (${(cause as NodeJS.ErrnoException).code ?? 'unknown error'})`, {
      hint: 'Nothing was changed; choose a folder that can be written',
    });
  }
}
