import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A folder that is a test: command lines, files they run over, and everything they print. */
export interface Scenario {
  /** `<package>/<case>`. */
  readonly name: string;
  readonly lines: readonly string[];
  /** Folders whose content it starts from, the later over the earlier. */
  readonly copies: readonly string[];
  /** It starts from a fixture that others start from as well. */
  readonly shared: boolean;
  /** File that holds what it must print. */
  readonly output: string;
}

/**
 * Every scenario below a folder, by name. A scenario is `<package>/<case>/` with `command` (one line or more), `files/`
 * or a file `base` that names a fixture beside the scenarios, or both, and `output.txt`.
 */
export function readScenarios(folder: string): Scenario[] {
  const packages = readdirSync(folder).sort();
  return packages.flatMap((name) =>
    readdirSync(join(folder, name))
      .sort()
      .map((scenario) => readScenario(join(folder, name, scenario), `${name}/${scenario}`)),
  );
}

function readScenario(folder: string, name: string): Scenario {
  const lines = readLines(join(folder, 'command'));
  const base = join(folder, 'base');
  const fixtures = dirname(dirname(dirname(folder)));
  const copies = [
    ...(existsSync(base) ? readLines(base).map((fixture) => join(fixtures, fixture)) : []),
    ...(existsSync(join(folder, 'files')) ? [join(folder, 'files')] : []),
  ];
  return { name, lines, copies, shared: existsSync(base), output: join(folder, 'output.txt') };
}

function readLines(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
