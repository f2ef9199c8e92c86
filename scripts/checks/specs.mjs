import { join } from 'node:path';
import { runProgram } from '../setup/run-program.mjs';
import { root } from '../setup/workspace.mjs';

/** iama held to its own promises: `iama check` on this repository. Only exit 0 is a pass. */
export const specs = {
  name: 'specs',
  async run() {
    const { code, output } = await runProgram(process.execPath, [join(root, 'packages/iama/bin/iama.js'), 'check'], {
      cwd: root,
      env: { NO_COLOR: '1', FORCE_COLOR: undefined },
    });
    const note = `\`iama check\` on specs/ and the code of iama: exit ${code}`;
    return [{ name: 'specs', passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, note, details: output }];
  },
};
