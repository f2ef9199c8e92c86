import { argumentsIn, bracketPairs } from './bracket-pairs.ts';
import type { Declaration, Naming, TestFinder, TestSource } from './declaration.ts';
import { frameworkOf, importsTests, namesOfTests } from './javascript-frameworks.ts';
import { writtenTitle } from './written-title.ts';

const suites = /^(?:[fx]?(?:describe|context)|ddescribe|suite|group|module|feature)$/;
const modifiers =
  /^(?:only|skip|todo|each|concurrent|sequential|serial|parallel|failing|fails?|fixme|skipIf|runIf|todoIf|if|for|describe|suite|shuffle|test|it)$/;
const configuring = /^(?:each|for|skipIf|runIf|todoIf|if)$/;
const claiming = /(?:\.annotations\s*\.\s*push|\ballure\.\w+|\bannotate|\.(?:verifies|covers|requirement)s?)\s*\(/g;

interface Head {
  readonly start: number;
  readonly suite: boolean;
  readonly words: readonly string[];
  /** Offsets of the brackets of the call that has the title. */
  readonly open: number;
  readonly close: number;
  readonly table?: { readonly start: number; readonly end: number };
}

/** Calls like `it('title', …)` of the JavaScript and TypeScript test runners, and of Dart's. */
export const javascriptTests: TestFinder = {
  languages: ['typescript', 'javascript', 'dart', 'coffeescript'],
  wants: ({ text, test }) => test || importsTests(text),
  framework: frameworkOf,
  find(source) {
    const pairs = bracketPairs(source.masked);
    const declarations: Declaration[] = [];
    const skips: number[] = [];
    for (const head of heads(source, pairs)) {
      const declaration = declare(source, pairs, head);
      if (declaration !== undefined) declarations.push(declaration);
      else if (head.words.some((word) => word === 'skip' || word === 'fixme') && isSure(source, head)) {
        skips.push(head.start);
      }
    }
    for (const found of source.masked.matchAll(/(?:^|[;{}])\s*this\.skip\(\)/g)) skips.push(found.index);
    return declarations.map((one) => ({
      ...one,
      skipped: one.skipped || skips.some((at) => isFirstIn(source, one, at)),
      namings: [...one.namings, ...claims(source, pairs, one, declarations)],
    }));
  },
};

function* heads(source: TestSource, pairs: ReadonlyMap<number, number>): Generator<Head> {
  const { masked } = source;
  const name = new RegExp(
    `(?<![\\w$.])(?:(?:QUnit|Deno|t|tap|test)\\s*\\.\\s*(?=test|module|describe|skip|todo|only))?(?<name>${namesOfTests(source)})(?![\\w$])`,
    'g',
  );
  for (let found = name.exec(masked); found !== null; found = name.exec(masked)) {
    if (
      /(?<![\w$.])(?:function|class|const|let|var|import|new|get|set)[ \t]*\*?[ \t]*$/.test(
        masked.slice(Math.max(0, found.index - 12), found.index),
      )
    )
      continue;
    const words = [found.groups?.name ?? ''];
    let at = found.index + found[0].length;
    let table: { start: number; end: number } | undefined;
    for (;;) {
      at = skipSpace(masked, at);
      const char = masked[at];
      if (char === '.') {
        const member = /\.\s*([\w$]+)/y;
        member.lastIndex = at;
        const next = member.exec(masked);
        if (next === null) break;
        words.push(next[1] ?? '');
        at = member.lastIndex;
      } else if (char === '<') {
        const close = closeOfTypes(masked, at);
        if (close === -1) break;
        at = close;
      } else if ((char === '(' || char === '`') && configuring.test(words.at(-1) ?? '') && table === undefined) {
        const close = char === '(' ? (pairs.get(at) ?? -1) : masked.indexOf('`', at + 1);
        if (close === -1) break;
        table = { start: at, end: close + 1 };
        at = close + 1;
      } else break;
    }
    const close = pairs.get(at);
    if (masked[at] !== '(' || close === undefined) continue;
    if (!words.slice(1).every((word) => modifiers.test(word))) continue;
    const suite = words.some((word) => suites.test(word));
    yield { start: found.index, suite, words, open: at, close, ...(table === undefined ? {} : { table }) };
  }
}

function declare(source: TestSource, pairs: ReadonlyMap<number, number>, head: Head): Declaration | undefined {
  const { text, masked } = source;
  const [first, second, third] = argumentsIn(masked, pairs, head.open + 1, head.close);
  if (first === undefined) return undefined;
  const range = text[first.start] === '{' ? nameIn(masked, first) : first;
  let title = writtenTitle(text, masked, range.start, range.end);
  const callback = /^(?:async\b\s*)?(?:function\b|\(|[\w$]+\s*=>)/;
  const hasCallback = [second, third].some(
    (one) => one !== undefined && callback.test(masked.slice(one.start, one.end)),
  );
  if (title === undefined) {
    if (!hasCallback) return undefined;
    title = `\${${text.slice(first.start, first.end).replace(/\s+/g, ' ')}}`;
  } else if (!/^["'`]/.test(text.slice(range.start)) && !hasCallback) return undefined;
  const word = head.words[0] ?? '';
  const has = (...names: string[]) => head.words.some((one) => names.includes(one));
  const options = second !== undefined && text[second.start] === '{' ? text.slice(second.start, second.end) : '';
  const alone = !/[(,=!?:&|+<[.-]\s*$/.test(
    masked.slice(Math.max(0, head.start - 40), head.start).replace(/=>\s*$/, ';'),
  );
  if (!hasCallback && (!alone || head.words[0] === 't')) return undefined;
  const pending = !head.suite && second === undefined && text[first.start] !== '{';
  const namings: Naming[] = [{ start: range.start, end: range.end, form: 'title' }];
  if (options !== '' && second !== undefined) {
    namings.push({
      start: second.start,
      end: second.end,
      form: /requirement|verif|covers/i.test(options) ? 'claim' : 'title',
    });
  }
  if (head.table !== undefined && /[%$]/.test(title)) namings.push({ ...head.table, form: 'title' });
  return {
    kind: head.suite ? 'suite' : 'test',
    title,
    start: head.start,
    end: head.close + 1,
    at: range.start,
    skipped:
      pending ||
      has('skip', 'todo', 'fixme', 'failing', 'fails', 'fail') ||
      /^x/.test(word) ||
      /\b(?:skip|todo)\s*:\s*(?:true|['"`])/.test(options),
    only: has('only') || /^(?:f(?:it|describe|context)|ddescribe|iit)$/.test(word) || /\bonly\s*:\s*true/.test(options),
    namings,
  };
}

function nameIn(masked: string, range: { start: number; end: number }): { start: number; end: number } {
  const found = /\bname\s*:\s*(["'`])\s*\1/.exec(masked.slice(range.start, range.end));
  if (found === null) return { start: range.start, end: range.start };
  const end = range.start + found.index + found[0].length;
  return { start: range.start + found.index + found[0].search(/["'`]/), end };
}

// Called with nothing or with `true`: no condition.
function isSure(source: TestSource, head: Head): boolean {
  return /^\s*(?:true\b|$)/.test(source.masked.slice(head.open + 1, head.close));
}

// A skip counts for what it stands in directly, before any branch.
function isFirstIn(source: TestSource, declaration: Declaration, at: number): boolean {
  if (at <= declaration.at || at >= declaration.end) return false;
  const before = source.masked.slice(declaration.at, at + 1);
  const body = before.search(/=>\s*\{|\)\s*\{/);
  return body !== -1 && !/[{}]|\bif\b|&&/.test(before.slice(before.indexOf('{', body) + 1).replace(/[;{}]\s*$/, ''));
}

function claims(
  source: TestSource,
  pairs: ReadonlyMap<number, number>,
  declaration: Declaration,
  all: readonly Declaration[],
): Naming[] {
  if (declaration.kind === 'suite' && all.length > 1) return [];
  const namings: Naming[] = [];
  const body = source.masked.slice(declaration.at, declaration.end);
  for (const found of body.matchAll(claiming)) {
    const open = declaration.at + found.index + found[0].length - 1;
    const close = pairs.get(open);
    if (close !== undefined) namings.push({ start: open, end: close, form: 'claim' });
  }
  return namings;
}

function skipSpace(masked: string, from: number): number {
  let at = from;
  while (masked.charCodeAt(at) <= 32) at += 1;
  return at;
}

function closeOfTypes(masked: string, from: number): number {
  let depth = 0;
  for (let at = from; at < masked.length && at < from + 500; at += 1) {
    const char = masked[at];
    if (char === '<') depth += 1;
    else if (char === '>' && masked[at - 1] !== '=') depth -= 1;
    else if (char === ';') return -1;
    if (depth === 0) return at + 1;
  }
  return -1;
}
