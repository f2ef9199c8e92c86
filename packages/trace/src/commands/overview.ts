import type { CommandSpec } from '@iama/command';
import { judgingOptions, outputOptions, repositoryOptions } from '@iama/command';

export const overview: CommandSpec = {
  name: 'overview',
  summary: 'say what each document was taken for, then trace (what runs without a command)',
  says: 'Finds the documents, says what it took each of them for and why, prints the trace matrix and every orphan. Needs no configuration; `iama init` writes one.',
  options: [...judgingOptions, ...outputOptions, ...repositoryOptions],
  examples: [{ command: 'iama', says: 'a first look at any repository' }],
  isDefault: true,
  load: () => import('./run-overview.ts'),
};
