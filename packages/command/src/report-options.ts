import type { OptionSpec } from './command-spec.ts';

/** Where to read. */
export const repositoryOptions: readonly OptionSpec[] = [
  { flags: '-C, --root <folder>', says: 'read this folder instead of the repository around the current one' },
  { flags: '--config <file>', says: 'configuration file', fallback: 'iama.yaml' },
];

/** How to print. */
export const outputOptions: readonly OptionSpec[] = [
  { flags: '-f, --format <format>', says: 'how to print', choices: ['text', 'json', 'md', 'csv'], fallback: 'text' },
  { flags: '-o, --out <file>', says: 'write to a file instead of stdout' },
];

/** When findings fail, and how many are printed. */
export const judgingOptions: readonly OptionSpec[] = [
  { flags: '--fail-on <severity>', says: 'least severity that fails', choices: ['error', 'warn', 'info'] },
  { flags: '--max-findings <number>', says: 'print at most so many findings; counts and exit code stay whole' },
];
