import { bracketPairs } from './bracket-pairs.ts';
import type { Declaration, TestFinder } from './declaration.ts';

const macros =
  /^[ \t]*(TEST|TEST_F|TEST_P|TYPED_TEST|TEST_CASE|TEST_METHOD|SCENARIO|BOOST_AUTO_TEST_CASE|BOOST_FIXTURE_TEST_CASE|QTEST|DOCTEST_TEST_CASE)\s*\(/gm;

/** Test macros of C and C++: GoogleTest, Catch2, doctest, Boost.Test. */
export const macroTests: TestFinder = {
  languages: ['c', 'cpp', 'objective-c'],
  wants: ({ text }) => /^[ \t]*(?:TEST|TYPED_TEST|SCENARIO|BOOST_\w+_TEST_CASE|DOCTEST_)\w*\s*\(/m.test(text),
  framework: ({ text }) => (/gtest|gmock/.test(text) ? 'googletest' : /catch/i.test(text) ? 'catch2' : 'c++'),
  find({ text, masked }) {
    const pairs = bracketPairs(masked);
    const found: Declaration[] = [];
    for (const one of masked.matchAll(macros)) {
      const open = one.index + one[0].length - 1;
      const close = pairs.get(open);
      if (close === undefined) continue;
      const words = text
        .slice(open + 1, close)
        .split(',')
        .map((word) => word.trim());
      const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(words.join(','))?.[1];
      const title = quoted ?? words.slice(0, 2).join('.');
      const body = masked.indexOf('{', close);
      found.push({
        kind: 'test',
        title,
        start: one.index,
        end: (pairs.get(body) ?? close) + 1,
        at: open + 1,
        skipped: /(?:^|\.)DISABLED_/.test(title) || /^\s*GTEST_SKIP\(\)/.test(masked.slice(body + 1, body + 40)),
        namings: [{ start: open + 1, end: close, form: quoted === undefined ? 'name' : 'title' }],
      });
    }
    return found;
  },
};
