const runners: readonly (readonly [RegExp, string])[] = [
  [/['"]vitest['"]|\bvi\.(?:fn|mock|spyOn)\(/, 'vitest'],
  [/['"](?:node:)?test['"]/, 'node:test'],
  [/['"]@playwright\/[\w-]+['"]/, 'playwright'],
  [/['"](?:@jest\/globals|jest)['"]|\bjest\.(?:fn|mock|spyOn)\(/, 'jest'],
  [/['"]bun:test['"]/, 'bun'],
  [/['"]ava['"]/, 'ava'],
  [/['"](?:tap|@tapjs\/[\w-]+)['"]/, 'tap'],
  [/['"]tape['"]/, 'tape'],
  [/['"]uvu['"]/, 'uvu'],
  [/['"]@japa\/runner['"]/, 'japa'],
  [/['"]qunit['"]|\bQUnit\./, 'qunit'],
  [/\bDeno\.test\b|jsr:@std\/testing/, 'deno'],
  [/\bcy\.\w+\(/, 'cypress'],
  [/['"]package:(?:flutter_)?test\//, 'dart'],
  [/['"]mocha['"]/, 'mocha'],
  [/\bjasmine\./, 'jasmine'],
  [/['"](?:chai|sinon|should)['"]/, 'mocha'],
];

const importing =
  /(?:from|require\(|import)\s*\(?['"](?:vitest|node:test|@jest\/globals|@playwright\/test|mocha|ava|tap|tape|uvu|bun:test|qunit|@japa\/runner|package:(?:flutter_)?test\/[\w.]+)['"]|import\.meta\.vitest|\bDeno\.test\(/;

/** True when a file takes its test functions from a test runner, wherever it stands. */
export function importsTests(text: string): boolean {
  return importing.test(text);
}

/** The runner a file is written for, judged by what it imports and calls. */
export function frameworkOf({ path, text }: { readonly path: string; readonly text: string }): string {
  if (/\.cy\.[jt]sx?$|(?:^|\/)cypress\//.test(path)) return 'cypress';
  return runners.find(([sign]) => sign.test(text))?.[1] ?? 'javascript';
}

const always =
  'describe|fdescribe|xdescribe|ddescribe|context|fcontext|xcontext|suite|group|it|fit|iit|xit|test|xtest|specify|xspecify|testWidgets|blocTest';

/** The names test functions have in a file, as alternatives: the usual ones and those the file gives them. */
export function namesOfTests({ text }: { readonly text: string }): string {
  const names = new Set<string>();
  for (const found of text.matchAll(/\b(?:test|it)\s+as\s+([\w$]+)/g)) names.add(found[1] ?? '');
  for (const found of text.matchAll(
    /\b(?:const|let|var)\s+([\w$]+)\s*=\s*(?:base\w*|test|it|[\w$]*[tT]est)\s*\.\s*extend\b/g,
  )) {
    names.add(found[1] ?? '');
  }
  const own =
    /\b(?:import\s+([\w$]+)(?:\s*,\s*\{[^}]*\})?\s+from|(?:const|var|let)\s+([\w$]+)\s*=\s*require\()\s*['"](?:ava|tape|tap|uvu|node:test)['"]/.exec(
      text,
    );
  if (own !== null) names.add(own[1] ?? own[2] ?? '');
  for (const found of text.matchAll(/\b(?:const|let|var)\s+([\w$]+)\s*=\s*suite\(/g)) names.add(found[1] ?? '');
  const special = [...names].filter((name) => /^[\w$]+$/.test(name)).map((name) => name.replace(/\$/g, '\\$'));
  const qunit = /\bQUnit\b|['"]qunit['"]/.test(text) ? ['module'] : [];
  const tap = /\bt\.(?:test|skip|todo|only)\(/.test(text) ? ['t(?=\\s*\\.\\s*(?:skip|todo|only))'] : [];
  return [...special, ...qunit, ...tap, ...always.split('|')].join('|');
}
