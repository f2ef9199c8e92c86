import { mkdirSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pnpm } from '../setup/install.mjs';
import { runProgram } from '../setup/run-program.mjs';
import { readManifest, workspacePackages } from '../setup/workspace.mjs';

/**
 * Packs workspace packages and lays them out below `folder` as an installation would, without a network: each package has
 * a node_modules of its own that holds what its packed package.json declares, and nothing else. Answers
 * `{ name, path, manifest }` of every package that was laid.
 *
 * @implements IAMA-TOOL-003
 */
export async function unpack(names, folder) {
  const needed = withNeeded(names);
  const tarballs = join(folder, 'tarballs');
  mkdirSync(tarballs, { recursive: true });
  const filters = needed.flatMap(({ manifest }) => ['--filter', manifest.name]);
  const packed = await pnpm([...filters, '--recursive', 'pack', '--pack-destination', tarballs]);
  if (packed.code !== 0) throw new Error(`packing ended with ${packed.code}\n${packed.output}`);
  for (const one of needed) await extract(one.manifest, tarballs, folder);
  const laid = needed.map(({ manifest }) => ({ name: manifest.name, path: placeOf(manifest.name, folder) }));
  return laid.map(({ name, path }, index) => {
    const manifest = readManifest(path);
    linkDependencies(manifest, path, needed[index].path, folder);
    return { name, path, manifest };
  });
}

/** The named packages and every workspace package they depend on at run time. */
function withNeeded(names) {
  const all = workspacePackages();
  const needed = [];
  const queue = [...names];
  for (const name of queue) {
    const one = all.find(({ manifest }) => manifest.name === name);
    if (!one || needed.includes(one)) continue;
    needed.push(one);
    queue.push(...dependenciesOf(one.manifest));
  }
  return needed;
}

function dependenciesOf(manifest) {
  return Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
}

async function extract(manifest, tarballs, folder) {
  const name = `${manifest.name.replace('@', '').replace('/', '-')}-${manifest.version}.tgz`;
  const place = placeOf(manifest.name, folder);
  mkdirSync(dirname(place), { recursive: true });
  // A relative name: some tar programs read the colon of a drive letter as the name of a host.
  const { code, output } = await runProgram('tar', ['-xzf', name], { cwd: tarballs });
  if (code !== 0) throw new Error(`${name} can't be unpacked\n${output}`);
  rmSync(place, { recursive: true, force: true });
  renameSync(join(tarballs, 'package'), place);
}

/** Beside a package, not inside it: whatever it finds, it finds because it declared it. */
function linkDependencies(manifest, place, workspacePath, folder) {
  const modules = place.slice(0, place.length - manifest.name.length);
  for (const name of dependenciesOf(manifest)) {
    const ours = name.startsWith('@iama/');
    const target = ours ? placeOf(name, folder) : realpathSync(join(workspacePath, 'node_modules', name));
    const link = join(modules, name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(target, link, 'junction');
  }
}

function placeOf(name, folder) {
  return join(folder, 'installed', basename(name), 'node_modules', name);
}
