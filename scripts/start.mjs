import { spawnSync } from 'node:child_process';
import { root } from './setup/workspace.mjs';
import { setUp } from './setup.mjs';

/** Sets the clone up if it is not, then does the main job: the trace matrix of the sample product. */
await setUp();

const line = ['packages/iama/bin/iama.js', 'trace', '--root', 'fixtures/sample'];
const { status } = spawnSync(process.execPath, line, { cwd: root, stdio: 'inherit' });

process.stdout.write(`
That was \`node ${line.join(' ')}\`. What to run next:

  npx iama trace --root fixtures/broken    the same product with its faults: what iama says, and exit 1
  npx iama gates                           every gate; \`npx iama explain <gate>\` says why it is there
  npx iama --help                          all commands

In a repository of yours, start with \`iama init\`, then \`iama trace\`.
`);
process.exit(status ?? 1);
