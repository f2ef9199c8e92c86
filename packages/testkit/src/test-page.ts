import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandLine } from '@iama/command';
import { expect, test } from 'vitest';
import { runLines } from './command-lines.ts';
import { consoleBlocks, isShown } from './console-blocks.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/**
 * One test for each `console` block of a page: its commands run in a copy of the fixture it names (`sample` when it names
 * none) and print what the page shows. Commands of other programs (`npm`, `git`) are left to the reader.
 */
export function testPage(page: string, fixtures: string, commandLines: readonly CommandLine[]): void {
  const blocks = consoleBlocks(readFileSync(page, 'utf8'));
  const known = new Set(commandLines.map((commandLine) => commandLine.name));
  test.each(blocks.map((block) => [`line ${block.line}`, block] as const))('%s', async (_, block) => {
    const calls = block.calls.filter(({ command }) => known.has(command.split(' ')[0] ?? ''));
    await inTemporaryFolder({ copies: [join(fixtures, block.fixture ?? 'sample')] }, async (folder) => {
      const said = await runLines(
        calls.map((call) => call.command),
        folder,
        commandLines,
      );
      const wrong = said.filter((one, index) => !isShown(calls[index]?.output ?? [], one.out + one.err));
      expect(wrong.map(({ line, out, err }) => `$ ${line}\n${out}${err}`)).toEqual([]);
    });
  });
}
