import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What one line said: both streams, and the exit code. */
export interface Said {
  readonly line: string;
  readonly out: string;
  readonly err: string;
  readonly exit: number;
}

/** Runs one program with its words in a folder. */
export type Runner = (program: string, words: readonly string[], cwd: string) => Promise<Omit<Said, 'line'>>;

/** Runs lines as a shell in `folder` would: programs through `runner`, and `cat`, `rm` and `cd` with one path. */
export async function runLines(lines: readonly string[], folder: string, runner: Runner): Promise<Said[]> {
  const said: Said[] = [];
  let cwd = folder;
  for (const line of lines) {
    const [program = '', ...words] = splitWords(line);
    const path = join(cwd, words[0] ?? '');
    if (program === 'cd') cwd = path;
    else if (program === 'rm') rmSync(path, { recursive: true });
    else if (program === 'cat') said.push({ line, out: readFileSync(path, 'utf8'), err: '', exit: 0 });
    else said.push({ line, ...(await runner(program, words, cwd)) });
  }
  const told = said.find((one) => one.out.includes(folder) || one.err.includes(folder));
  if (told) throw new Error(`\`${told.line}\` printed the absolute path of the folder it ran in`);
  return said;
}

/** Splits at white space; quotes hold words together and are dropped. */
function splitWords(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}
