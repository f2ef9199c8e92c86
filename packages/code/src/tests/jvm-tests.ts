import { bracketPairs } from './bracket-pairs.ts';
import type { Declaration, Naming, TestFinder, TestSource } from './declaration.ts';
import { writtenTitle } from './written-title.ts';

const marks =
  /@(?:[\w.]+\.)?(?:Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate|Property|Theory)\b|\[(?:[\w.]+\.)?(?:Fact|Theory|Test|TestCase|TestMethod|DataTestMethod|InlineData)\w*\b/g;
const types = /(?<![\w.@:])(?:class|object|record|struct)\s+(\w+)/g;
const skipping =
  /@(?:Disabled|Ignore)\b|\[(?:[\w.]+[.,]\s*)?Ignore\b|\b(?:Fact|Theory|Test)\s*\([^)]*\b(?:Skip|Ignore)\s*=|\benabled\s*=\s*false/;
const claimingMark = /[@[](?:[\w.]+\.)?\w*(?:Req|Verif|Cover|Trace|Spec|Satisf|Implement)\w*\s*\(/;
const expecting = /\bexpected(?:Exceptions)?\s*=|\bExpectedException\b/;

interface Method {
  readonly name: string;
  readonly at: number;
  readonly start: number;
  readonly open: number;
  readonly end: number;
}

/** Methods with a test annotation: JUnit and TestNG in Java, Kotlin, Groovy and Scala; xUnit, NUnit and MSTest in C#. */
export const jvmTests: TestFinder = {
  languages: ['java', 'kotlin', 'groovy', 'scala', 'csharp', 'basic'],
  wants: ({ text }) => /[@[](?:[\w.]+\.)?(?:Test|Parameterized|Repeated|Fact|Theory|Property|Data)/.test(text),
  framework: ({ path, text }) => {
    if (path.endsWith('.cs')) {
      return /\bXunit\b/.test(text) ? 'xunit' : /\bNUnit\b/.test(text) ? 'nunit' : 'mstest';
    }
    return /org\.testng/.test(text) ? 'testng' : /kotlin\.test/.test(text) ? 'kotlin.test' : 'junit';
  },
  find(source) {
    const pairs = bracketPairs(source.masked);
    const methods = findMethods(source, pairs);
    const tests = methods.map((method) => declare(source, method.name, method, 'test'));
    return [...findTypes(source, pairs, tests), ...tests];
  },
};

function findMethods(source: TestSource, pairs: ReadonlyMap<number, number>): Method[] {
  const { masked, text } = source;
  const methods = new Map<number, Method>();
  for (const found of masked.matchAll(marks)) {
    const start = startOfMarks(masked, found.index);
    const from = endOfMarks(masked, pairs, start);
    // A method's name is the word before its parameters; Kotlin's may be any words in back-ticks.
    const name = /(?:`[^`\n]*`|[\w$]+)\s*(?:<[^>]*>\s*)?\(/y;
    for (let at = from; at < masked.length; at += 1) {
      if ('{;}='.includes(masked[at] ?? '')) break;
      name.lastIndex = at;
      const head = name.exec(masked);
      if (head === null || /[\w$`]/.test(masked[at - 1] ?? '')) continue;
      const open = at + head[0].length - 1;
      const word = text
        .slice(at, open)
        .replace(/<[^>]*>\s*$/, '')
        .trim();
      methods.set(at, {
        name: word.replaceAll('`', ''),
        at,
        start,
        open,
        end: endOfBody(masked, pairs, pairs.get(open) ?? open),
      });
      break;
    }
  }
  return [...methods.values()];
}

function findTypes(
  source: TestSource,
  pairs: ReadonlyMap<number, number>,
  tests: readonly Declaration[],
): Declaration[] {
  const found: Declaration[] = [];
  for (const type of source.masked.matchAll(types)) {
    const name = type[1] ?? '';
    const at = type.index + type[0].length - name.length;
    const open = source.masked.indexOf('{', at);
    const end = open === -1 ? source.masked.length : (pairs.get(open) ?? source.masked.length);
    if (!tests.some((test) => test.start > at && test.end <= end)) continue;
    const start = startOfMarks(source.masked, type.index);
    found.push(declare(source, name, { name, at, start, open: at, end }, 'suite'));
  }
  return found;
}

function declare(source: TestSource, title: string, method: Method, kind: 'suite' | 'test'): Declaration {
  const { text, masked } = source;
  const head = masked.slice(method.start, method.at);
  const namings: Naming[] = [
    { start: method.at, end: method.at + title.length + 2, form: title.includes(' ') ? 'title' : 'name' },
  ];
  if (/[@[]/.test(head))
    namings.push({ start: method.start, end: method.at, form: claimingMark.test(head) ? 'claim' : 'title' });
  const label = /(?:@DisplayName\s*\(|\b(?:DisplayName|displayName|TestName|Description|description)\s*=\s*)/.exec(
    head,
  );
  const from = label === null ? -1 : method.start + label.index + label[0].length;
  const words = from === -1 ? undefined : writtenTitle(text, masked, from, endOfArgument(masked, from));
  return {
    kind,
    title,
    ...(words === undefined ? {} : { label: words }),
    start: method.start,
    end: method.end,
    at: method.at,
    skipped: skipping.test(head),
    namings,
    ...(expecting.test(head) ? { failurePath: 'expects an exception' } : {}),
  };
}

// Annotations, attributes and modifiers above: back to the end of what stands before.
function startOfMarks(masked: string, from: number): number {
  let depth = 0;
  for (let at = from - 1; at >= 0; at -= 1) {
    const char = masked[at] ?? '';
    if (')]'.includes(char)) depth += 1;
    else if ('(['.includes(char)) depth -= 1;
    else if (depth <= 0 && '{};'.includes(char)) return skipSpace(masked, at + 1);
  }
  return skipSpace(masked, 0);
}

function endOfMarks(masked: string, pairs: ReadonlyMap<number, number>, from: number): number {
  let at = skipSpace(masked, from);
  for (;;) {
    const annotation = /@(?:[\w]+:)?[\w.]+\s*/y;
    annotation.lastIndex = at;
    const found = annotation.exec(masked);
    if (masked[at] === '[') at = skipSpace(masked, (pairs.get(at) ?? at) + 1);
    else if (found !== null && found[0].trim() !== '@interface') {
      at = annotation.lastIndex;
      if (masked[at] === '(') at = skipSpace(masked, (pairs.get(at) ?? at) + 1);
    } else return at;
  }
}

function endOfBody(masked: string, pairs: ReadonlyMap<number, number>, from: number): number {
  const body = /[{;=]/g;
  body.lastIndex = from;
  const found = body.exec(masked);
  if (found === null) return from;
  if (found[0] === '{') return (pairs.get(found.index) ?? found.index) + 1;
  if (found[0] === ';') return found.index;
  // `fun works() = runTest { … }`, `void Works() => expression;`
  const next = /[{;\n]/g;
  next.lastIndex = found.index + 2;
  const end = next.exec(masked);
  if (end?.[0] === '{') return (pairs.get(end.index) ?? end.index) + 1;
  return end?.index ?? masked.length;
}

function endOfArgument(masked: string, from: number): number {
  const end = /[),\]]/g;
  end.lastIndex = from;
  return end.exec(masked)?.index ?? masked.length;
}

function skipSpace(masked: string, from: number): number {
  let at = from;
  while (masked.charCodeAt(at) <= 32) at += 1;
  return at;
}
