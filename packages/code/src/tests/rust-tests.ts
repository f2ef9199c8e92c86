import { bracketPairs } from './bracket-pairs.ts';
import type { Declaration, TestFinder } from './declaration.ts';

const functions =
  /#\[\s*(?:\w+::)*(?:test|rstest|test_case|quickcheck|wasm_bindgen_test|proptest)\b[^\]]*\](?:\s*#\[[^\]]*\])*\s*(?:pub(?:\([^)]*\))?\s+)?(?:const\s+)?(?:async\s+)?(?:unsafe\s+)?fn\s+(\w+)/g;
const modules = /\b(?:pub\s+)?mod\s+(\w+)\s*\{/g;

/** Functions with `#[test]` and its like, in modules. */
export const rustTests: TestFinder = {
  languages: ['rust'],
  wants: ({ text }) => /#\[\s*(?:\w+::)*(?:test|rstest|test_case|quickcheck|wasm_bindgen_test|proptest)\b/.test(text),
  framework: () => 'cargo test',
  find({ masked }) {
    const pairs = bracketPairs(masked);
    const tests: Declaration[] = [];
    for (const found of masked.matchAll(functions)) {
      const name = found[1] ?? '';
      const at = found.index + found[0].length - name.length;
      const body = masked.indexOf('{', pairs.get(masked.indexOf('(', at)) ?? at);
      const start = startOfAttributes(masked, found.index);
      const head = masked.slice(start, at);
      tests.push({
        kind: 'test',
        title: name,
        start,
        end: (pairs.get(body) ?? body) + 1,
        at,
        skipped: /#\[\s*ignore\b/.test(head),
        namings: [
          { start: at, end: at + name.length, form: 'name' },
          { start, end: at, form: /#\[\s*\w*(?:req|verif|cover|trace|spec)\w*\s*\(/i.test(head) ? 'claim' : 'title' },
        ],
        ...(/#\[\s*should_panic\b/.test(head) ? { failurePath: 'expects a panic' } : {}),
      });
    }
    const suites: Declaration[] = [];
    for (const found of masked.matchAll(modules)) {
      const open = found.index + found[0].length - 1;
      const end = (pairs.get(open) ?? open) + 1;
      if (!tests.some((test) => test.start > open && test.end < end)) continue;
      const name = found[1] ?? '';
      const at = found.index + found[0].indexOf(name, 3);
      suites.push({ kind: 'suite', title: name, start: found.index, end, at, skipped: false, namings: [] });
    }
    return [...suites, ...tests];
  },
};

// Attributes above the one that makes it a test.
function startOfAttributes(masked: string, from: number): number {
  const before = /(?:#\[[^\]]*\]\s*)+$/.exec(masked.slice(Math.max(0, from - 600), from));
  return before === null ? from : from - before[0].length;
}
