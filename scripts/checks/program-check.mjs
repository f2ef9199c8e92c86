import { join } from 'node:path';
import { runProgram } from '../setup/run-program.mjs';
import { root } from '../setup/workspace.mjs';

/** A check that is one program of node_modules: passed when it ends with 0. */
export function programCheck(name, note, script, args) {
  return {
    name,
    async run() {
      const { code, output } = await runProgram(process.execPath, [join(root, 'node_modules', script), ...args], {
        cwd: root,
        env: { NO_COLOR: '1', FORCE_COLOR: undefined },
      });
      return [{ name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, note, details: output }];
    },
  };
}
