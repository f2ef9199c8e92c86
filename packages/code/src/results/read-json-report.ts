import type { Outcome, Report, ReportedTest } from './report.ts';
import { ReportFault } from './report.ts';

type Json = Readonly<Record<string, unknown>>;

/** Jest and Vitest, Playwright and Mocha JSON, and the lines of `go test -json`. Undefined when the JSON is none of them. */
export function readJsonReport(text: string): Report | undefined {
  const lines = goLines(text);
  if (lines !== undefined) return { tests: lines, coverage: [] };
  const json = parsed(text);
  const place = placer(text);
  if (Array.isArray(json.testResults)) return { tests: jestTests(json, place), coverage: [] };
  if (Array.isArray(json.suites) && typeof json.config === 'object') {
    return { tests: playwrightTests(list(json.suites), [], place), coverage: [] };
  }
  if (Array.isArray(json.passes) && Array.isArray(json.failures))
    return { tests: mochaTests(json, place), coverage: [] };
  return undefined;
}

function parsed(text: string): Json {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? (json as Json) : {};
  } catch (cause) {
    throw new ReportFault((cause as Error).message.replace(/\s+/g, ' ').slice(0, 120));
  }
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter((one): one is Json => typeof one === 'object' && one !== null) : [];
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '');

// The parser keeps no places: titles are looked for in the text, each after the one before.
function placer(text: string): (words: string) => number {
  let from = 0;
  return (words) => {
    const at = text.indexOf(JSON.stringify(words), from);
    if (at === -1) return from;
    from = at + 1;
    return at;
  };
}

function outcomeOf(status: string): Outcome {
  if (/^(?:passed|pass|expected|ok|flaky)$/.test(status)) return 'passed';
  return /^(?:failed|fail|error|unexpected|timedOut|interrupted)$/.test(status) ? 'failed' : 'skipped';
}

function jestTests(json: Json, place: (words: string) => number): ReportedTest[] {
  return list(json.testResults).flatMap((file) =>
    list(file.assertionResults ?? file.testResults).map((one) => ({
      at: place(word(one.fullName) || word(one.title)),
      name: word(one.title),
      suites: (Array.isArray(one.ancestorTitles) ? one.ancestorTitles : []).map(word).filter((title) => title !== ''),
      hints: [word(file.name) || word(file.testFilePath)],
      outcome: outcomeOf(word(one.status)),
    })),
  );
}

function playwrightTests(
  suites: readonly Json[],
  around: readonly string[],
  place: (words: string) => number,
): ReportedTest[] {
  return suites.flatMap((suite) => {
    const title = word(suite.title);
    const names = title === '' || title === word(suite.file) ? around : [...around, title];
    const own = list(suite.specs).map((spec): ReportedTest => {
      const outcomes = list(spec.tests).map((one) => outcomeOf(word(one.status)));
      const outcome = outcomes.includes('failed') ? 'failed' : outcomes.includes('passed') ? 'passed' : 'skipped';
      return { at: place(word(spec.title)), name: word(spec.title), suites: names, hints: [word(spec.file)], outcome };
    });
    return [...own, ...playwrightTests(list(suite.suites), names, place)];
  });
}

function mochaTests(json: Json, place: (words: string) => number): ReportedTest[] {
  const ids = (key: string) => new Set(list(json[key]).map((one) => `${word(one.file)} ${word(one.fullTitle)}`));
  const failed = ids('failures');
  const pending = ids('pending');
  return list(json.tests).map((one) => {
    const id = `${word(one.file)} ${word(one.fullTitle)}`;
    const outcome = failed.has(id) ? 'failed' : pending.has(id) ? 'skipped' : 'passed';
    return { at: place(word(one.title)), name: word(one.fullTitle), suites: [], hints: [word(one.file)], outcome };
  });
}

// A stream of one JSON object a line; a line that is none is what a program printed, or the end of a stream cut off.
function goLines(text: string): ReportedTest[] | undefined {
  if (!/^\s*\{"(?:Time|Action|ImportPath)":/.test(text) || !text.includes('"Action":"')) return undefined;
  const tests: ReportedTest[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const start = at;
    at += line.length + 1;
    if (!line.includes('"Test":') || !/"Action":"(?:pass|fail|skip)"/.test(line)) continue;
    let json: Json;
    try {
      json = JSON.parse(line) as Json;
    } catch {
      throw new ReportFault('a line is cut off', start);
    }
    tests.push({
      at: start,
      name: word(json.Test),
      suites: [],
      hints: [word(json.Package)],
      outcome: outcomeOf(word(json.Action)),
    });
  }
  return tests;
}
