import { isTestPath } from '../lexing/is-test-path.ts';
import { mask } from '../lexing/mask.ts';
import type { Span } from '../lexing/scan-spans.ts';
import type { Declaration, Naming, TestFinder } from './declaration.ts';
import { failurePathOf, failureTitleOf } from './failure-path.ts';
import { gherkinTests } from './gherkin-tests.ts';
import { goTests } from './go-tests.ts';
import { javascriptTests } from './javascript-tests.ts';
import { jvmTests } from './jvm-tests.ts';
import { macroTests } from './macro-tests.ts';
import { phpTests } from './php-tests.ts';
import { pythonTests } from './python-tests.ts';
import { rubyTests } from './ruby-tests.ts';
import { rustTests } from './rust-tests.ts';

/** One test a file declares. */
export interface Test {
  /** `path > suite > title`. */
  readonly id: string;
  readonly title: string;
  /** Suites it stands in, outermost first, and its own title: what reports call it. */
  readonly names: readonly string[];
  readonly framework: string;
  readonly skipped: boolean;
  readonly failurePath?: string;
  readonly start: number;
  readonly end: number;
  readonly at: number;
  /** Its own namings and those of the suites it stands in. */
  readonly namings: readonly Naming[];
}

/** A group of tests: what is said of it is said of each. */
export interface Suite {
  readonly start: number;
  readonly end: number;
  readonly tests: readonly Test[];
}

export interface TestsOfFile {
  readonly tests: readonly Test[];
  readonly suites: readonly Suite[];
}

const finders: readonly TestFinder[] = [
  javascriptTests,
  pythonTests,
  jvmTests,
  goTests,
  rustTests,
  rubyTests,
  phpTests,
  macroTests,
  gherkinTests,
];

/** True when a look at the text says that tests may be declared in it. */
export function mayDeclareTests(language: string, text: string, test: boolean): boolean {
  return finders.some((finder) => finder.languages.includes(language) && finder.wants({ text, test }));
}

/** The tests one file declares, in source order. */
export function findTests(
  source: { readonly path: string; readonly text: string },
  language: string,
  spans: readonly Span[],
  test = isTestPath(source.path),
): TestsOfFile {
  const finder = finders.find((one) => one.languages.includes(language));
  if (finder === undefined || !finder.wants({ text: source.text, test })) return { tests: [], suites: [] };
  const masked = mask(source.text, spans);
  const declarations = finder
    .find({ ...source, masked, spans, test })
    .sort((a, b) => a.start - b.start || b.end - a.end);
  if (declarations.length === 0) return { tests: [], suites: [] };
  const uncommented = mask(
    source.text,
    spans.filter((span) => span.kind !== 'string'),
  );
  const framework = finder.framework(source);
  const anyOnly = declarations.some((one) => one.only === true);
  const tests: Test[] = [];
  const suites: { start: number; end: number; tests: Test[] }[] = [];
  const open: { declaration: Declaration; suite?: { tests: Test[] } }[] = [];
  for (const [index, declaration] of declarations.entries()) {
    while (open.length > 0 && (open.at(-1)?.declaration.end ?? 0) <= declaration.start) open.pop();
    const around = [...open.map((one) => one.declaration), declaration];
    if (declaration.kind === 'suite') {
      const suite = { start: declaration.start, end: declaration.end, tests: [] };
      suites.push(suite);
      open.push({ declaration, suite });
      continue;
    }
    const inner = testsInside(declarations, index);
    const names = around.map((one) => one.title);
    const one: Test = {
      id: [source.path, ...names].join(' > '),
      title: declaration.label ?? declaration.title,
      names,
      framework,
      skipped: around.some((outer) => outer.skipped) || (anyOnly && !around.some((outer) => outer.only === true)),
      ...failurePath(declaration, inner, uncommented, masked),
      start: declaration.start,
      end: declaration.end,
      at: declaration.at,
      namings: around.flatMap((outer) => outer.namings),
    };
    tests.push(one);
    for (const outer of open) outer.suite?.tests.push(one);
    open.push({ declaration });
  }
  return { tests, suites };
}

function testsInside(declarations: readonly Declaration[], index: number): Declaration[] {
  const end = declarations[index]?.end ?? 0;
  const inner: Declaration[] = [];
  for (let next = index + 1; (declarations[next]?.start ?? end) < end; next += 1) {
    const one = declarations[next] as Declaration;
    if (one.kind === 'test' && one.end <= end) inner.push(one);
  }
  return inner;
}

// What sub-tests expect is theirs.
function failurePath(
  declaration: Declaration,
  inner: readonly Declaration[],
  uncommented: string,
  masked: string,
): { failurePath?: string } {
  let body = uncommented.slice(declaration.at, declaration.end);
  for (const one of inner) {
    const from = one.start - declaration.at;
    body = body.slice(0, from) + ' '.repeat(one.end - one.start) + body.slice(one.end - declaration.at);
  }
  const reason =
    declaration.failurePath ??
    failurePathOf(body, masked.slice(declaration.at, declaration.end)) ??
    failureTitleOf(declaration.label ?? declaration.title);
  return reason === undefined ? {} : { failurePath: reason };
}
