import type { EdgeFact, NodeFact, Resolver } from '@iama/model';
import { clientCalls } from './client-calls/client-calls.ts';
import { errorCodes } from './codes/error-codes.ts';
import { composeEndpoints } from './routes/compose-endpoints.ts';
import { handlerIndex } from './routes/handler-range.ts';
import { runProgram } from './routes/program.ts';
import { observedStates } from './states/states.ts';

/**
 * What all TypeScript and JavaScript files say together: routes with their full paths, requests with their base addresses,
 * codes with the endpoints that send them, states with the sets they belong to.
 */
export const typescriptProgram: Resolver = {
  name: 'typescript-program',
  version: 3,
  parts: [
    'alias',
    'client-call',
    'emission',
    'route-file',
    'script',
    'sent-body',
    'state-set',
    'state-step',
    'state-use',
  ],
  resolve(parts, settings) {
    const program = runProgram(parts);
    const endpoints = composeEndpoints(program, parts, settings);
    const states = observedStates(parts, program.run);
    const codes = errorCodes(parts, program.run, handlerIndex(endpoints.handlers));
    return {
      nodes: [
        ...endpoints.nodes.map((node) => withCodes(node, codes.edges, codes.nodes)),
        ...clientCalls(parts, program.run),
        ...codes.nodes,
        ...states.nodes,
      ],
      edges: [...endpoints.edges, ...codes.edges, ...states.edges],
      problems: endpoints.problems,
    };
  },
};

/** An endpoint says itself which codes and statuses its handler sends. */
function withCodes(node: NodeFact, edges: readonly EdgeFact[], nodes: readonly NodeFact[]): NodeFact {
  if (node.kind !== 'endpoint') return node;
  const sent = edges.filter(({ from }) => from.kind === 'endpoint' && from.id === node.id);
  if (sent.length === 0) return node;
  const codes = nodes.filter(
    (one) =>
      one.kind === 'error-code' &&
      sent.some(({ to, at }) => to.id === one.id && at.path === one.at.path && at.line === one.at.line),
  );
  const of = (family: 'error' | 'denial'): string[] =>
    [
      ...new Set(
        codes.flatMap((one) => (one.kind === 'error-code' && one.attributes.family === family ? [one.id] : [])),
      ),
    ].sort();
  const statuses = codes.flatMap((one) =>
    one.kind === 'error-code' && one.attributes.httpStatus !== undefined ? [one.attributes.httpStatus] : [],
  );
  return {
    ...node,
    attributes: {
      ...node.attributes,
      errorCodes: of('error'),
      denialReasons: of('denial'),
      statuses: [...new Set(statuses)].sort((a, b) => a - b),
    },
  };
}
