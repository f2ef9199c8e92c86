import type { CommandSpec } from '@iama/command';
import { judgingOptions, outputOptions, repositoryOptions } from '@iama/command';

export const trace: CommandSpec = {
  name: 'trace',
  summary: 'show the requirement trace matrix and every orphan',
  says: 'Prints the matrix of §6.2 of the workflow: for each requirement its API endpoints, DB entities, workflow transitions, code, tests, and security checks; then what is orphaned. In a terminal cells are counts; `--wide`, a requirement id, or another format give names and places.',
  arguments: [{ name: '[ids...]', says: 'show these requirements with everything they touch' }],
  options: [
    { flags: '--scope <version>', says: 'only requirements of this version, as `V1`' },
    { flags: '--priority <priority>', says: 'only requirements of this priority' },
    {
      flags: '--status <status>',
      says: 'only requirements that lack something',
      choices: ['uncovered', 'untested', 'orphan'],
    },
    { flags: '--wide', says: 'names instead of counts' },
    ...judgingOptions,
    ...outputOptions,
    ...repositoryOptions,
  ],
  examples: [
    { command: 'iama trace', says: 'the matrix, and every orphan' },
    { command: 'iama trace --status untested --priority P0', says: 'what is due and proved by no test' },
    { command: 'iama trace --format csv --out matrix.csv', says: 'the matrix for a spreadsheet' },
  ],
  load: () => import('./run-trace.ts'),
};
