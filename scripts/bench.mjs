import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { writeCorpus } from './bench/corpus.mjs';
import { peakMemory, timeInTurn, timeMedian } from './bench/measure.mjs';
import { table } from './bench/table.mjs';
import { root } from './setup/workspace.mjs';
import { setUp } from './setup.mjs';

/**
 * `npm run bench [-- --size 1000,10000,50000 --runs 5 --seed 7]`: how long the main job takes on a generated repository, as
 * processes of their own, medians. It prints; it never fails because a machine is slow.
 */
const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '1000,10000,50000' },
    runs: { type: 'string', default: '5' },
    seed: { type: 'string', default: '7' },
  },
});
const runs = Number(values.runs);
const iama = join(root, 'packages/iama/bin/iama.js');

await setUp();
console.log(`node ${process.version}, ${cpus().length} cores, medians of ${runs} runs, seed ${values.seed}\n`);
await benchTrace(values.size.split(',').map(Number));
await benchStart();

async function benchTrace(sizes) {
  const rows = [];
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'iama-bench-'));
    try {
      rows.push(await traceRow(folder, size));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const head = [
    '`iama trace`',
    'documents',
    'code files',
    'MB read',
    'cold ms',
    'warm ms',
    'one changed ms',
    'one id ms',
    'peak cold MB',
    'peak warm MB',
  ];
  console.log(`${table(head, rows)}\n`);
}

async function traceRow(folder, size) {
  const corpus = writeCorpus(folder, size, Number(values.seed));
  const trace = [iama, 'trace'];
  const forget = () => rmSync(join(folder, '.iama'), { recursive: true, force: true });
  const cold = await timeMedian(trace, folder, size > 10_000 ? Math.min(runs, 3) : runs, forget);
  forget();
  const peakCold = await peakMemory(trace, folder);
  // A file written a moment ago is read again, since it may change once more within the same tick of its clock.
  await wait(2500);
  await timeMedian(trace, folder, 1);
  const warm = await timeMedian(trace, folder, runs);
  const oneId = await timeMedian([...trace, corpus.id], folder, runs);
  const peakWarm = await peakMemory(trace, folder);
  const changed = await timeMedian(trace, folder, runs, (run) =>
    appendFileSync(join(folder, corpus.document), `\nOne more sentence, number ${run}.\n`),
  );
  const times = [cold, warm, changed, oneId, peakCold, peakWarm].map((value) => value.toFixed(0));
  return [`${size} requirements`, corpus.documents, corpus.codeFiles, (corpus.bytes / 1e6).toFixed(1), ...times];
}

async function benchStart() {
  const empty = join(root, 'scripts/bench/nothing.mjs');
  const lines = [
    ['bare node, an empty file', [empty]],
    ['iama --version', [iama, '--version']],
    ['iama --help', [iama, '--help']],
  ];
  const times = await timeInTurn(
    lines.map(([, args]) => args),
    root,
    Math.max(15, runs),
  );
  const rows = lines.map(([name], index) => [name, times[index].toFixed(0), (times[index] - times[0]).toFixed(0)]);
  console.log(table(['start', 'ms', 'beyond bare node'], rows));
}
