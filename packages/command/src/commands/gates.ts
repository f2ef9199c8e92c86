import type { CommandSpec } from '../command-spec.ts';
import { outputOptions } from '../report-options.ts';

export const gates: CommandSpec = {
  name: 'gates',
  summary: 'list every gate',
  says: 'Lists the gates with their severity, the section of the workflow they come from, and the law they hold.',
  options: [...outputOptions],
  examples: [
    { command: 'iama gates', says: 'all of them' },
    { command: 'iama gates --format json', says: 'with what each reads and its messages, for a machine' },
  ],
  load: () => import('./run-gates.ts'),
};
