import type { GraphView, NodeFact } from '@iama/model';
import { endpointShape } from '@iama/model';

type Endpoint = NodeFact<'endpoint'>;

/** Endpoints by shape, so that either side can be looked up from the other. */
export interface EndpointIndex {
  readonly all: readonly Endpoint[];
  /** Same method and path; a route that takes any method (`ALL`) counts for each. */
  find(method: string, path: string): Endpoint[];
  /** Same method, and a path that ends with this one. */
  endingWith(method: string, path: string): Endpoint[];
  /** Other methods on the same path. */
  onPath(path: string): Endpoint[];
}

/** The endpoints of one side. Translations of a contract add nothing. */
export function endpointIndex(
  graph: GraphView<'endpoint'>,
  side: 'specified' | 'observed',
  keep: (endpoint: Endpoint) => boolean = () => true,
): EndpointIndex {
  const all = graph.nodes('endpoint', { side }).filter(keep);
  const byPath = new Map<string, Endpoint[]>();
  for (const endpoint of all) {
    const shape = endpointShape(endpoint.attributes.path);
    const known = byPath.get(shape);
    if (known) known.push(endpoint);
    else byPath.set(shape, [endpoint]);
  }
  const onPath = (path: string) => byPath.get(endpointShape(path)) ?? [];
  return {
    all,
    onPath,
    find: (method, path) => onPath(path).filter((endpoint) => sameMethod(endpoint.attributes.method, method)),
    endingWith(method, path) {
      const end = endpointShape(path);
      if (end === '/' || end === '') return [];
      return [...byPath].flatMap(([shape, endpoints]) =>
        shape.endsWith(end.startsWith('/') ? end : `/${end}`)
          ? endpoints.filter((endpoint) => sameMethod(endpoint.attributes.method, method))
          : [],
      );
    },
  };
}

function sameMethod(a: string, b: string): boolean {
  return a === b || a === 'ALL' || b === 'ALL';
}

/** True for a route that configuration calls operational: health, metrics. A prefix before it does not matter. */
export function isOperational(path: string, operational: readonly string[]): boolean {
  const shape = endpointShape(path);
  return operational.some((declared) => {
    const wanted = endpointShape(declared);
    return shape === wanted || shape.endsWith(wanted.startsWith('/') ? wanted : `/${wanted}`);
  });
}
