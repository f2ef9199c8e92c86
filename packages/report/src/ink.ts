import { Chalk } from 'chalk';

export type Ink = ReturnType<typeof ink>;

/** Colours by meaning. Without colour every word stays, so nothing is said by colour alone. */
export function ink(color: boolean) {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return {
    error: chalk.red,
    warn: chalk.yellow,
    info: chalk.cyan,
    good: chalk.green,
    strong: chalk.bold,
    faint: chalk.dim,
  };
}
