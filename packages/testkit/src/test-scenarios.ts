import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { CommandLine } from '@iama/command';
import { expect, test } from 'vitest';
import { runLines, transcript } from './command-lines.ts';
import { readScenarios } from './scenario.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** One test for each scenario below `folder`. With UPDATE_SCENARIOS=1 what is printed becomes what is expected. */
export function testScenarios(folder: string, commandLines: readonly CommandLine[]): void {
  const update = process.env.UPDATE_SCENARIOS === '1';
  test.each(readScenarios(folder).map((scenario) => [scenario.name, scenario] as const))('%s', async (_, scenario) => {
    const said = await inTemporaryFolder({ copies: scenario.copies }, (root) =>
      runLines(scenario.lines, root, commandLines),
    );
    // The key of a graph changes with every version of a reader, which no scenario is about.
    const printed = transcript(said).replaceAll(/"graph": "[0-9a-f]{16}"/g, '"graph": "…"');
    if (update) writeFileSync(scenario.output, printed);
    expect(printed).toBe(existsSync(scenario.output) ? readFileSync(scenario.output, 'utf8') : 'an output.txt');
  });
}
