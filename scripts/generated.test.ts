import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { generateAll, generatedFolders } from './generate/generate-all.ts';

const root = dirname(import.meta.dirname);
const generated = await generateAll();

if (process.env.UPDATE_GENERATED === '1') {
  for (const folder of generatedFolders) rmSync(join(root, folder), { recursive: true, force: true });
  for (const [path, text] of generated) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

test.each([...generated])('%s is as `npm run generate` writes it', (path, text) => {
  expect(existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : 'no such file').toBe(text);
});

test('no generated file is left of something that is gone', () => {
  const found = generatedFolders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll('\\', '/'),
      ),
  );
  expect(found.filter((path) => !generated.has(path))).toEqual([]);
});

test('the same sources give the same bytes', async () => {
  expect([...(await generateAll())]).toEqual([...generated]);
});
