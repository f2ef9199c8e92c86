import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runLines } from '../../packages/testkit/dist/run-lines.js';
import { readScenarios } from '../../packages/testkit/dist/scenario.js';
import { inTemporaryFolder } from '../../packages/testkit/dist/temporary-folder.js';
import { transcript } from '../../packages/testkit/dist/transcript.js';
import { root } from '../setup/workspace.mjs';

/** Runs every scenario with installed programs, `bins` by name; answers how many passed and what the others printed. */
export async function runScenarios(bins) {
  const scenarios = readScenarios(join(root, 'fixtures/scenarios'));
  const wrong = [];
  for (const { name, lines, copies, output } of scenarios) {
    const said = await inTemporaryFolder({ copies }, (folder) =>
      runLines(lines, folder, (...call) => runBin(bins, ...call)),
    );
    const printed = transcript(said);
    const difference = firstDifference(readFileSync(output, 'utf8'), printed);
    if (difference)
      wrong.push(`scenario ${name} prints something else when installed
${difference}`);
  }
  return { passed: scenarios.length - wrong.length, wrong };
}

function firstDifference(expected, printed) {
  const [wanted, got] = [expected.split('\n'), printed.split('\n')];
  const at = wanted.findIndex((line, index) => line !== got[index]);
  if (at < 0 && wanted.length === got.length) return undefined;
  const from = at < 0 ? wanted.length : at;
  return `  line ${from + 1}\n  - ${wanted[from] ?? '(nothing)'}\n  + ${got[from] ?? '(nothing)'}`;
}

/** Runs an installed program as a shell would, without a terminal. */
export function runBin(bins, program, words, cwd) {
  return new Promise((resolve, reject) => {
    const env = {
      ...process.env,
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
      NODE_PATH: undefined,
      NODE_OPTIONS: undefined,
    };
    const child = spawn(process.execPath, [bins[program], ...words], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const texts = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => {
      texts.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      texts.err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...texts, exit: code ?? 1 }));
  });
}
