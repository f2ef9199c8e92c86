import { describe, expect, test } from 'vitest';
import { annotations } from '../annotations/annotations.ts';
import { isReportPath, reports } from './reports.ts';
import { testResults } from './test-results.ts';

const context = { idPatterns: [] };

function resultsOf(files: Readonly<Record<string, string>>): string[] {
  const parts = Object.entries(files).flatMap(([path, text]) => {
    const reader = reports.accepts(path) ? reports : annotations;
    return [...reader.read({ path, text }, context).parts];
  });
  return testResults.resolve(parts, { mounts: {} }).nodes.map((node) => {
    const { result, report } = node.attributes as { result?: string; report?: string };
    return `${node.id}: ${result ?? '-'}${report === undefined ? '' : ` ${report}`}`;
  });
}

// @verifies IAMA-CODE-004
describe('results reach the tests they are about', () => {
  test('JUnit XML of vitest', () => {
    const code =
      "describe('a', () => { it('b', () => {}); it('c', () => {}); it('d & e', () => {}); it('f', () => {}) })";
    const report = `<?xml version="1.0"?>
<testsuites><testsuite name="src/a.test.ts" tests="3">
<testcase classname="src/a.test.ts" name="a &gt; b" time="0.1"/>
<testcase classname="src/a.test.ts" name="a &gt; c"><failure message="x">y</failure></testcase>
<testcase classname="src/a.test.ts" name="a &gt; d &amp; e"><skipped/></testcase>
</testsuite></testsuites>`;
    expect(resultsOf({ 'src/a.test.ts': code, 'src/b.test.ts': code, 'reports/junit.xml': report })).toEqual([
      'src/a.test.ts > a > b: passed reports/junit.xml:3',
      'src/a.test.ts > a > c: failed reports/junit.xml:4',
      'src/a.test.ts > a > d & e: skipped reports/junit.xml:5',
      'src/a.test.ts > a > f: never-run',
      'src/b.test.ts > a > b: never-run',
      'src/b.test.ts > a > c: never-run',
      'src/b.test.ts > a > d & e: never-run',
      'src/b.test.ts > a > f: never-run',
    ]);
  });

  test('JUnit XML of pytest, with parameters', () => {
    const code = 'class TestC:\n    def test_a(self, x): pass\n    def test_b(self): pass\ndef test_a(): pass\n';
    const report = `<testsuites><testsuite name="pytest">
<testcase classname="tests.test_x.TestC" name="test_a[1]"/>
<testcase classname="tests.test_x.TestC" name="test_a[2-y]"><failure/></testcase>
<testcase classname="tests.test_x" name="test_a"/>
</testsuite></testsuites>`;
    expect(resultsOf({ 'tests/test_x.py': code, 'junit.xml': report })).toEqual([
      'tests/test_x.py > TestC > test_a: failed junit.xml:3',
      'tests/test_x.py > TestC > test_b: never-run',
      'tests/test_x.py > test_a: passed junit.xml:4',
    ]);
  });

  test('JUnit XML of Maven', () => {
    const code =
      'class ATest { @Test void a() {} @ParameterizedTest void b(int n) {} @Nested class In { @Test void a() {} } }';
    const report = `<testsuite name="com.x.ATest">
<testcase name="a" classname="com.x.ATest"/><testcase name="b(int)[1]" classname="com.x.ATest"/>
<testcase name="a" classname="com.x.ATest$In"><error/></testcase></testsuite>`;
    const path = 'src/test/java/com/x/ATest.java';
    expect(resultsOf({ [path]: code, 'target/surefire-reports/TEST-com.x.ATest.xml': report })).toEqual([
      `${path} > ATest > a: passed target/surefire-reports/TEST-com.x.ATest.xml:2`,
      `${path} > ATest > b: passed target/surefire-reports/TEST-com.x.ATest.xml:2`,
      `${path} > ATest > In > a: failed target/surefire-reports/TEST-com.x.ATest.xml:3`,
    ]);
  });

  test('JSON of Jest and Vitest', () => {
    const code = "describe('a', () => { it.each([1])('b %s', () => {}) });\nit('c', () => {})";
    const report = JSON.stringify({
      testResults: [
        {
          name: '/build/project/src/a.test.ts',
          assertionResults: [
            { ancestorTitles: ['a'], title: 'b 1', fullName: 'a b 1', status: 'passed' },
            { ancestorTitles: [], title: 'c', fullName: 'c', status: 'pending' },
          ],
        },
      ],
    });
    expect(resultsOf({ 'src/a.test.ts': code, 'test-results/vitest.json': report })).toEqual([
      'src/a.test.ts > a > b %s: passed test-results/vitest.json:1',
      'src/a.test.ts > c: skipped test-results/vitest.json:1',
    ]);
  });

  test('lines of go test', () => {
    const code = 'func TestA(t *testing.T) { t.Run("b c", func(t *testing.T) {}) }\nfunc TestD(t *testing.T) {}';
    const lines = [
      { Time: 'x', Action: 'run', Package: 'github.com/x/y/store', Test: 'TestA' },
      { Time: 'x', Action: 'pass', Package: 'github.com/x/y/store', Test: 'TestA/b_c' },
      { Time: 'x', Action: 'pass', Package: 'github.com/x/y/store', Test: 'TestA' },
      { Time: 'x', Action: 'fail', Package: 'github.com/x/y/api', Test: 'TestD' },
    ];
    const report = lines.map((line) => JSON.stringify(line)).join('\n');
    expect(
      resultsOf({ 'store/a_test.go': code, 'api/a_test.go': 'func TestD(t *testing.T) {}', 'reports/go.json': report }),
    ).toEqual([
      'store/a_test.go > TestA: passed reports/go.json:3',
      'store/a_test.go > TestA > b c: passed reports/go.json:2',
      'store/a_test.go > TestD: never-run',
      'api/a_test.go > TestD: failed reports/go.json:4',
    ]);
  });

  test('TAP with sub-tests', () => {
    const code = "test('a', t => { t.test('b', t => {}); t.test('c', t => {}) }); test('d', t => {})";
    const report =
      'TAP version 13\n# Subtest: a\n    # Subtest: b\n    ok 1 - b\n    not ok 2 - c\n    1..2\nnot ok 1 - a\nok 2 - d # SKIP\n1..2\n';
    expect(resultsOf({ 'test/a.js': code, 'out.tap': report })).toEqual([
      'test/a.js > a: failed out.tap:7',
      'test/a.js > a > b: passed out.tap:4',
      'test/a.js > a > c: failed out.tap:5',
      'test/a.js > d: skipped out.tap:8',
    ]);
  });

  test('no report, no result', () => {
    expect(resultsOf({ 'a.test.ts': "it('a', () => {})" })).toEqual(['a.test.ts > a: -']);
  });
});

