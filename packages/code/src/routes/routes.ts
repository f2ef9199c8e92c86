import type { NodeFact, Part, ResolvedFacts, Resolver, ResolverSettings } from '@iama/model';
import type { Alias } from '../typescript/evaluation/file-tree.ts';
import { Run } from '../typescript/evaluation/run.ts';
import type { Script } from '../typescript/script/script.ts';
import { composeRoots } from './compose-roots.ts';
import { endpointNodes } from './endpoint-node.ts';
import { frameworks, routeComposers } from './frameworks.ts';
import type { RouteHost } from './route-host.ts';
import { routeHost } from './route-host.ts';
import { runOrphans } from './run-orphans.ts';

/** Composes routes over files: runs what lays them, follows every mount, and answers the endpoints with their full paths. */
export const routes: Resolver = {
  name: 'routes',
  version: 1,
  parts: ['script', 'alias', 'route-file'],
  resolve: (parts, settings) => resolveRoutes(parts, settings),
};

function resolveRoutes(parts: readonly Part[], settings: ResolverSettings): ResolvedFacts {
  const scripts = parts.filter((part) => part.kind === 'script').map((part) => part.data as Script);
  const aliases = parts.filter((part) => part.kind === 'alias').map((part) => part.data as Alias);
  const byPath = new Map(scripts.map((script) => [script.path, script]));
  const host: RouteHost = routeHost(
    () => run.modules.files.paths,
    (path) => frameworkIn(byPath.get(path)),
  );
  const run = new Run(scripts, aliases, host);
  run.runAll();
  runOrphans(run, host);
  markServed(run, host);
  const context = { run, world: host.world, routers: host.routers, classes: host.classes, parts };
  const declared = routeComposers.flatMap((composer) => composer.compose(context));
  const called = composeRoots(host.routers, settings);
  const nodes = distinct([...declared, ...called.routes].flatMap(endpointNodes));
  return { nodes, edges: [], problems: [...host.problems, ...called.problems] };
}

/** The framework a file imports, when it imports one. */
function frameworkIn(script: Script | undefined): string | undefined {
  const from = Object.values(script?.imports ?? {}).map((imported) => imported.from);
  return frameworks.find((framework) => from.some((name) => framework.packages.test(name)))?.name;
}

/** What a file exports as its default is what its platform serves. */
function markServed(run: Run, host: RouteHost): void {
  for (const path of run.modules.files.paths) {
    const given = run.modules.exportOf(path, 'default');
    const inner = given?.is === 'object' ? given.fields.get('fetch') : given;
    const router = host.world.routerOf(inner);
    if (router !== undefined) router.served = true;
    for (const name of run.modules.names(path)) {
      const named = host.world.routerOf(run.modules.exportOf(path, name));
      if (named !== undefined) named.name ??= name;
    }
  }
}

function distinct(nodes: readonly NodeFact[]): NodeFact[] {
  const seen = new Map<string, NodeFact>();
  for (const node of nodes) {
    const key = [node.id, node.at.path, node.at.line, node.at.column].join('\n');
    if (!seen.has(key)) seen.set(key, node);
  }
  return [...seen.values()].sort(
    (a, b) =>
      compare(a.at.path, b.at.path) || a.at.line - b.at.line || a.at.column - b.at.column || compare(a.id, b.id),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
