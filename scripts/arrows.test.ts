import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = dirname(import.meta.dirname);

interface Rule {
  readonly name: string;
  readonly comment: string;
}
interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

/**
 * For each rule a file that breaks it, in a workspace of empty packages.
 *
 * @verifies IAMA-TOOL-002
 */
const plants: Readonly<Record<string, { readonly file: string; readonly text: string }>> = {
  'model-keeps-its-arrows': { file: 'model/src/bad.ts', text: "import '@iama/gate';" },
  'sql-keeps-its-arrows': { file: 'sql/src/bad.ts', text: "import '@iama/core';" },
  'core-keeps-its-arrows': { file: 'core/src/bad.ts', text: "import '@iama/report';" },
  'code-keeps-its-arrows': { file: 'code/src/bad.ts', text: "import '@iama/core';" },
  'gate-keeps-its-arrows': { file: 'gate/src/bad.ts', text: "import '@iama/core';" },
  'report-keeps-its-arrows': { file: 'report/src/bad.ts', text: "import type {} from '@iama/gate';" },
  'command-keeps-its-arrows': { file: 'command/src/bad.ts', text: "import '@iama/trace';" },
  'sql-lives-in-core-graph': { file: 'core/src/readers/bad.ts', text: "import 'better-sqlite3';" },
  'markdown-lives-in-core': { file: 'command/src/markdown.ts', text: "import 'unified';" },
  'code-parsers-live-in-code': { file: 'core/src/code.ts', text: "await import('oxc-parser');" },
  'sql-parser-lives-in-sql': { file: 'gate/src/sql.ts', text: "import 'libpg-query';" },
  'arguments-live-in-command': { file: 'iama/src/arguments.ts', text: "import 'commander';" },
  'colour-lives-in-report': { file: 'command/src/colour.ts', text: "import 'chalk';" },
  'tests-tools-live-in-tests': { file: 'core/src/tools.ts', text: "import 'vitest';" },
  'phases-do-not-import-phases': { file: 'trace/src/other.ts', text: "import '@iama/phase';" },
  'only-the-door-of-a-phase-knows-command': { file: 'trace/src/acts/bad.ts', text: "import '@iama/command';" },
  'gates-and-views-are-pure': { file: 'trace/src/gates/bad.ts', text: "import 'node:fs';" },
  'libraries-do-not-import-tests': { file: 'trace/src/kit.ts', text: "import '@iama/testkit';" },
  'process-lives-in-main': { file: 'report/src/edge.ts', text: "import 'node:process';" },
  'no-deep-imports': { file: 'command/src/deep.ts', text: "import '../../model/src/inner.ts';" },
  'no-circular': { file: 'gate/src/one.ts', text: "import './two.ts';" },
  'no-unresolvable': { file: 'gate/src/lost.ts', text: "import 'not-installed-anywhere';" },
  'no-development-dependency': { file: 'gate/src/development.ts', text: "import 'esbuild';" },
};

/** What the planted files lean on, itself without fault. */
const ground: Readonly<Record<string, string>> = {
  'model/src/inner.ts': 'export {};',
  'gate/src/two.ts': "import './one.ts';",
};

let folder: string;
let violations: readonly Violation[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'iama-arrows-'));
  layPackages();
  violations = cruise();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(Object.entries(plants))('%s bites', (rule, { file }) => {
  const named = violations.filter((one) => one.from === `packages/${file}`).map((one) => one.rule.name);
  expect(named).toContain(rule);
});

test('every rule has a planted import and says why', async () => {
  const { default: config } = (await import(join(root, '.dependency-cruiser.mjs'))) as {
    default: { forbidden: readonly Rule[] };
  };
  expect(Object.keys(plants).sort()).toEqual(config.forbidden.map((rule) => rule.name).sort());
  expect(config.forbidden.filter((rule) => rule.comment.length < 40)).toEqual([]);
});

test('nothing but the planted imports is named', () => {
  const planted = new Set(Object.values(plants).map(({ file }) => `packages/${file}`));
  const others = violations.filter((one) => !planted.has(one.from) && one.from !== 'packages/gate/src/two.ts');
  expect(others).toEqual([]);
});

/** Every package with an empty door, a second phase, and node_modules in which everything resolves. */
function layPackages(): void {
  cpSync(join(root, '.dependency-cruiser.mjs'), join(folder, '.dependency-cruiser.mjs'));
  const names = readdirSync(join(root, 'packages'));
  for (const name of [...names, 'phase']) {
    const manifest = name === 'phase' ? '{ "name": "@iama/phase", "exports": "./src/index.ts" }' : readManifest(name);
    write(`${name}/package.json`, manifest);
    write(`${name}/src/index.ts`, 'export {};');
  }
  for (const [file, text] of Object.entries({ ...ground, ...mapValues(plants) })) write(file, text);
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '@iama'), { recursive: true });
  for (const name of [...names, 'phase']) symlinkSync(join(folder, 'packages', name), join(modules, '@iama', name));
  for (const [from, module] of thirdParty) {
    symlinkSync(join(root, from, 'node_modules', module), join(modules, module));
  }
}

const thirdParty = [
  ['packages/core', 'better-sqlite3'],
  ['packages/core', 'unified'],
  ['packages/sql', 'libpg-query'],
  ['packages/code', 'oxc-parser'],
  ['packages/command', 'commander'],
  ['packages/report', 'chalk'],
  ['.', 'vitest'],
  ['.', 'esbuild'],
] as const;

function readManifest(name: string): string {
  const text = readFileSync(join(root, 'packages', name, 'package.json'), 'utf8');
  return text.replaceAll('"./dist/index.js"', '"./src/index.ts"');
}

function mapValues(files: typeof plants): Record<string, string> {
  return Object.fromEntries(Object.values(files).map(({ file, text }) => [file, text]));
}

function write(file: string, text: string): void {
  const path = join(folder, 'packages', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${text}\n`);
}

function cruise(): readonly Violation[] {
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout } = spawnSync(process.execPath, [cruiser, '--output-type', 'json', 'packages'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return (JSON.parse(stdout) as { summary: { violations: readonly Violation[] } }).summary.violations;
}
