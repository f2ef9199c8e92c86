import { delimiter, dirname } from 'node:path';
import { runProgram } from './run-program.mjs';
import { stopWith } from './stop-with.mjs';
import { readManifest, root } from './workspace.mjs';

/** `pnpm@<version>` exactly as the workspace pins it. */
const pinned = readManifest(root).packageManager;

/** Runs the pinned pnpm through npx: nothing is installed globally. */
export function pnpm(args, options = {}) {
  const windows = process.platform === 'win32';
  // What is compiled must fit the Node that runs this script, which need not be the first one on the PATH.
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
  const env = { PATH, npm_config_prefer_offline: 'true', ...options.env };
  return runProgram(windows ? 'npx.cmd' : 'npx', ['-y', pinned, ...args], {
    cwd: root,
    shell: windows,
    ...options,
    env,
  });
}

/** Installs exactly what the lock file says. */
export async function install() {
  // A non-interactive pnpm refuses to replace a foreign node_modules unless it is told that it may.
  const flags = [
    '--frozen-lockfile',
    '--prefer-offline',
    '--reporter=append-only',
    '--config.confirm-modules-purge=false',
  ];
  const { code } = await pnpm(['install', ...flags], { show: true });
  if (code === 0) return;
  stopWith(`\`${pinned} install\` ended with ${code}`, [
    'The lines above say why. Usual causes: no network to the package registry on the first run,',
    `or a package.json changed without its lock file: run \`npx -y ${pinned} install\` and commit pnpm-lock.yaml.`,
  ]);
}
