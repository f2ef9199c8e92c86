import type { ExitCode } from '@iama/model';
import type { Io } from './io.ts';

export interface OptionSpec {
  /** As commander takes it: `-f, --format <format>`. */
  readonly flags: string;
  readonly says: string;
  readonly choices?: readonly string[];
  readonly fallback?: string;
  /** Given several times, or with several values. */
  readonly many?: boolean;
}

export interface CommandContext {
  readonly io: Io;
  /** Which build of the program runs: facts that another one read are read again. */
  readonly edition: string;
  readonly arguments: readonly string[];
  /** By camel-case name: a string, a list, or true. */
  readonly options: Readonly<Record<string, string | readonly string[] | boolean | undefined>>;
  /** Every phase the command line was made of. */
  readonly phases: readonly Phase[];
  /** All commands, for help and completion. */
  readonly commands: readonly CommandSpec[];
}

export interface CommandRun {
  run(context: CommandContext): Promise<ExitCode>;
}

/** One command, declared: help, pages and completion are made from it. What it does is imported when it is called. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** Paragraphs of the help below the summary. */
  readonly says: string;
  readonly arguments?: readonly { readonly name: string; readonly says: string }[];
  readonly options?: readonly OptionSpec[];
  readonly examples: readonly { readonly command: string; readonly says: string }[];
  /** Runs when no command is given. */
  readonly isDefault?: boolean;
  load(): Promise<CommandRun>;
}

/** One part of the workflow: its gates, and the commands it brings. */
export interface Phase {
  readonly name: string;
  readonly summary: string;
  loadGates(): Promise<readonly import('@iama/gate').Gate[]>;
  readonly commands: readonly CommandSpec[];
}

/** A whole command line: what stands behind one name. */
export interface CommandLine {
  /** How it is called: `iama`. */
  readonly name: string;
  readonly version: string;
  /** Tells builds of one version apart; default: the version. */
  readonly edition?: string;
  readonly summary: string;
  readonly commands: readonly CommandSpec[];
  readonly phases: readonly Phase[];
}
