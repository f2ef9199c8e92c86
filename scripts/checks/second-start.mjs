import { join } from 'node:path';
import { runProgram } from '../setup/run-program.mjs';
import { root } from '../setup/workspace.mjs';

/**
 * The tests have just set the clone up: once more has nothing to do, and so needs no program but Node.
 *
 * @verifies IAMA-TOOL-001
 */
export const secondStart = {
  name: 'setup',
  async run() {
    const { code, output } = await runProgram(process.execPath, [join(root, 'scripts/setup.mjs')], {
      cwd: root,
      env: { PATH: '', Path: '' },
    });
    const silent = code === 0 && output === '';
    const details = `\`node scripts/setup.mjs\` ended with ${code} and said:\n${output}`;
    return [
      { name: 'setup', passed: silent ? 1 : 0, failed: silent ? 0 : 1, note: 'a second start does no work', details },
    ];
  },
};
