import type { NodeFact, Problem, ResolvedFacts, ResolverSettings } from '@iama/model';
import { composeRoots } from '../../routes/compose-roots.ts';
import { endpointNodes } from '../../routes/endpoint-node.ts';
import type { Router } from '../../routes/router.ts';
import type { Program } from '../program/program.ts';
import type { MadeValue } from '../program/value.ts';
import { aiohttp } from './aiohttp.ts';
import { djangoRouters } from './django.ts';
import { fastapi } from './fastapi.ts';
import { flask } from './flask.ts';
import type { PythonFramework, PythonRoutes } from './python-routes.ts';
import { runLonely } from './run-lonely.ts';

/** Frameworks whose routers are made and then called. A new one is one file and one line here. */
export const pythonFrameworks: readonly PythonFramework[] = [fastapi, flask, aiohttp];

/** The endpoints of a followed program, with their full paths. */
export function composePythonRoutes(program: Program, settings: ResolverSettings): ResolvedFacts {
  runLonely(program);
  const problems: Problem[] = [];
  const opened = new Map<MadeValue, { router: Router; framework: PythonFramework }>();
  const routes: PythonRoutes = {
    program,
    stoodIn: new Set(),
    routerOf: (value) => (value?.is === 'made' ? opened.get(value)?.router : undefined),
    tell: (problem) => problems.push(problem),
    tellOpen: (at, words) =>
      problems.push({
        at,
        code: 'unresolved',
        message: `The path of this route is not constant: \`${words}\``,
        hides: ['endpoint'],
      }),
  };
  for (const made of program.made) {
    for (const framework of pythonFrameworks) {
      const router = framework.open(made, routes);
      if (router === undefined) continue;
      opened.set(made, { router: made.assumed ? { ...router, origin: 'assumed' } : router, framework });
      break;
    }
  }
  nameRouters(program, routes);
  for (const [made, { router, framework }] of opened) framework.fill(router, made, routes);
  const all = [
    ...[...opened.values()].map(({ router }) => router).filter((router) => !routes.stoodIn.has(router)),
    ...djangoRouters(routes),
  ];
  const composed = composeRoots(withInner(all), settings);
  const nodes = distinct(composed.routes.flatMap(endpointNodes));
  return { nodes, edges: [], problems: [...problems, ...composed.problems] };
}

/** Routers and everything that stands inside them: a scope mounts routers too. */
function withInner(routers: readonly Router[]): Router[] {
  const found = new Set(routers);
  for (const router of found)
    for (const operation of router.operations) if (operation.does === 'mount') found.add(operation.target);
  return [...found];
}

/** Routers are declared in configuration by the name their file gives them. */
function nameRouters(program: Program, routes: PythonRoutes): void {
  for (const path of program.tree.paths) {
    const scope = program.scopeOf(path);
    for (const name of scope.names) {
      const router = routes.routerOf(scope.get(name));
      if (router !== undefined && router.at.path === path) router.name ??= name;
    }
  }
}

function distinct(nodes: readonly NodeFact[]): NodeFact[] {
  const seen = new Map<string, NodeFact>();
  for (const node of nodes) seen.set([node.id, node.at.path, node.at.line, node.at.column].join('\n'), node);
  const order = (node: NodeFact) =>
    [node.at.path, String(node.at.line).padStart(8, '0'), String(node.at.column).padStart(6, '0'), node.id].join('\n');
  return [...seen.values()].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}
