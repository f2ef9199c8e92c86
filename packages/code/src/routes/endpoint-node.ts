import type { NodeFact } from '@iama/model';
import type { ComposedRoute } from './composed-route.ts';
import type { HandlerRange } from './handler-range.ts';
import { normalPaths } from './route-path.ts';
import type { Step } from './router.ts';

/** A composed route as the graph holds it: one node for each path it answers. */
export function endpointNodes(route: ComposedRoute): NodeFact<'endpoint'>[] {
  const { method, framework, mount, at } = route;
  return normalPaths(route.path)
    .filter((path) => !answersTheRest(path))
    .map((path) => ({
      kind: 'endpoint',
      id: `${method} ${path}`,
      side: 'observed',
      at,
      attributes: {
        method,
        path,
        statuses: [],
        errorCodes: [],
        denialReasons: [],
        request: [],
        response: [],
        framework,
        ...(route.handler === undefined ? {} : { handler: nameOf(route.handler, at) }),
        chain: route.chain.map((step) => nameOf(step, at)),
        mount,
      },
    }));
}

/** The lines of a route's handler, for each endpoint it answers. */
export function handlerRanges(route: ComposedRoute): HandlerRange[] {
  const { at, lastLine } = route.handler ?? {};
  if (at === undefined || lastLine === undefined) return [];
  return endpointNodes(route).map(({ id }) => ({ endpoint: id, path: at.path, from: at.line, to: lastLine }));
}

/** A handler written elsewhere is told with its place. */
function nameOf(handler: Step, at: ComposedRoute['at']): string {
  if (handler.at === undefined || (handler.at.path === at.path && handler.name.startsWith('inline')))
    return handler.name;
  return `${handler.name} (${handler.at.path}:${handler.at.line})`;
}

/** What answers whatever else is asked (a page not found, a preflight, a single page) is no endpoint of its own. */
function answersTheRest(path: string): boolean {
  return path === '/*' || path === '*' || path === '/**';
}
