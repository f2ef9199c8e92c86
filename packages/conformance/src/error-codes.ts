import { twinPaths } from '@iama/gate';
import type { GraphView, NodeFact } from '@iama/model';

type Code = NodeFact<'error-code'>;

export interface ErrorCodes {
  /** By code. Codes that only an endpoint's replies name are specified too. */
  readonly specified: ReadonlyMap<string, readonly Code[]>;
  readonly observed: ReadonlyMap<string, readonly Code[]>;
}

/** Error and denial codes of both sides. */
export function errorCodes(graph: GraphView<'error-code' | 'endpoint' | 'document'>): ErrorCodes {
  return graph.once('conformance/error-codes', () => {
    const twins = twinPaths(graph);
    const specified = byCode(graph.nodes('error-code', { side: 'specified' }).filter(({ at }) => !twins.has(at.path)));
    for (const endpoint of graph.nodes('endpoint', { side: 'specified' })) {
      for (const code of [...endpoint.attributes.errorCodes, ...endpoint.attributes.denialReasons]) {
        if (!specified.has(code)) specified.set(code, []);
      }
    }
    return { specified, observed: byCode(graph.nodes('error-code', { side: 'observed' })) };
  });
}

function byCode(codes: readonly Code[]): Map<string, Code[]> {
  const map = new Map<string, Code[]>();
  for (const code of codes) map.set(code.id, [...(map.get(code.id) ?? []), code]);
  return map;
}
