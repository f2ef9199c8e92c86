import type { CommandSpec } from '../command-spec.ts';
import { repositoryOptions } from '../report-options.ts';

export const explain: CommandSpec = {
  name: 'explain',
  summary: 'say why a gate exists, or what is behind one finding',
  says: 'Given a gate: its law, its reason, what it reads, how to fix it, and an example that fires. Given the id of a finding: the finding with its places, then its gate.',
  arguments: [
    { name: '<gate-or-finding>', says: 'as `trace/requirement-without-test`, or a finding id from a report' },
  ],
  options: [
    { flags: '-f, --format <format>', says: 'how to print', choices: ['text', 'json'], fallback: 'text' },
    { flags: '-o, --out <file>', says: 'write to a file instead of stdout' },
    ...repositoryOptions,
  ],
  examples: [{ command: 'iama explain trace/requirement-without-acceptance', says: 'a gate' }],
  load: () => import('./run-explain.ts'),
};
