import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { markdownReader } from '../readers/markdown.ts';

const root = join(import.meta.dirname, '../../../..');
const documents = ['fixtures', 'specs', 'docs'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !path.includes('node_modules'))
    .map((path) => `${folder}/${path}`)
    .sort(),
);

// @verifies IAMA-READ-009
it.each(documents)('satteri and remark give the same facts of %s', async (path) => {
  const source = { path, text: readFileSync(join(root, path), 'utf8') };
  const [fast, reference] = [markdownReader(undefined, 'satteri'), markdownReader(undefined, 'remark')];
  await fast.prepare?.();
  await reference.prepare?.();
  expect(fast.read(source, { idPatterns: [] })).toEqual(reference.read(source, { idPatterns: [] }));
});
