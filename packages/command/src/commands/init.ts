import type { CommandSpec } from '../command-spec.ts';

export const init: CommandSpec = {
  name: 'init',
  summary: 'write iama.yaml from what is inferred, and say how much was understood',
  says: 'Reads the repository without a configuration and writes down what it inferred: documents with role and rank (from a precedence list in the documents, if there is one), patterns of requirement ids, folders of code, tests and migrations. An existing file is kept unless `--force` is given. Check what it wrote: from then on it is what you said.',
  options: [
    { flags: '--dry-run', says: 'print the file instead of writing it' },
    { flags: '--force', says: 'replace an existing iama.yaml' },
    { flags: '-f, --format <format>', says: 'how to print', choices: ['text', 'json'], fallback: 'text' },
    { flags: '-C, --root <folder>', says: 'read this folder instead of the repository around the current one' },
  ],
  examples: [
    { command: 'iama init --dry-run', says: 'what it would write' },
    { command: 'iama init', says: 'write it' },
  ],
  load: () => import('./run-init.ts'),
};
