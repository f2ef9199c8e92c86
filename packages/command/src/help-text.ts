import type { CommandLine, CommandSpec } from './command-spec.ts';

/** What stands below the options in a command's help: examples that work as they are. */
export function helpText(spec: CommandSpec, line: Pick<CommandLine, 'name'>): string {
  const examples = spec.examples.map(
    ({ command, says }) => `  $ ${command.replace(/^iama\b/, line.name)}\n      ${says}`,
  );
  return `\nExamples:\n${examples.join('\n')}`;
}
