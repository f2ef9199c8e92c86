import type { CommandLine } from '@iama/command';
import { run } from '@iama/command';
import type { Runner } from './run-lines.ts';

/** Runs command lines inside this process, by their name: 80 columns, no colour, nobody watching. */
export function runInside(commandLines: readonly CommandLine[]): Runner {
  return async (program, words, cwd) => {
    const commandLine = commandLines.find(({ name }) => name === program);
    if (!commandLine) throw new Error(`\`${program}\` is no command line of this repository`);
    let out = '';
    let err = '';
    const exit = await run(words, commandLine, {
      cwd,
      width: 80,
      color: false,
      watched: false,
      runtime: 'Node',
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    });
    return { out, err, exit };
  };
}
