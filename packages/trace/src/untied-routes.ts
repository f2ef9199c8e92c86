import type { GraphView, NodeFact } from '@iama/model';
import { endpointShape } from '@iama/model';

/**
 * Routes of the code that nothing ties to a requirement: no document specifies them (that is for the contract's gates when
 * there is a contract), and nothing in their file implements a requirement. Only in repositories that tie code at all;
 * operational routes and routers whose mount is unknown are left out.
 */
export function untiedRoutes(graph: GraphView<'endpoint' | 'requirement'>): NodeFact<'endpoint'>[] {
  const tied = new Set(graph.edges('implements').map((edge) => edge.at.path));
  if (tied.size === 0 || graph.nodes('endpoint', { side: 'specified' }).length > 0) return [];
  const operational = graph.settings.operational.map(endpointShape);
  return graph.nodes('endpoint', { side: 'observed' }).filter(({ at, attributes }) => {
    if (tied.has(at.path) || attributes.mount === 'unknown') return false;
    const shape = endpointShape(attributes.path);
    return !operational.some((path) => shape === path || shape.endsWith(path));
  });
}
