import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runProgram } from '../setup/run-program.mjs';
import { root } from '../setup/workspace.mjs';

/** Which line of the summary a test file belongs to: the first that matches. */
const groups = [
  ['arrows', /^scripts\/arrows\.test\.ts$/, 'each rule of the arrows forbids what it says'],
  ['generated', /^scripts\/generated\.test\.ts$/, 'generated pages and schemas are as committed'],
  ['law', /^scripts\//, 'laws of the repository'],
  ['scenario', /scenarios\.test\.ts$/, 'command lines, whole output'],
  ['gate', /gates\.test\.ts$/, 'examples of the gates'],
  ['unit', /./, 'functions, beside their files'],
];

/** All vitest tests in one run, told apart by kind. */
export const tests = {
  name: 'tests',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'iama-tests-'));
    try {
      const file = join(folder, 'results.json');
      const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
      const vitest = join(root, 'node_modules/vitest/vitest.mjs');
      const env = { NO_COLOR: '1', FORCE_COLOR: undefined, CI: '1', IAMA_ALL: '1' };
      const { code, output } = await runProgram(process.execPath, [vitest, ...args], { cwd: root, env });
      return readResults(file, code, output);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function readResults(file, code, output) {
  const files = JSON.parse(readFileSync(file, 'utf8')).testResults.map((one) => ({
    path: relative(root, one.name).replaceAll('\\', '/'),
    // A file that breaks while loading has no tests of its own, and is still a failure.
    broken: one.status === 'failed' && one.assertionResults.every((test) => test.status !== 'failed'),
    tests: one.assertionResults,
  }));
  const results = groups.flatMap(([name, pattern, note]) => {
    const mine = files.filter(({ path }) => groups.find(([, other]) => other.test(path))?.[1] === pattern);
    if (mine.length === 0) return [];
    const all = mine.flatMap((one) => one.tests);
    const passed = all.filter((test) => test.status === 'passed').length;
    const failures = mine.flatMap(failuresOf);
    const whole = `${passed} of ${passed + failures.length}: ${note}`;
    return [{ name, passed, failed: failures.length, note: whole, details: failures.join('\n') }];
  });
  if (code !== 0 && results.every((one) => one.failed === 0)) {
    results.push({ name: 'tests', passed: 0, failed: 1, note: `vitest ended with ${code}`, details: output });
  }
  return withReport(results, output);
}

/** The failed tests of a file, by name. */
function failuresOf({ path, broken, tests }) {
  const failed = tests.filter((test) => test.status !== 'passed').map((test) => `${path}: ${test.fullName}`);
  return broken ? [...failed, `${path} does not load`] : failed;
}

/** Adds what vitest says of all failures, once, below the last list of them. */
function withReport(results, output) {
  const last = results.findLastIndex((one) => one.failed > 0);
  const report = output.slice(Math.max(0, output.search(/⎯+ Failed (?:Tests|Suites)/)));
  return results.map((one, index) => (index === last ? { ...one, details: `${one.details}\n\n${report}` } : one));
}
