import type { CommandLine } from '@iama/command';
import { check, completion, explain, exportGraph, gates, init, readVersion } from '@iama/command';
import { conformance } from '@iama/conformance';
import { trace } from '@iama/trace';

/** Put in by the bundler: changes with every source. */
declare const IAMA_BUILD: string | undefined;

const version = readVersion(import.meta.url);
const phases = [trace, conformance];

/** Everything `iama` can be told. A new phase is one word here. */
export const commandLine: CommandLine = {
  name: 'iama',
  version,
  edition: typeof IAMA_BUILD === 'string' ? `${version}+${IAMA_BUILD}` : version,
  summary:
    'Reads the documents a team already has, builds a requirement graph, and decides the gates of a workflow against it.',
  commands: [...phases.flatMap((phase) => phase.commands), check, init, explain, gates, exportGraph, completion],
  phases,
};
