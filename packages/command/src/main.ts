import type { CommandLine } from './command-spec.ts';
import type { Io } from './io.ts';
import { run } from './run.ts';

/** The edge of the process: the only place that sees it. Sets the exit code and lets output drain. */
export async function main(line: CommandLine): Promise<void> {
  const { env, stdout, stderr, argv } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EPIPE') process.exit(0);
      throw cause;
    });
  }
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
  const io: Io = {
    cwd: process.cwd(),
    width: stdout.isTTY ? Math.max(40, stdout.columns ?? 80) : 80,
    color: !env.NO_COLOR && (forced || (stdout.isTTY === true && env.TERM !== 'dumb')),
    watched: stderr.isTTY === true && !env.CI,
    runtime: `Node ${process.version}`,
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
  };
  process.exitCode = await run(argv.slice(2), line, io);
}
