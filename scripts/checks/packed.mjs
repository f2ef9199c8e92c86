import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, workspacePackages } from '../setup/workspace.mjs';

/**
 * The published packages, installed in an empty folder with nothing but what they declare, and run there: each program on a
 * copy of the sample, and every scenario.
 *
 * @verifies IAMA-TOOL-003
 */
export const packed = {
  name: 'packed',
  async run() {
    const { undeclaredImports } = await import('../packed/undeclared-imports.mjs');
    const { unpack } = await import('../packed/unpack.mjs');
    const { runScenarios } = await import('../packed/run-scenarios.mjs');
    const programs = workspacePackages().filter(({ manifest }) => manifest.bin !== undefined);
    const folder = mkdtempSync(join(tmpdir(), 'iama-packed-'));
    try {
      const laid = await unpack(
        programs.map(({ manifest }) => manifest.name),
        folder,
      );
      const undeclared = laid.flatMap(undeclaredImports).map((line) => `undeclared import: ${line}`);
      const bins = Object.fromEntries(laid.flatMap(binsOf));
      const silent = await runOnSample(bins, folder);
      const { passed, wrong } = await runScenarios(bins);
      const faults = [...undeclared, ...silent, ...wrong];
      const good = laid.length + Object.keys(bins).length + passed - undeclared.length - silent.length;
      const note = `${laid.length} packages, ${Object.keys(bins).length} programs run with what they declare`;
      return [{ name: 'packed', passed: Math.max(0, good), failed: faults.length, note, details: faults.join('\n') }];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function binsOf({ path, manifest }) {
  return Object.entries(manifest.bin ?? {}).map(([name, script]) => [name, join(path, script)]);
}

/** What was wrong with programs that do not say their version, or find nothing in the sample. */
async function runOnSample(bins, folder) {
  const { runBin } = await import('../packed/run-scenarios.mjs');
  const sample = join(folder, 'sample');
  cpSync(join(root, 'fixtures/sample'), sample, { recursive: true });
  const wrong = [];
  for (const program of Object.keys(bins)) {
    const version = await runBin(bins, program, ['--version'], sample);
    const main = await runBin(bins, program, [], sample);
    if (!/^\d+\.\d+\.\d+/.test(version.out))
      wrong.push(`\`${program} --version\` printed ${version.out}${version.err}`);
    if (main.exit !== 0) wrong.push(`\`${program}\` ended with ${main.exit}\n${main.out}${main.err}`);
  }
  return wrong;
}
