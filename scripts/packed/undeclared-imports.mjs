import { readdirSync, readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { join } from 'node:path';
import { root } from '../setup/workspace.mjs';

const { parseSync } = createRequire(join(root, 'packages/code/package.json'))('oxc-parser');

/** Imports of a packed package that its package.json does not declare, also those on paths no test runs: `file → name`. */
export function undeclaredImports({ name, path, manifest }) {
  const declared = new Set([
    name,
    ...Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.peerDependencies }),
  ]);
  return readdirSync(path, { recursive: true })
    .filter((file) => /\.m?js$/.test(file))
    .sort()
    .flatMap((file) => importsOf(file, readFileSync(join(path, file), 'utf8')))
    .filter(({ specifier }) => !specifier.startsWith('.') && !isBuiltin(specifier))
    .filter(({ specifier }) => !declared.has(packageOf(specifier)))
    .map(({ file, specifier }) => `${name}/${file} → ${specifier}`);
}

function importsOf(file, text) {
  const { module } = parseSync(file, text);
  const fixed = [...module.staticImports, ...module.staticExports.flatMap(({ entries }) => entries)]
    .map((one) => one.moduleRequest?.value)
    .filter((value) => typeof value === 'string');
  const late = module.dynamicImports
    .map(({ moduleRequest: { start, end } }) => text.slice(start, end))
    .filter((words) => /^(['"`])[^$]*\1$/.test(words))
    .map((words) => words.slice(1, -1));
  return [...new Set([...fixed, ...late])].map((specifier) => ({ file, specifier }));
}

function packageOf(specifier) {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
