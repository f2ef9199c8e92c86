import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './setup/workspace.mjs';
import { setUp } from './setup.mjs';

/** Sets the clone up if it is not, then does the main job: the trace matrix of the sample product. */
await setUp();

const iama = join(root, 'packages/iama/bin/iama.js');
const sample = join(root, 'fixtures/sample');
const { status } = spawnSync(process.execPath, [iama, 'trace'], { cwd: sample, stdio: 'inherit' });

process.stdout.write(`
That was \`iama trace\` in fixtures/sample. What to run next, in that folder or in a repository of yours:

  node ${join('packages', 'iama', 'bin', 'iama.js')} --help          what else it answers
  npx iama init                              write iama.yaml from the documents found
  npx iama trace V1-FR-AUTH-001              one requirement with everything it touches
  npx iama check                             every gate; exit 1 when one fires
`);
process.exit(status ?? 1);
