import type { Declaration, TestFinder } from './declaration.ts';

const scenario = /^([ \t]*)(Feature|Rule|Scenario(?: Outline| Template)?|Example|Test)[ \t]*:[ \t]*(.*?)[ \t]*\r?$/gm;

/** Scenarios of Gherkin files, their tags above them. */
export const gherkinTests: TestFinder = {
  languages: ['gherkin'],
  wants: () => true,
  framework: () => 'gherkin',
  find({ text }) {
    const heads = [...text.matchAll(scenario)];
    const found: Declaration[] = [];
    for (const [index, head] of heads.entries()) {
      const [whole, , word = '', title = ''] = head;
      const suite = word === 'Feature' || word === 'Rule';
      const start = startOfTags(text, head.index);
      const next = suite ? heads.slice(index + 1).find((one) => one[2] === word) : heads[index + 1];
      const at = head.index + whole.length - whole.trimStart().length;
      found.push({
        kind: suite ? 'suite' : 'test',
        title,
        start,
        end: next === undefined ? text.length : startOfTags(text, next.index),
        at,
        skipped: /@(?:skip|ignore|wip|pending|disabled)\b/i.test(text.slice(start, head.index)),
        namings: [{ start, end: head.index + whole.length, form: 'title' }],
      });
    }
    return found;
  },
};

function startOfTags(text: string, from: number): number {
  const tags = /(?:^[ \t]*(?:@|#)[^\n]*\n)+$/m.exec(text.slice(0, from));
  return tags === null || tags.index + tags[0].length !== from ? from : tags.index;
}