describe('a report', () => {
  test.each([
    ['junit.xml', '<testsuites><testsuite name="a"><testcase name="b"></testsuite>', 1, 52],
    ['reports/junit.xml', '', 1, 1],
    ['out.tap', 'hello', 1, 1],
    ['coverage/lcov.info', 'SF:a.ts\nDA:1,1\n', 1, 1],
    [
      'go-test.json',
      '{"Time":"x","Action":"pass","Package":"a","Test":"TestA"}\n{"Time":"x","Action":"pass","Test":"T',
      2,
      1,
    ],
  ])('that is broken is a problem: %s', (path, text, line, column) => {
    const facts = reports.read({ path, text }, context);
    expect(facts.problems).toMatchObject([{ at: { path, line, column }, code: 'syntax', hides: ['test'] }]);
  });

  test('of coverage says lines by file', () => {
    const lcov = reports.read(
      {
        path: 'coverage/lcov.info',
        text: 'TN:\nSF:src/a.ts\nDA:1,2\nDA:2,0\nBRDA:1,0,0,1\nBRDA:1,0,1,-\nend_of_record\n',
      },
      context,
    );
    expect(lcov.parts).toEqual([
      {
        kind: 'coverage',
        at: { path: 'coverage/lcov.info', line: 2, column: 1 },
        data: { file: 'src/a.ts', lines: 2, covered: 1, branches: 2, coveredBranches: 1 },
      },
    ]);
    const cobertura =
      '<coverage><packages><package><classes><class filename="a.py"><lines><line number="1" hits="1"/><line number="2" hits="0"/></lines></class></classes></package></packages></coverage>';
    expect(reports.read({ path: 'coverage.xml', text: cobertura }, context).parts.map((part) => part.data)).toEqual([
      { file: 'a.py', lines: 2, covered: 1 },
    ]);
  });

  test('is told by its name', () => {
    const paths = [
      'junit.xml',
      'build/TEST-a.xml',
      'pom.xml',
      'reports/x.xml',
      'test-results.json',
      'package.json',
      'tsconfig.json',
      'src/tests.json',
      'coverage/coverage-final.json',
      'coverage/lcov.info',
      'vitest.config.json',
      'AndroidManifest.xml',
      'phpunit.xml',
    ];
    expect(paths.filter(isReportPath)).toEqual([
      'junit.xml',
      'build/TEST-a.xml',
      'reports/x.xml',
      'test-results.json',
      'src/tests.json',
      'coverage/lcov.info',
      'phpunit.xml',
    ]);
  });

  test('of another kind says nothing', () => {
    expect(reports.read({ path: 'phpunit.xml', text: '<phpunit><testsuites/></phpunit>' }, context)).toMatchObject({
      parts: [],
      problems: [],
    });
    expect(reports.read({ path: 'reports/a.json', text: '{"a": 1}' }, context)).toMatchObject({
      parts: [],
      problems: [],
    });
  });
});
