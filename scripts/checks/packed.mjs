import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { undeclaredImports } from '../packed/undeclared-imports.mjs';
import { unpack } from '../packed/unpack.mjs';
import { runProgram } from '../setup/run-program.mjs';
import { root } from '../setup/workspace.mjs';

/** The published packages, installed in an empty folder with nothing but what they declare, and run there. */
export const packed = {
  name: 'packed',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'iama-packed-'));
    try {
      const laid = await unpack(['iama', '@iama/trace'], folder);
      const sample = join(folder, 'sample');
      cpSync(join(root, 'fixtures/sample'), sample, { recursive: true });
      const faults = laid.flatMap(undeclaredImports).map((line) => `undeclared import: ${line}`);
      const program = (name) => laid.find((one) => one.name === name);
      const runs = [
        await runBin(program('iama'), 'iama', ['--version'], sample),
        await runBin(program('iama'), 'iama', ['trace'], sample),
        await runBin(program('@iama/trace'), 'iama-trace', ['--format', 'json'], sample),
      ];
      const failed = [...faults, ...runs.filter((one) => one !== undefined)];
      const passed = laid.length + runs.length - failed.length;
      const note = `${laid.length} packed packages run with what they declare`;
      return [{ name: 'packed', passed: Math.max(0, passed), failed: failed.length, note, details: failed.join('\n') }];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Undefined when the program ends with 0 and says something; else what was wrong. */
async function runBin({ path, manifest }, bin, args, cwd) {
  const script = join(path, manifest.bin[bin]);
  const env = { NO_COLOR: '1', FORCE_COLOR: undefined, NODE_PATH: undefined, NODE_OPTIONS: undefined };
  const { code, output } = await runProgram(process.execPath, [script, ...args], { cwd, env });
  if (code === 0 && output.trim() !== '') return undefined;
  return `\`${bin} ${args.join(' ')}\` ended with ${code}\n${output}`;
}
