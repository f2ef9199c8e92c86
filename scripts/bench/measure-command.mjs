import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { peakMemory, timeMedian } from './measure.mjs';

/**
 * A command in a folder: medians of runs without a graph, with one that is up to date, and after one file changed; and peak
 * memory. `file` is the one that changes, by `text` at its end.
 */
export async function measureCommand(folder, args, { file, text, coldRuns, runs }) {
  const forget = () => rmSync(join(folder, '.iama'), { recursive: true, force: true });
  const cold = await timeMedian(args, folder, coldRuns, forget);
  forget();
  const peakCold = await peakMemory(args, folder);
  // A file written a moment ago is read again, since it may change once more within the same tick of its clock.
  await wait(2500);
  await timeMedian(args, folder, 1);
  const warm = await timeMedian(args, folder, runs);
  const peakWarm = await peakMemory(args, folder);
  const changed = await timeMedian(args, folder, runs, () => appendFileSync(join(folder, file), text));
  return { cold, warm, changed, peakCold, peakWarm };
}
