import type { Part } from '@iama/model';
import type { Alias } from '../typescript/evaluation/file-tree.ts';
import { Run } from '../typescript/evaluation/run.ts';
import type { Script } from '../typescript/script/script.ts';
import { frameworks } from './frameworks.ts';
import type { RouteHost } from './route-host.ts';
import { routeHost } from './route-host.ts';

/** All scripts of a repository after their top level was run. */
export interface Program {
  readonly run: Run;
  readonly host: RouteHost;
}

/** Runs the top level of every file, so that constants are known and routers are filled. */
export function runProgram(parts: readonly Part[]): Program {
  const scripts = parts.filter((part) => part.kind === 'script').map((part) => part.data as Script);
  const aliases = parts.filter((part) => part.kind === 'alias').flatMap((part) => part.data as Alias[]);
  const byPath = new Map(scripts.map((script) => [script.path, script]));
  const host: RouteHost = routeHost(
    () => run.modules.files.paths,
    (path) => frameworkIn(byPath.get(path)),
  );
  const run = new Run(scripts, aliases, host);
  run.runAll();
  return { run, host };
}

/** The framework a file imports, when it imports one. */
function frameworkIn(script: Script | undefined): string | undefined {
  const from = Object.values(script?.imports ?? {}).map((imported) => imported.from);
  return frameworks.find((framework) => from.some((name) => framework.packages.test(name)))?.name;
}
