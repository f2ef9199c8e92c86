import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireNode } from './setup/require-node.mjs';
import { root, workspacePackages } from './setup/workspace.mjs';

/**
 * Makes a clone ready: dependencies, the native build of better-sqlite3, the build. Does only what is not done yet;
 * a second call reads the stamp and returns within a moment.
 *
 * @implements IAMA-TOOL-001
 */
export async function setUp() {
  requireNode('20.19');
  const { buildKey, forgetStamp, installKey, readStamp, writeStamp } = await import('./setup/stamp.mjs');
  const stamp = readStamp();
  const key = installKey();
  if (stamp.install !== key || !existsSync(join(root, 'node_modules/.modules.yaml'))) {
    const { install } = await import('./setup/install.mjs');
    const { ensureNative } = await import('./setup/native.mjs');
    say(`installing dependencies for Node ${process.versions.node} …`);
    // What an interrupted set-up leaves behind fits no stamp.
    forgetStamp();
    await install();
    await ensureNative();
    writeStamp({ install: key });
  }
  const sources = buildKey();
  if (readStamp().build !== sources || !isBuilt()) {
    const { build } = await import('./build.mjs');
    say('building …');
    await build();
    writeStamp({ install: key, build: sources });
  }
}

function isBuilt() {
  return workspacePackages().every((one) => existsSync(join(one.path, 'dist')));
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await setUp();
