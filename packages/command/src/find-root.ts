import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { configurationFile } from './configuration/read-configuration.ts';

/** The folder that is read: the nearest one upwards with an `iama.yaml`, else the git work tree, else the folder itself. */
export function findRoot(folder: string): string {
  const start = resolve(folder);
  return upwards(start, configurationFile) ?? upwards(start, '.git') ?? start;
}

function upwards(start: string, name: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, name))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
