import type { NodeFact, Part, Problem, ResolvedFacts, ResolverSettings } from '@iama/model';
import type { Run } from '../typescript/evaluation/run.ts';
import { composeRoots } from './compose-roots.ts';
import { endpointNodes, handlerRanges } from './endpoint-node.ts';
import { routeComposers } from './frameworks.ts';
import type { HandlerRange } from './handler-range.ts';
import type { Program } from './program.ts';
import type { RouteHost } from './route-host.ts';
import { runOrphans } from './run-orphans.ts';

/**
 * Composes routes over files: runs what nothing runs, follows every mount, and answers the endpoints with their full paths.
 *
 * @implements IAMA-CODE-002
 */
export function composeEndpoints(
  program: Program,
  parts: readonly Part[],
  settings: ResolverSettings,
): ResolvedFacts & { readonly handlers: readonly HandlerRange[] } {
  const { run, host } = program;
  runOrphans(run, host);
  markServed(run, host);
  const context = { run, world: host.world, routers: host.routers, classes: host.classes, parts };
  const declared = routeComposers.flatMap((composer) => composer.compose(context));
  const called = composeRoots(host.routers, settings);
  const composed = [...declared, ...called.routes];
  const nodes = distinct(composed.flatMap(endpointNodes));
  return {
    nodes,
    handlers: composed.flatMap(handlerRanges),
    edges: [],
    problems: distinctProblems([...host.problems, ...called.problems]),
  };
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

function distinctProblems(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
