import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pastTheDoors } from './build/past-the-doors.mjs';
import { runProgram } from './setup/run-program.mjs';
import { buildKey } from './setup/stamp.mjs';
import { stopWith } from './setup/stop-with.mjs';
import { readManifest, root, workspacePackages } from './setup/workspace.mjs';

/** Compiles every package, then bundles the `iama` command line into few files, so that it starts fast. */
export async function build() {
  forgetLostOutput();
  const types = await runProgram(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', root], {
    cwd: root,
  });
  if (types.code !== 0) stopWith('the packages do not compile', types.output.trim().split('\n'));
  await bundle();
}

/** The compiler trusts its build information alone: without the output beside it, it would build nothing. */
function forgetLostOutput() {
  for (const { path } of workspacePackages()) {
    if (!existsSync(join(path, 'dist'))) rmSync(join(path, 'tsconfig.tsbuildinfo'), { force: true });
  }
}

async function bundle() {
  const folder = join(root, 'packages/iama');
  const entry = join(folder, 'src/bin.ts');
  const out = join(folder, 'dist');
  mkdirSync(out, { recursive: true });
  if (!existsSync(entry)) return;
  // Chunks carry a hash in their name: old ones would stay for ever.
  for (const name of readdirSync(out)) if (name !== 'types') rmSync(join(out, name), { recursive: true });
  cpSync(join(root, 'schemas'), join(out, 'schemas'), { recursive: true });
  const { build: esbuild } = await import('esbuild');
  const manifest = readManifest(folder);
  await esbuild({
    entryPoints: { iama: entry },
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    conditions: ['source'],
    // What is native or WebAssembly can't be bundled: it is a declared dependency of the published package.
    external: Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }),
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    // What the package gives Node is CommonJS: imported late, its names would be lost in a bundle.
    alias: { yaml: join(root, 'packages/command/node_modules/yaml/browser/index.js') },
    plugins: [pastTheDoors],
    // Facts that another build has read are read again, also between two builds of one version.
    define: { IAMA_BUILD: JSON.stringify(buildKey().slice(0, 12)) },
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  const nameless = readdirSync(out).filter((name) => /^export default require_/m.test(readText(join(out, name))));
  if (nameless.length > 0) {
    stopWith('a CommonJS package is imported late, so its names are lost in the bundle', [
      ...nameless.map((name) => `packages/iama/dist/${name}`),
      'Import it at the top of the file, or name its ES module in `alias` of scripts/build.mjs.',
    ]);
  }
}

function readText(path) {
  return path.endsWith('.js') ? readFileSync(path, 'utf8') : '';
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build();
