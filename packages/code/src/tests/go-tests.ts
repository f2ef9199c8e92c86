import { argumentsIn, bracketPairs } from './bracket-pairs.ts';
import type { Declaration, TestFinder } from './declaration.ts';
import { writtenTitle } from './written-title.ts';

const functions = /^func\s+(?:\(\s*\w*\s*\*?(\w+)\s*\)\s*)?((?:Test|Fuzz|Example)(?![a-z])\w*)\s*\(/gm;
const subtests =
  /\b\w+\s*\.\s*(?:Run|It|Describe)\s*\(|(?<![\w.])(Describe|Context|When|It|Specify|Entry|DescribeTable|PIt|XIt|FIt|PDescribe|XDescribe|FDescribe)\s*\(/g;
const skipping = /^\s*\w+\.Skip(?:Now|f)?\(/;

/** `func TestX(t *testing.T)`, its sub-tests `t.Run("…")`, methods of suites, and Ginkgo's calls. */
export const goTests: TestFinder = {
  languages: ['go'],
  wants: ({ text, test }) => test && /\bfunc\s+(?:\([^)]*\)\s*)?(?:Test|Fuzz|Example)|\b(?:Describe|It)\(/.test(text),
  framework: ({ text }) => (/onsi\/ginkgo/.test(text) ? 'ginkgo' : 'go test'),
  find(source) {
    const { text, masked } = source;
    const pairs = bracketPairs(masked);
    const found: Declaration[] = [];
    for (const one of masked.matchAll(functions)) {
      const name = one[2] ?? '';
      if (name === 'TestMain') continue;
      const at = one.index + one[0].lastIndexOf(name);
      const body = masked.indexOf('{', pairs.get(one.index + one[0].length - 1) ?? at);
      const end = (pairs.get(body) ?? body) + 1;
      found.push({
        kind: 'test',
        title: name,
        start: one.index,
        end,
        at,
        skipped: skipping.test(masked.slice(body + 1, end)),
        namings: [{ start: at, end: at + name.length, form: 'name' }],
      });
    }
    for (const one of masked.matchAll(subtests)) {
      const open = one.index + one[0].length - 1;
      const close = pairs.get(open);
      if (close === undefined) continue;
      const [first, ...others] = argumentsIn(masked, pairs, open + 1, close);
      const last = others.at(-1);
      if (first === undefined || last === undefined) continue;
      const literal = /^["`]/.test(masked.slice(first.start, first.end)) && others.length === 1 && one[1] === undefined;
      if (!literal && !/^func\b/.test(masked.slice(last.start, last.end))) continue;
      const body = masked.indexOf('{', last.start);
      const word = one[1] ?? '';
      found.push({
        kind: /Describe|Context|When/.test(word) ? 'suite' : 'test',
        title: titleOf(text, masked, first),
        start: one.index,
        end: close + 1,
        at: first.start,
        skipped: /^[PX]/.test(word) || skipping.test(masked.slice(body + 1, close)),
        only: word.startsWith('F'),
        namings: [{ start: first.start, end: first.end, form: 'title' }],
      });
    }
    return found;
  },
};

// `fmt.Sprintf("x %d", n)` is `x %d`.
function titleOf(text: string, masked: string, range: { start: number; end: number }): string {
  const format = /^fmt\.Sprintf\(\s*("[^"]*")/.exec(masked.slice(range.start, range.end))?.[1];
  const start = format === undefined ? range.start : masked.indexOf('"', range.start);
  const end = format === undefined ? range.end : start + format.length;
  return writtenTitle(text, masked, start, end) ?? `\${${text.slice(range.start, range.end)}}`;
}
