import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/workspace.mjs';

/**
 * A bundler plugin: `import { a } from '@iama/x'` goes past the door of the package (`index.ts`) straight to the file that
 * has `a`. A bundler must otherwise keep all that a door leads to wherever anything of it is imported, and the command line
 * would load every parser before it knows what it is asked for.
 */
export const pastTheDoors = {
  name: 'past-the-doors',
  setup(build) {
    const doors = new Map();
    build.onLoad({ filter: /[\\/]packages[\\/][^\\/]+[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8').replaceAll(
        /^(import|export) \{([^}]*)\} from '@iama\/([a-z]+)';$/gm,
        (whole, word, names, folder) => direct(whole, word, namesIn(names), folder, doors),
      );
      return { contents, loader: 'ts' };
    });
  },
};

function direct(whole, word, names, folder, doors) {
  if (!doors.has(folder)) doors.set(folder, readDoor(folder));
  const files = doors.get(folder);
  if (names.some(({ name }) => !files.has(name))) return whole;
  return names.map(({ name, text }) => `${word} { ${text} } from ${JSON.stringify(files.get(name))};`).join(' ');
}

/** Which file of a package each name comes from. */
function readDoor(folder) {
  const source = join(root, 'packages', folder, 'src');
  const files = new Map();
  for (const [, names, file] of readFileSync(join(source, 'index.ts'), 'utf8').matchAll(
    /^export \{([^}]*)\} from '(\.[^']+)';$/gm,
  )) {
    for (const { name } of namesIn(names)) files.set(name, join(source, file));
  }
  return files;
}

/** Names renamed on the way are left to the bundler. */
function namesIn(list) {
  return list
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ text, name: text }));
}
