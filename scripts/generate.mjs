import { join } from 'node:path';
import { runProgram } from './setup/run-program.mjs';
import { root } from './setup/workspace.mjs';
import { setUp } from './setup.mjs';

/** Writes docs/gates, docs/cli and schemas anew: the test that compares them, told to write what it would compare with. */
await setUp();
const args = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'scripts/generated.test.ts', '--reporter=dot'];
const { code, output } = await runProgram(process.execPath, args, {
  cwd: root,
  env: { IAMA_ALL: '1', UPDATE_GENERATED: '1' },
});
if (code !== 0) process.stderr.write(output);
process.exit(code);
