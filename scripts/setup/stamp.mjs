import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root, workspacePackages } from './workspace.mjs';

const stampFile = join(root, 'node_modules', '.iama-setup');

/** What was set up last, as `{ install, build }`; empty when nothing was or the file is unreadable. */
export function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
}

export function writeStamp(stamp) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, `${JSON.stringify(stamp)}\n`);
}

export function forgetStamp() {
  rmSync(stampFile, { force: true });
}

/** Key of everything an installation depends on: what to install, and the Node it is compiled for. */
export function installKey() {
  const manifests = workspacePackages().map((one) => join(one.path, 'package.json'));
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((name) => join(root, name));
  return hashFiles(
    [...files, ...manifests],
    `${process.version} ${process.versions.modules} ${process.platform}-${process.arch}`,
  );
}

/** Key of everything a build reads: sources without tests, compiler configuration, the build itself. */
export function buildKey() {
  const sources = workspacePackages().flatMap((one) => [
    join(one.path, 'tsconfig.json'),
    ...filesBelow(join(one.path, 'src')),
  ]);
  const files = ['tsconfig.base.json', 'tsconfig.json', 'scripts/build.mjs'].map((name) => join(root, name));
  return hashFiles([...files, ...sources.filter((path) => !path.endsWith('.test.ts'))], installKey());
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function hashFiles(paths, salt) {
  const hash = createHash('sha256').update(salt);
  for (const path of [...paths].sort()) {
    if (existsSync(path)) hash.update(`\0${relative(root, path)}\0`).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 32);
}
