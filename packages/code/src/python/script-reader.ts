import { keepScript } from './program/keep-script.ts';
import type { PythonModuleReader } from './python-module-reader.ts';

const matters =
  /\b(?:fastapi|starlette|flask\w*|quart|sanic|bottle|aiohttp|django|rest_framework|APIRouter|Blueprint|urlpatterns|Enum|Settings)\b|^[A-Za-z_]\w*\s*(?::[^=\n]+)?=\s*(?:[rbf]?["'([{]|os\.|[A-Z]\w*\()|^from\s+\.|^\s*def\s/m;

/** Keeps of every file what decides routes and constants, to be followed when all files are known. Tests decide nothing. */
export const pythonScriptReader: PythonModuleReader = {
  name: 'python-script',
  kinds: ['endpoint'],
  wants: (text, path) => matters.test(text) && !/(?:^|\/)(?:migrations|alembic\/versions)\//.test(path),
  read(module) {
    if (module.test) return {};
    const script = keepScript(module);
    if (script.body.length === 0) return {};
    return { parts: [{ kind: 'python-script', at: { path: module.path, line: 1, column: 1 }, data: script }] };
  },
};
