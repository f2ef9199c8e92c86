import type { Report, ReportedCoverage, ReportedTest } from './report.ts';
import { ReportFault } from './report.ts';

const point =
  /^(\s*)(not )?ok\b(?:\s+\d+)?(?:\s+-)?\s*(.*?)\s*(?:#\s*(SKIP\S*|TO[D]O)\b.*|#\s*time=.*)?(?:\s*\{)?\s*$/i;
const subtest = /^(\s*)# Subtest:\s*(.*?)\s*$/;

/** The Test Anything Protocol, with sub-tests by indentation. */
export function readTap(text: string): Report {
  if (!/^\s*(?:TAP version \d+|\d+\.\.\d+|(?:not )?ok\b)/m.test(text)) throw new ReportFault('no line of TAP is in it');
  const tests: ReportedTest[] = [];
  const open: { depth: number; name: string }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const start = at;
    at += line.length + 1;
    const heading = subtest.exec(line);
    if (heading !== null) {
      const depth = heading[1]?.length ?? 0;
      while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
      open.push({ depth, name: heading[2] ?? '' });
      continue;
    }
    const found = point.exec(line);
    if (found === null) continue;
    const depth = found[1]?.length ?? 0;
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const suites = open.map((one) => one.name);
    const outcome = found[4] !== undefined ? 'skipped' : found[2] === undefined ? 'passed' : 'failed';
    tests.push({ at: start, name: found[3] ?? '', suites, hints: suites, outcome });
  }
  return { tests, coverage: [] };
}

/** LCOV: lines and branches hit, by file. */
export function readLcov(text: string): Report {
  const coverage: ReportedCoverage[] = [];
  let open:
    | { at: number; file: string; lines: number; covered: number; branches: number; coveredBranches: number }
    | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const start = at;
    at += line.length + 1;
    const [key = '', value = ''] = [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()];
    if (key === 'SF') open = { at: start, file: value, lines: 0, covered: 0, branches: 0, coveredBranches: 0 };
    else if (open !== undefined && key === 'DA') {
      open.lines += 1;
      if (Number(value.split(',')[1]) > 0) open.covered += 1;
    } else if (open !== undefined && key === 'BRDA') {
      open.branches += 1;
      if (Number(value.split(',')[3]) > 0) open.coveredBranches += 1;
    } else if (open !== undefined && line.trim() === 'end_of_record') {
      coverage.push(open);
      open = undefined;
    }
  }
  if (open !== undefined) throw new ReportFault('the last record is not closed', open.at);
  if (coverage.length === 0 && text.trim() !== '') throw new ReportFault('no record of LCOV is in it');
  return { tests: [], coverage };
}
