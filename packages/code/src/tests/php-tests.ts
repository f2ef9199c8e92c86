import { bracketPairs } from './bracket-pairs.ts';
import type { Declaration, Naming, TestFinder } from './declaration.ts';
import { writtenTitle } from './written-title.ts';

const methods = /(?:^|[;{}\s])(?:(?:final|public|static)\s+)*function\s+(\w+)\s*\(/g;
const types = /\bclass\s+(\w+)/g;
const pest = /(?<![\w>:$\\])(it|test|describe|todo)\s*\(\s*(['"])\s*\2/g;

/** Methods PHPUnit runs, and Pest's calls. */
export const phpTests: TestFinder = {
  languages: ['php'],
  wants: ({ test }) => test,
  framework: ({ text }) =>
    /\b(?:it|test)\(['"]/.test(text) && !/\bextends\s+\w*TestCase/.test(text) ? 'pest' : 'phpunit',
  find({ text, masked, spans }) {
    const pairs = bracketPairs(masked);
    const found: Declaration[] = [];
    for (const one of masked.matchAll(methods)) {
      const name = one[1] ?? '';
      const at = one.index + one[0].lastIndexOf(name);
      const above = /(?:^|[;{}])([^;{}]*)$/.exec(masked.slice(0, at))?.[1] ?? '';
      const start = at - above.trimStart().length;
      const comment = spans.findLast((span) => span.kind === 'comment' && span.end <= at);
      const doc =
        comment !== undefined && masked.slice(comment.end, at).trim() === above.trim()
          ? text.slice(comment.start, comment.end)
          : '';
      const attributes = text.slice(start, at);
      if (!/^test/.test(name) && !/@test\b/.test(doc) && !/#\[\s*\\?(?:[\w\\]+\\)?Test\b/.test(attributes)) continue;
      const body = masked.indexOf('{', pairs.get(masked.indexOf('(', at)) ?? at);
      const end = (pairs.get(body) ?? body) + 1;
      const namings: Naming[] = [{ start: at, end: at + name.length, form: 'name' }];
      if (attributes.includes('#[')) namings.push({ start, end: at, form: 'title' });
      found.push({
        kind: 'test',
        title: name,
        start,
        end,
        at,
        skipped: /^\s*\$this->mark(?:TestSkipped|TestIncomplete)\(/.test(masked.slice(body + 1, end)),
        namings,
        ...(/@expectedException\b/.test(doc) ? { failurePath: 'expects an exception' } : {}),
      });
    }
    for (const one of masked.matchAll(types)) {
      const open = masked.indexOf('{', one.index);
      const end = (pairs.get(open) ?? open) + 1;
      if (!found.some((test) => test.start > open && test.end < end)) continue;
      const name = one[1] ?? '';
      found.push({ kind: 'suite', title: name, start: one.index, end, at: one.index + 6, skipped: false, namings: [] });
    }
    for (const one of masked.matchAll(pest)) {
      const open = masked.indexOf('(', one.index);
      const close = pairs.get(open);
      if (close === undefined) continue;
      const at = one.index + one[0].search(/['"]/);
      const title = writtenTitle(text, masked, at, one.index + one[0].length) ?? '';
      const chain = /^(?:\s*->\s*\w+\([^;]*)?/.exec(masked.slice(close + 1))?.[0] ?? '';
      found.push({
        kind: one[1] === 'describe' ? 'suite' : 'test',
        title,
        start: one.index,
        end: close + 1,
        at,
        skipped: one[1] === 'todo' || /->\s*(?:skip|todo)\(/.test(chain),
        namings: [{ start: at, end: one.index + one[0].length, form: 'title' }],
      });
    }
    return found;
  },
};
