import type { Suite, Test, TestsOfFile } from './find-tests.ts';

/** A comment, by where it begins and ends. */
interface Block {
  readonly start: number;
  readonly end: number;
}

/**
 * The tests a comment is about: the one directly below it, the one it stands in, or all of the suite whose head it
 * stands in. `claimed` comments count for their suite wherever they stand in it. Empty: it is about the file.
 */
export function testsAround(
  text: string,
  { tests, suites }: TestsOfFile,
  block: Block,
  claimed: boolean,
): readonly Test[] {
  if (tests.length === 0) return [];
  const below = startBelow(text, block.end);
  const under = tests.find((test) => test.start === below);
  if (under !== undefined) return [under];
  const suiteUnder = suites.find((suite) => suite.start === below);
  if (suiteUnder !== undefined) return suiteUnder.tests;
  const inside = tests.findLast((test) => test.start <= block.start && block.start < test.end);
  if (inside !== undefined) return [inside];
  const suite = suites.findLast((one) => one.start <= block.start && block.start < one.end);
  return suite !== undefined && (claimed || isHead(suite, block)) ? suite.tests : [];
}

function isHead(suite: Suite, block: Block): boolean {
  return block.start < (suite.tests[0]?.start ?? 0);
}

// Where the next thing begins, when no empty line is between.
function startBelow(text: string, from: number): number {
  let at = from;
  let lines = 0;
  while (at < text.length && text.charCodeAt(at) <= 32) {
    if (text[at] === '\n') lines += 1;
    at += 1;
  }
  return lines <= 1 ? at : -1;
}
