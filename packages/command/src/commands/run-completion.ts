import type { ExitCode } from '@iama/model';
import { exitCodes } from '@iama/model';
import type { CommandContext, CommandSpec } from '../command-spec.ts';
import { UserError } from '../user-error.ts';

export async function run(context: CommandContext): Promise<ExitCode> {
  const shell = context.arguments[0] ?? '';
  const script = {
    bash,
    zsh: (commands: readonly CommandSpec[]) => `autoload -U +X bashcompinit && bashcompinit\n${bash(commands)}`,
    fish,
  }[shell];
  if (!script) throw new UserError(`There is no completion for \`${shell}\``, { hint: 'Known: bash, zsh, fish' });
  context.io.out(script(context.commands));
  return exitCodes.pass;
}

function longFlags(spec: CommandSpec): string[] {
  return (spec.options ?? []).map(({ flags }) => /--[\w-]+/.exec(flags)?.[0] ?? '').filter((flag) => flag !== '');
}

function bash(commands: readonly CommandSpec[]): string {
  const cases = commands.map((spec) => {
    const choices = (spec.options ?? [])
      .filter((option) => option.choices)
      .map(
        ({ flags, choices: words }) =>
          `        ${/--[\w-]+/.exec(flags)?.[0]}) COMPREPLY=($(compgen -W "${words?.join(' ')}" -- "$word")); return;;`,
      );
    return [
      `    ${spec.name})`,
      ...(choices.length > 0 ? ['      case "$before" in', ...choices, '      esac'] : []),
      `      COMPREPLY=($(compgen -W "${[...longFlags(spec), '--help'].join(' ')}" -- "$word"));;`,
    ].join('\n');
  });
  return `_iama() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map((spec) => spec.name).join(' ')} --help --version" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
}
complete -o default -F _iama iama
`;
}

function fish(commands: readonly CommandSpec[]): string {
  const quote = (text: string) => `'${text.replace(/['\\]/g, '\\$&')}'`;
  const lines = commands.flatMap((spec) => [
    `complete -c iama -n __fish_use_subcommand -a ${spec.name} -d ${quote(spec.summary)}`,
    ...(spec.options ?? []).map(({ flags, says, choices }) => {
      const long = /--([\w-]+)/.exec(flags)?.[1] ?? '';
      const words = choices ? ` -x -a ${quote(choices.join(' '))}` : '';
      return `complete -c iama -n '__fish_seen_subcommand_from ${spec.name}' -l ${long} -d ${quote(says)}${words}`;
    }),
  ]);
  return `${lines.join('\n')}\n`;
}
