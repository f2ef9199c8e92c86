import type { CommandSpec } from '../command-spec.ts';
import { judgingOptions, outputOptions, repositoryOptions } from '../report-options.ts';

export const check: CommandSpec = {
  name: 'check',
  summary: 'run every gate that applies',
  says: 'Runs the gates of all phases over the documents, the code and the records of the repository, and prints what they found, worst first. This is the command for CI.',
  options: [
    { flags: '--gate <id>', says: 'run only these gates', many: true },
    { flags: '--phase <name>', says: 'run only the gates of these packages', many: true },
    ...judgingOptions,
    ...outputOptions,
    ...repositoryOptions,
  ],
  examples: [
    { command: 'iama check', says: 'every gate; exit 0 only when something was looked at and nothing failed' },
    { command: 'iama check --format json > report.json', says: 'the whole report for a machine' },
    { command: 'iama check --gate trace/requirement-without-test', says: 'one gate' },
  ],
  load: () => import('./run-check.ts'),
};
