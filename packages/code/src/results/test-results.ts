import type { NodeFact, Part, Place, Resolver } from '@iama/model';
import type { DeclaredTest, NamedResult } from './match-results.ts';
import { resultMatcher } from './match-results.ts';
import type { Outcome } from './report.ts';

interface TestPart extends Omit<DeclaredTest, 'path'> {
  readonly framework: string;
  readonly skipped: boolean;
  readonly failurePath?: string;
}

interface Said {
  readonly outcome: Outcome;
  readonly at: Place;
  /** How many tests the result may be about. */
  readonly among: number;
}

/**
 * Ties what reports say to the tests the code declares.
 *
 * @implements IAMA-CODE-004
 */
export const testResults: Resolver = {
  name: 'test-results',
  version: 1,
  parts: ['test', 'test-result'],
  resolve(parts) {
    const tests = parts
      .filter((part) => part.kind === 'test')
      .map((part) => ({ ...(part.data as TestPart), path: part.at.path, at: part.at }));
    const results = parts.filter((part) => part.kind === 'test-result');
    const said = results.length === 0 ? new Map<DeclaredTest, Said[]>() : saidOf(tests, results);
    const reported = new Set(tests.filter((test) => said.has(test)).map((test) => test.framework));
    const nodes = tests.map((test): NodeFact<'test'> => {
      const { title, framework, skipped, failurePath } = test;
      const known = resultOf(said.get(test) ?? []);
      const result = known?.outcome ?? (reported.has(framework) && !said.has(test) ? 'never-run' : undefined);
      return {
        kind: 'test',
        id: test.id,
        side: 'observed',
        at: test.at,
        attributes: {
          title,
          framework,
          skipped,
          ...(failurePath === undefined ? {} : { failurePath }),
          ...(result === undefined ? {} : { result }),
          ...(known === undefined ? {} : { report: `${known.at.path}:${known.at.line}` }),
        },
      };
    });
    return { nodes, edges: [], problems: [] };
  },
};

function saidOf(tests: readonly DeclaredTest[], results: readonly Part[]): Map<DeclaredTest, Said[]> {
  const match = resultMatcher(tests);
  const said = new Map<DeclaredTest, Said[]>();
  for (const part of results) {
    const result = part.data as NamedResult;
    const about = match(result);
    for (const test of about) {
      const list = said.get(test);
      const one = { outcome: result.outcome, at: part.at, among: about.length };
      if (list === undefined) said.set(test, [one]);
      else list.push(one);
    }
  }
  return said;
}

// One failure fails a test with many parameters. What may be about several tests counts when it says the same of all.
function resultOf(said: readonly Said[]): Said | undefined {
  const sure = said.filter((one) => one.among === 1);
  const counted = sure.length > 0 ? sure : said;
  const worst = (['failed', 'passed', 'skipped'] as const)
    .map((word) => counted.find((one) => one.outcome === word))
    .find(Boolean);
  if (sure.length === 0 && counted.some((one) => one.outcome !== worst?.outcome)) return undefined;
  return worst;
}
