import type { ExitCode } from '@iama/model';
import { exitCodes } from '@iama/model';
import { Command, CommanderError, Option } from 'commander';
import type { CommandContext, CommandLine, CommandSpec, OptionSpec } from './command-spec.ts';
import { helpText } from './help-text.ts';
import type { Io } from './io.ts';
import { printError } from './print-error.ts';

/**
 * Runs one call of the command line. Never throws and never exits: the exit code comes back.
 *
 * @implements IAMA-CLI-001
 */
export async function run(argv: readonly string[], line: CommandLine, io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCodes.pass;
  const program = buildProgram(line, io, async (spec, context) => {
    const loaded = await spec.load();
    code = await loaded.run(context);
  });
  const format = formatOf(argv);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (cause) {
    if (cause instanceof CommanderError) {
      if (cause.exitCode === 0) return exitCodes.pass;
      return printError(await usageError(cause, argv, line), { io, line, format });
    }
    return printError(cause, { io, line, format });
  }
}

type Act = (spec: CommandSpec, context: CommandContext) => Promise<void>;

/** The commander program of a command line; also what pages and completion are generated from. */
export function buildProgram(line: CommandLine, io: Io, act: Act): Command {
  const program = new Command(line.name)
    .description(line.summary)
    .version(line.version, '-V, --version', 'print the version');
  configure(program, io);
  for (const spec of line.commands) {
    const command = program.command(spec.name, { isDefault: spec.isDefault === true }).summary(spec.summary);
    command.description(`${spec.summary}\n\n${spec.says}`);
    configure(command, io);
    for (const argument of spec.arguments ?? []) command.argument(argument.name, argument.says);
    for (const option of spec.options ?? []) command.addOption(toOption(option));
    command.addHelpText('after', () => helpText(spec, line));
    command.action(async () => {
      const { args } = command;
      await act(spec, {
        io,
        edition: line.edition ?? line.version,
        arguments: args,
        options: command.opts(),
        phases: line.phases,
        commands: line.commands,
      });
    });
  }
  program.addHelpText(
    'after',
    `\nExit codes: 0 pass, 1 findings, 2 usage, 3 stop and escalate, 4 not verified, 5 try again, 70 a bug in iama\n\nStart with \`${line.name} init\`, then \`${line.name} trace\`.`,
  );
  return program;
}

function configure(command: Command, io: Io): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => io.out(text),
    writeErr: () => undefined,
    getOutHelpWidth: () => io.width,
    getErrHelpWidth: () => io.width,
  });
}

function toOption({ flags, says, choices, fallback, many }: OptionSpec): Option {
  const option = new Option(many ? flags.replace(/<(\w+)>/, '<$1...>') : flags, says);
  if (choices) option.choices([...choices]);
  if (fallback !== undefined) option.default(fallback);
  return option;
}

/** `--format json` is honoured even when the rest of the call can't be understood. */
function formatOf(argv: readonly string[]): string {
  const index = argv.findIndex((word) => word === '--format' || word === '-f');
  const glued = argv.find((word) => word.startsWith('--format='));
  return (index >= 0 ? argv[index + 1] : glued?.slice('--format='.length)) ?? 'text';
}

async function usageError(cause: CommanderError, argv: readonly string[], line: CommandLine): Promise<Error> {
  const said = argv[0] ?? '';
  const names = line.commands.map((spec) => spec.name);
  const help = `\`${line.name}${names.includes(said) ? ` ${said}` : ''} --help\` lists what can be said`;
  if (cause.code === 'commander.excessArguments' && !names.includes(said)) {
    const { nearestWord } = await import('@iama/core');
    const near = nearestWord(said, names);
    return usage(`There is no command \`${said}\``, near ? `The nearest known one is \`${near}\`` : help);
  }
  const message = cause.message.replace(/^error: /, '').replace(/\.$/, '');
  const [first = message, second] = message.split('\n');
  return usage(first, second ?? help);
}

function usage(message: string, hint: string): Error {
  return Object.assign(new Error(message), { name: 'UsageError', hint });
}
