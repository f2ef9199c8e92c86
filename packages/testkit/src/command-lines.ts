import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandLine } from '@iama/command';
import { run } from '@iama/command';

/** What one line said: both streams, and the exit code. */
export interface Said {
  readonly line: string;
  readonly out: string;
  readonly err: string;
  readonly exit: number;
}

/**
 * Runs lines as a shell in `folder` would, inside this process: the command lines given, by their name, and `cat`, `rm`
 * and `cd` with one path. 80 columns, no colour, nobody watching.
 */
export async function runLines(
  lines: readonly string[],
  folder: string,
  commandLines: readonly CommandLine[],
): Promise<Said[]> {
  const said: Said[] = [];
  let cwd = folder;
  for (const line of lines) {
    const [name = '', ...words] = splitWords(line);
    const path = join(cwd, words[0] ?? '');
    if (name === 'cd') cwd = path;
    else if (name === 'rm') rmSync(path, { recursive: true });
    else if (name === 'cat') said.push({ line, out: readFileSync(path, 'utf8'), err: '', exit: 0 });
    else said.push(await runLine(line, words, cwd, pick(commandLines, name)));
  }
  const told = said.find((one) => one.out.includes(folder) || one.err.includes(folder));
  if (told) throw new Error(`\`${told.line}\` printed the absolute path of the folder it ran in`);
  return said;
}

async function runLine(line: string, words: readonly string[], cwd: string, commandLine: CommandLine): Promise<Said> {
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
  return { line, out, err, exit };
}

function pick(commandLines: readonly CommandLine[], name: string): CommandLine {
  const found = commandLines.find((commandLine) => commandLine.name === name);
  if (!found) throw new Error(`\`${name}\` is no command line of this repository`);
  return found;
}

/** Splits at white space; quotes hold words together and are dropped. */
function splitWords(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}

/** What was said, as a scenario keeps it. */
export function transcript(said: readonly Said[]): string {
  return said
    .map(({ line, out, err, exit }) => {
      const errors = err === '' ? '' : `--- stderr\n${endLine(err)}`;
      return `$ ${line}\n${endLine(out)}${errors}--- exit ${exit}\n`;
    })
    .join('\n');
}

function endLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
