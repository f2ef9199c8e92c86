import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCorpus } from './bench/corpus.mjs';
import { timeInTurn, timeMedian } from './bench/measure.mjs';
import { measureCommand } from './bench/measure-command.mjs';
import { writeProduct } from './bench/product.mjs';
import { table } from './bench/table.mjs';
import { root } from './setup/workspace.mjs';
import { setUp } from './setup.mjs';

/**
 * `npm run bench [-- --size 1000,10000,50000 --product 1,4 --runs 5 --seed 7]`: how long the main job takes on generated
 * repositories, as processes of their own, medians. It prints; it never fails because a machine is slow.
 */
const { values } = parseArgs({
  options: {
    /** Requirements of a repository that is mostly documents. */
    size: { type: 'string', default: '1000,10000,50000' },
    /** Size of a repository that is mostly code: 4 is 2,000 TypeScript files, 500 Python, 300 migrations. */
    product: { type: 'string', default: '1,4' },
    runs: { type: 'string', default: '5' },
    seed: { type: 'string', default: '7' },
  },
});
const runs = Number(values.runs);
const seed = Number(values.seed);
const measured = ['cold ms', 'warm ms', 'one changed ms', 'peak cold MB', 'peak warm MB'];
const iama = join(root, 'packages/iama/bin/iama.js');

await setUp();
console.log(`node ${process.version}, ${cpus().length} cores, medians of ${runs} runs, seed ${seed}\n`);
await benchTrace(numbers(values.size));
await benchProduct(numbers(values.product));
await benchStart();

async function benchTrace(sizes) {
  if (sizes.length === 0) return;
  const rows = await inFolders(sizes, async (folder, size) => {
    const corpus = writeCorpus(folder, size, seed);
    const change = { file: corpus.document, text: '\nOne more sentence.\n', runs };
    const args = [iama, 'trace'];
    const times = await measureCommand(folder, args, { ...change, coldRuns: size > 10_000 ? Math.min(runs, 3) : runs });
    const oneId = await timeMedian([...args, corpus.id], folder, runs);
    return [
      `${size} requirements`,
      corpus.documents,
      corpus.codeFiles,
      megabytes(corpus),
      ...cells(times),
      whole(oneId),
    ];
  });
  console.log(`${table(['`iama trace`', 'documents', 'code files', 'MB', ...measured, 'one id ms'], rows)}\n`);
}

async function benchProduct(sizes) {
  if (sizes.length === 0) return;
  const rows = await inFolders(sizes, async (folder, times) => {
    const size = { typescript: 500 * times, python: 125 * times, migrations: 75 * times };
    const product = writeProduct(folder, size, seed);
    const change = { file: product.changed, text: '\n// One more line.\n', coldRuns: runs, runs };
    const name = `${size.typescript} TypeScript, ${size.python} Python, ${size.migrations} SQL`;
    return [name, product.files, megabytes(product), ...cells(await measureCommand(folder, [iama, 'check'], change))];
  });
  console.log(`${table(['`iama check`', 'files', 'MB', ...measured], rows)}\n`);
}

async function benchStart() {
  const lines = [
    ['bare node, an empty file', [join(root, 'scripts/bench/nothing.mjs')]],
    ['iama --version', [iama, '--version']],
    ['iama --help', [iama, '--help']],
  ];
  const times = await timeInTurn(
    lines.map(([, args]) => args),
    root,
    Math.max(15, runs),
  );
  const rows = lines.map(([name], index) => [name, whole(times[index]), whole(times[index] - times[0])]);
  console.log(table(['start', 'ms', 'beyond bare node'], rows));
}

function cells({ cold, warm, changed, peakCold, peakWarm }) {
  return [cold, warm, changed, peakCold, peakWarm].map(whole);
}

/** Rows made one after the other, each in a folder of its own that is gone afterwards. */
async function inFolders(sizes, work) {
  const rows = [];
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'iama-bench-'));
    try {
      rows.push(await work(folder, size));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return rows;
}

function numbers(list) {
  return list
    .split(',')
    .filter((word) => word !== '')
    .map(Number);
}

function megabytes({ bytes }) {
  return (bytes / 1e6).toFixed(1);
}

function whole(value) {
  return value.toFixed(0);
}
