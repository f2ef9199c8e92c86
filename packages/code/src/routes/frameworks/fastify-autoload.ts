import { posix } from 'node:path';
import type { Call } from '../../typescript/evaluation/host.ts';
import type { Value } from '../../typescript/evaluation/value.ts';
import { textOf } from '../../typescript/evaluation/value.ts';
import type { RouteWorld } from '../framework.ts';
import { fieldOf } from '../read-call.ts';
import type { RoutePath, Router } from '../router.ts';
import { mount, newRouter } from '../router.ts';

type RunFile = (file: string, prefix: RoutePath | undefined, scope: Router) => void;

interface Folder {
  readonly files: string[];
  readonly folders: Map<string, Folder>;
}

/**
 * `@fastify/autoload`: every file below a folder is a plugin, and the folders are its prefix. A folder with an index
 * gives only that index (and what its folders give); `autohooks` files put their hooks before what they stand beside.
 */
export function registerFolder(
  router: Router,
  options: Value | undefined,
  call: Call,
  world: RouteWorld,
  runFile: RunFile,
): void {
  const dir = textOf(fieldOf(options, call, 'dir'));
  if (dir === undefined || !dir.startsWith('repo:/')) {
    const message = `The folder whose files are registered here is not constant`;
    world.tell({ at: call.at, code: 'unresolved', message, hides: ['endpoint'] });
    return;
  }
  const base = dir.slice('repo:/'.length).replace(/\/$/, '');
  const flag = (name: string): boolean => isTrue(fieldOf(options, call, name));
  const named = fieldOf(options, call, 'dirNameRoutePrefix');
  const settings: Settings = {
    prefix: textOf(fieldOf(fieldOf(options, call, 'options'), call, 'prefix')) ?? '',
    folders: named === undefined || isTrue(named),
    parameters: flag('routeParams'),
    hooks: flag('autoHooks'),
    cascade: flag('cascadeHooks'),
    skips: (name) => /\.(test|spec|d)\./.test(name),
  };
  walk(folderAt(base, world.files), '', router, settings, call, runFile);
}

interface Settings {
  readonly prefix: string;
  readonly folders: boolean;
  readonly parameters: boolean;
  readonly hooks: boolean;
  readonly cascade: boolean;
  readonly skips: (name: string) => boolean;
}

function walk(folder: Folder, way: string, router: Router, settings: Settings, call: Call, runFile: RunFile): void {
  const isHooks = (file: string): boolean => /(^|\/)\.?autohooks\.[cm]?[jt]s$/.test(file);
  let scope = router;
  if (settings.hooks && folder.files.some(isHooks)) {
    scope = newRouter('fastify', 'scope', call.at);
    mount(router, { text: '', open: false }, scope);
    for (const file of folder.files.filter(isHooks)) runFlat(file, scope, runFile);
  }
  const index = folder.files.filter((file) => /(^|\/)index\.[cm]?[jt]s$/.test(file));
  const plugins = index.length > 0 ? index : folder.files.filter((file) => !isHooks(file));
  for (const file of plugins.filter((one) => !settings.skips(one))) {
    const own = prefixOf(file, way, settings, call);
    if (own !== undefined) runFile(file, own, scope);
  }
  for (const [name, inner] of folder.folders) {
    if (name === 'node_modules') continue;
    const part = settings.parameters ? name.replace(/^_/, ':') : name;
    walk(inner, settings.folders ? `${way}/${part}` : way, settings.cascade ? scope : router, settings, call, runFile);
  }
}

/** Hooks are registered without a scope, whatever the file says. */
function runFlat(file: string, scope: Router, runFile: RunFile): void {
  const inner = newRouter('fastify', 'scope', scope.at);
  runFile(file, undefined, inner);
  for (const operation of inner.operations)
    if (operation.does === 'mount') scope.operations.push(...operation.target.operations);
    else scope.operations.push(operation);
}

/** The prefix of one file; undefined when it asks not to be loaded. */
function prefixOf(file: string, way: string, settings: Settings, call: Call): RoutePath | undefined {
  const exports = call.load(file);
  const said = (name: string): Value | undefined => {
    const whole = call.member(exports, 'default');
    return call.member(exports, name) ?? (whole === undefined ? undefined : call.member(whole, name));
  };
  const loads = said('autoload');
  if (loads?.is === 'plain' && loads.value === false) return undefined;
  const override = said('prefixOverride');
  if (override !== undefined) return { text: textOf(override) ?? '', open: textOf(override) === undefined };
  const config = textOf(fieldOf(said('autoConfig'), call, 'prefix'));
  const auto = textOf(said('autoPrefix'));
  return { text: (settings.prefix || (config ?? '')) + (auto ?? way), open: false };
}

function folderAt(base: string, paths: readonly string[]): Folder {
  const top: Folder = { files: [], folders: new Map() };
  for (const path of paths) {
    if (base !== '' && !path.startsWith(`${base}/`)) continue;
    const names = posix.relative(base, path).split('/');
    let folder = top;
    for (const name of names.slice(0, -1)) {
      const inner = folder.folders.get(name) ?? { files: [], folders: new Map() };
      folder.folders.set(name, inner);
      folder = inner;
    }
    folder.files.push(path);
  }
  return top;
}

function isTrue(value: Value | undefined): boolean {
  return value?.is === 'plain' && value.value === true;
}
