import { isTestPath } from '../lexing/is-test-path.ts';
import { keepScript } from './program/keep-script.ts';
import type { PythonModuleReader } from './python-module-reader.ts';

const silent = /(?:^|\/)(?:migrations|alembic\/versions|site-packages|node_modules)\//;

/** Keeps of every file what decides routes and constants, to be followed when all files are known. Tests decide nothing. */
export const pythonScriptReader: PythonModuleReader = {
  name: 'python-script',
  kinds: ['endpoint'],
  wants: (text, path) => text.trim() !== '' && !silent.test(path) && !isTestPath(path),
  read(module) {
    if (module.test) return {};
    const script = keepScript(module);
    if (script.body.length === 0) return {};
    return { parts: [{ kind: 'python-script', at: { path: module.path, line: 1, column: 1 }, data: script }] };
  },
};
