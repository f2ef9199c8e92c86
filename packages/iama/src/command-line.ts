import type { CommandLine } from '@iama/command';
import { check, completion, explain, exportGraph, gates, init, readVersion } from '@iama/command';
import { trace } from '@iama/trace';

const phases = [trace];

/** Everything `iama` can be told. A new phase is one word here. */
export const commandLine: CommandLine = {
  name: 'iama',
  version: readVersion(import.meta.url),
  summary:
    'Reads the documents a team already has, builds a requirement graph, and decides the gates of a workflow against it.',
  commands: [...phases.flatMap((phase) => phase.commands), check, init, explain, gates, exportGraph, completion],
  phases,
};
