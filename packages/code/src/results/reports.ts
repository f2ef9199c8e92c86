import type { Facts, Part, Reader } from '@iama/model';
import { LineIndex } from '../lexing/line-index.ts';
import { readJsonReport } from './read-json-report.ts';
import { readLcov, readTap } from './read-text-report.ts';
import { XmlFault } from './read-xml.ts';
import { readXmlReport } from './read-xml-report.ts';
import type { Report } from './report.ts';
import { ReportFault } from './report.ts';

const folder =
  /(?:^|\/)(?:test[-_.]?(?:results?|reports?)|reports?|junit|surefire-reports|failsafe-reports|coverage)\//i;
const xmlName =
  /(?:^|[^a-z])(?:junit|tests?|e2e|unit|integration|xunit|nunit|pytest|phpunit|rspec|results?|reports?|coverage|cobertura|vitest|jest)[^/]*\.xml$/i;
const jsonName =
  /(?:^|\/)(?:(?:vitest|jest|mocha|playwright|go|unit|e2e|integration)?[-_.]?tests?[-_.]?(?:results?|reports?|output)?|(?:vitest|jest|mocha|playwright)[-_.\w]*(?:results?|reports?|output)|(?:test[-_.]?)?(?:results?|reports?))\.(?:json|jsonl|ndjson)$/i;
const certain = /junit|(?:^|\/)TEST-|\.tap$|lcov|cobertura/i;

/** Reports of test runs and of coverage: JUnit XML, Jest, Vitest, Playwright and Mocha JSON, TAP, `go test -json`, LCOV, Cobertura. */
export const reports: Reader = {
  name: 'reports',
  version: 1,
  gives: ['test'],
  accepts: isReportPath,
  read({ path, text }): Facts {
    const places = new LineIndex(text);
    const placeOf = (offset: number) => ({ path, ...places.placeOf(offset) });
    const none = { nodes: [], edges: [], mentions: [] };
    try {
      const report = readReport(path, text);
      if (report === undefined) return { ...none, parts: [], problems: [] };
      const tests = report.tests.map(({ at, ...data }): Part => ({ kind: 'test-result', at: placeOf(at), data }));
      const coverage = report.coverage.map(({ at, ...data }): Part => ({ kind: 'coverage', at: placeOf(at), data }));
      return { ...none, parts: [...tests, ...coverage], problems: [] };
    } catch (cause) {
      if (!(cause instanceof XmlFault) && !(cause instanceof ReportFault)) throw cause;
      // A file that only may be a report, by its folder, and is no report at all, says nothing.
      if (!certain.test(path) && !/<testsuites?\b|"testResults"|"Action"/.test(text))
        return { ...none, parts: [], problems: [] };
      const message = `The report can't be read: ${cause.message}`;
      return { ...none, parts: [], problems: [{ at: placeOf(cause.at), code: 'syntax', message, hides: ['test'] }] };
    }
  },
};

/** True for files that reports of test runs are usually written to. */
export function isReportPath(path: string): boolean {
  if (/(?:^|\/)(?:node_modules|fixtures|__fixtures__|testdata)\//.test(path)) return false;
  if (/\.tap(?:\.txt)?$|(?:^|\/)(?:lcov\.info|[\w.-]+\.lcov)$/i.test(path)) return true;
  if (/\.xml$/i.test(path))
    return (
      xmlName.test(path.slice(path.lastIndexOf('/') + 1)) || /(?:^|\/)TEST-[^/]*\.xml$/.test(path) || folder.test(path)
    );
  return (
    /\.(?:json|jsonl|ndjson)$/i.test(path) && (jsonName.test(path) || (folder.test(path) && !/coverage/i.test(path)))
  );
}

function readReport(path: string, text: string): Report | undefined {
  if (/\.xml$/i.test(path)) return readXmlReport(text);
  if (/\.(?:json|jsonl|ndjson)$/i.test(path)) return readJsonReport(text);
  return /\.(?:tap|txt)$/i.test(path) ? readTap(text) : readLcov(text);
}
