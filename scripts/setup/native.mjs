import { join } from 'node:path';
import { pnpm } from './install.mjs';
import { runProgram } from './run-program.mjs';
import { stopWith } from './stop-with.mjs';
import { root } from './workspace.mjs';

const question = `
const { createRequire } = require('node:module');
const Database = createRequire(process.argv[1])('better-sqlite3');
process.stdout.write('sqlite ' + new Database(':memory:').prepare('select sqlite_version()').pluck().get());
`;

/** Opens a database in a process of its own: a binary compiled for another Node can end the process that loads it. */
function tryNative() {
  return runProgram(process.execPath, ['-e', question, join(root, 'packages/core/package.json')], { cwd: root });
}

/** Proves that better-sqlite3 works on this Node; compiles it once when it does not. */
export async function ensureNative() {
  if ((await tryNative()).code === 0) return;
  process.stderr.write(`compiling better-sqlite3 for Node ${process.versions.node} (about a minute) …\n`);
  const rebuild = await pnpm(['rebuild', '--recursive', 'better-sqlite3'], { show: true });
  const second = await tryNative();
  if (second.code === 0) return;
  const said = `${rebuild.output}\n${second.output}`;
  stopWith(`better-sqlite3 does not load on Node ${process.versions.node} (${process.platform}-${process.arch})`, [
    ...second.output.trim().split('\n').slice(0, 6),
    ...advice(said),
  ]);
}

function advice(said) {
  const todo = [];
  if (/not found: make|g\+\+|c\+\+: not found|No such file or directory.*\bcc\b|find VS|Visual Studio/i.test(said)) {
    todo.push(
      'A C++ compiler is missing: Debian/Ubuntu `apt-get install build-essential`, Alpine `apk add build-base`,',
    );
    todo.push(
      'macOS `xcode-select --install`, Windows: the "Desktop development with C++" workload of the Visual Studio Build Tools.',
    );
  }
  if (/find Python|python3?: not found/i.test(said)) todo.push('Python 3 is missing: node-gyp needs it to compile.');
  if (/node\.h|headers|nodejs\.org|ENOTFOUND|ETIMEDOUT|ECONNREFUSED/i.test(said)) {
    todo.push(
      'The Node headers could not be fetched: give a folder that has include/node, `npm_config_nodedir=/usr npm start`.',
    );
  }
  if (todo.length === 0)
    todo.push('The lines above say why. A compiler, Python 3 and the Node headers are needed once.');
  return [...todo, 'Then run the same command again.'];
}
