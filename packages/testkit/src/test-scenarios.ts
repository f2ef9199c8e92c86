import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Runner } from './run-lines.ts';
import { runLines } from './run-lines.ts';
import { readScenarios } from './scenario.ts';
import { inTemporaryFolder } from './temporary-folder.ts';
import { transcript } from './transcript.ts';

/**
 * One test for each scenario below `folder`. With UPDATE_SCENARIOS=1 what is printed becomes what is expected. Scenarios on
 * a shared fixture are left to `npm test`: nearly every change of a reader moves what they print.
 */
export function testScenarios(folder: string, runner: Runner): void {
  const update = process.env.UPDATE_SCENARIOS === '1';
  const scenarios = readScenarios(folder).filter(({ shared }) => update || !shared || process.env.IAMA_ALL === '1');
  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', async (_, scenario) => {
    const said = await inTemporaryFolder({ copies: scenario.copies }, (root) => runLines(scenario.lines, root, runner));
    const printed = transcript(said);
    if (update) writeFileSync(scenario.output, printed);
    expect(printed).toBe(existsSync(scenario.output) ? readFileSync(scenario.output, 'utf8') : 'an output.txt');
  });
}
