import { setUp } from './setup.mjs';

/**
 * Every check of the repository. Names of checks as arguments run only those. All of them run, then the failures are
 * shown together: one bad check hides no other. Exit 1 when anything failed.
 *
 * @implements IAMA-TOOL-001
 */
await setUp();
const { checks } = await import('./checks/checks.mjs');
const { summarise } = await import('./checks/summarise.mjs');

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  process.stderr.write(`unknown check ${unknown.join(', ')}; known: ${checks.map((check) => check.name).join(', ')}\n`);
  process.exit(2);
}

const chosen = wanted.length === 0 ? checks : checks.filter((check) => wanted.includes(check.name));
process.exit(await summarise(chosen, (text) => process.stdout.write(text)));
