import type { CommandSpec } from '../command-spec.ts';

export const completion: CommandSpec = {
  name: 'completion',
  summary: 'print a shell completion script',
  says: 'Prints a script that completes commands, options and their choices. Evaluate it in the start file of your shell.',
  arguments: [{ name: '<shell>', says: 'bash, zsh or fish' }],
  examples: [{ command: 'iama completion bash', says: 'for `eval "$(iama completion bash)"` in ~/.bashrc' }],
  load: () => import('./run-completion.ts'),
};
