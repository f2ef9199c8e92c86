import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { consoleBlocks, isShown } from './console-blocks.ts';
import type { Runner } from './run-lines.ts';
import { runLines } from './run-lines.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/**
 * One test for each `console` block of a page: its commands run in a copy of the fixture it names (`sample` when it names
 * none) and print what the page shows. Commands of other programs (`npm`, `git`) are left to the reader.
 */
export function testPage(page: string, fixtures: string, programs: readonly string[], runner: Runner): void {
  const blocks = consoleBlocks(readFileSync(page, 'utf8'));
  test.each(blocks.map((block) => [`line ${block.line}`, block] as const))('%s', async (_, block) => {
    const calls = block.calls.filter(({ command }) => programs.includes(command.split(' ')[0] ?? ''));
    await inTemporaryFolder({ copies: [join(fixtures, block.fixture ?? 'sample')] }, async (folder) => {
      const said = await runLines(
        calls.map((call) => call.command),
        folder,
        runner,
      );
      const wrong = said.filter((one, index) => !isShown(calls[index]?.output ?? [], one.out + one.err));
      expect(wrong.map(({ line, out, err }) => `$ ${line}\n${out}${err}`)).toEqual([]);
    });
  });
}
