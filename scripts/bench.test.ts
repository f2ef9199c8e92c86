import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from '../packages/iama/src/command-line.ts';
import { inTemporaryFolder, runInside, runLines } from '../packages/testkit/src/index.ts';

interface Written {
  readonly id: string;
}
const { writeCorpus } = (await import('./bench/corpus.mjs' as string)) as {
  writeCorpus(folder: string, requirements: number, seed: number): Written;
};

test('the same seed writes the same repository', async () => {
  const hashes = await Promise.all(
    [7, 7, 8].map((seed) =>
      inTemporaryFolder({}, async (folder) => {
        writeCorpus(folder, 80, seed);
        return hashOf(folder);
      }),
    ),
  );
  expect(hashes[1]).toBe(hashes[0]);
  expect(hashes[2]).not.toBe(hashes[0]);
});

test('everything that is measured is really read: each requirement has its function and its test', async () => {
  await inTemporaryFolder({}, async (folder) => {
    writeCorpus(folder, 80, 7);
    const [said] = await runLines(['iama trace --format json'], folder, runInside([commandLine]));
    const report = JSON.parse(said?.out ?? '');
    expect(report.looked).toMatchObject({ requirements: 80, 'code files': 16, tests: 80, endpoints: 20, tables: 12 });
    expect(report.findings).toEqual([]);
  });
});

function hashOf(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(path.slice(folder.length)).update(readFileSync(path));
  }
  return hash.digest('hex');
}
