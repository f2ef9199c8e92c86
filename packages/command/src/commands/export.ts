import type { CommandSpec } from '../command-spec.ts';
import { repositoryOptions } from '../report-options.ts';

export const exportGraph: CommandSpec = {
  name: 'export',
  summary: 'print the whole graph',
  says: 'Prints every node and edge of the requirement graph: what the documents specify, what the code shows, what records say. `schemas/graph.json` describes the document.',
  options: [
    {
      flags: '-f, --format <format>',
      says: 'one document, or one node or edge a line',
      choices: ['json', 'ndjson'],
      fallback: 'json',
    },
    { flags: '-o, --out <file>', says: 'write to a file instead of stdout' },
    { flags: '--kind <kind>', says: 'only nodes of these kinds, and the edges between them', many: true },
    ...repositoryOptions,
  ],
  examples: [
    { command: 'iama export --format ndjson --kind requirement', says: 'one requirement a line' },
    { command: 'iama export --out graph.json', says: 'everything' },
  ],
  load: () => import('./run-export.ts'),
};
