import type { Resolver } from '@iama/model';
import { clientCalls } from './client-calls/client-calls.ts';
import { composeEndpoints } from './routes/compose-endpoints.ts';
import { runProgram } from './routes/program.ts';

/** What all TypeScript and JavaScript files say together: routes with their full paths, requests with their base addresses. */
export const typescriptProgram: Resolver = {
  name: 'typescript-program',
  version: 1,
  parts: ['alias', 'client-call', 'route-file', 'script'],
  resolve(parts, settings) {
    const program = runProgram(parts);
    const endpoints = composeEndpoints(program, parts, settings);
    return {
      nodes: [...endpoints.nodes, ...clientCalls(parts, program.run)],
      edges: endpoints.edges,
      problems: endpoints.problems,
    };
  },
};
