import { describe, expect, test } from 'vitest';
import { consoleBlocks, isShown } from './console-blocks.ts';

describe('a console block', () => {
  test('is a list of commands with what they print', () => {
    const page = '# Page\n\n```console broken\n$ npx iama trace\nno\n$ npm test\n```\n\n```sh\n$ iama\n```\n';
    expect(consoleBlocks(page)).toEqual([
      {
        line: 3,
        fixture: 'broken',
        calls: [
          { command: 'iama trace', output: ['no'] },
          { command: 'npm test', output: [] },
        ],
      },
    ]);
  });

  test.each([
    ['nothing shown', [], 'a\nb\n', true],
    ['all lines', ['a', 'b'], 'a\nb\n', true],
    ['a line missing', ['a'], 'a\nb\n', false],
    ['the middle left out', ['a', '…', 'c'], 'a\nb\nb\nc\n', true],
    ['the end left out', ['a', '…'], 'a\nb\nc\n', true],
    ['the end of a line left out', ['a …', 'c'], 'a b\nc\n', true],
    ['another line', ['a', '…', 'd'], 'a\nb\nc\n', false],
    ['signs of a pattern', ['(a+)'], '(a+)\n', true],
    ['blank ends of lines', ['a  ', 'b'], 'a\nb   \n', true],
  ] as const)('shows %s', (_, output, text, shown) => {
    expect(isShown(output, text)).toBe(shown);
  });
});
