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

/** The first that fits is told: without a network a download fails before every other trouble. */
const causes = [
  [
    /not found: make|make: (?:command )?not found|(?:g\+\+|c\+\+|cc): (?:command )?not found|find VS|Visual Studio/i,
    [
      'A C++ compiler is missing: Debian/Ubuntu `apt-get install build-essential`, Alpine `apk add build-base`,',
      'macOS `xcode-select --install`, Windows: "Desktop development with C++" of the Visual Studio Build Tools.',
    ],
  ],
  [/Could not find any Python/i, ['Python 3 is missing: node-gyp needs it to compile.']],
  [
    /NODE_MODULE_VERSION|did not self-register|different Node\.js version/i,
    ['It was compiled for another Node: `npm config get nodedir` must be unset, or name the headers of this one.'],
  ],
  [
    /fatal error: node\.h|ENOTFOUND|ETIMEDOUT|ECONNREFUSED|response downloading/i,
    [
      'The Node headers could not be fetched: name a folder that has include/node, `npm_config_nodedir=/usr npm start`.',
    ],
  ],
];

function advice(said) {
  const todo = causes.filter(([pattern]) => pattern.test(said)).flatMap(([, lines]) => lines);
  if (todo.length === 0)
    todo.push('The lines above say why. A compiler, Python 3 and the Node headers are needed once.');
  return [...todo, 'Then run the same command again.'];
}
