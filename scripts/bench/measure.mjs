import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const noteMemory = new URL('./note-memory.mjs', import.meta.url).href;

/** One run of `node <args>` as a process of its own: milliseconds from start to end, and its exit code. */
export function timeOnce(args, cwd, env = {}) {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(process.execPath, args, {
      cwd,
      stdio: 'ignore',
      env: { ...process.env, NO_COLOR: '1', ...env },
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ms: performance.now() - from, code: code ?? 1 }));
  });
}

/** Median of `runs` runs; `before` prepares each one. A crash (exit above 5) ends the measuring. */
export async function timeMedian(args, cwd, runs, before = () => {}) {
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    before(run);
    const { ms, code } = await timeOnce(args, cwd);
    if (code > 5) throw new Error(`node ${args.join(' ')} ended with ${code}`);
    times.push(ms);
  }
  return median(times);
}

/** Medians of several command lines, run in turn, so that a busy moment of the machine hits all of them. */
export async function timeInTurn(lines, cwd, runs) {
  const times = lines.map(() => []);
  for (let run = 0; run < runs; run += 1) {
    for (const [index, args] of lines.entries()) times[index].push((await timeOnce(args, cwd)).ms);
  }
  return times.map(median);
}

/** Peak resident memory of one run, in MB, as the operating system saw it. */
export async function peakMemory(args, cwd) {
  const folder = mkdtempSync(join(tmpdir(), 'iama-memory-'));
  try {
    const file = join(folder, 'peak');
    await timeOnce(['--import', noteMemory, ...args], cwd, { IAMA_BENCH_PEAK: file });
    return Number(readFileSync(file, 'utf8')) / 1024;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
