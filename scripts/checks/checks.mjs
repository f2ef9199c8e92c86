import { packed } from './packed.mjs';
import { programCheck } from './program-check.mjs';
import { secondStart } from './second-start.mjs';
import { specs } from './specs.mjs';
import { tests } from './tests.mjs';

/** Every check, in the order in which a mistake is cheapest to read. */
export const checks = [
  secondStart,
  programCheck('types', 'the compiler, tests included', 'typescript/bin/tsc', ['-p', 'tsconfig.test.json']),
  programCheck('lint', 'lint and format', '@biomejs/biome/bin/biome', [
    'ci',
    '--colors=off',
    '--error-on-warnings',
    '.',
  ]),
  programCheck('rooms', 'imports between packages follow the arrows', 'dependency-cruiser/bin/dependency-cruise.mjs', [
    '--output-type',
    'err-long',
    'packages/*/src',
  ]),
  tests,
  packed,
  specs,
];
