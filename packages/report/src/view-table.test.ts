import type { ViewData } from '@iama/model';
import { describe, expect, it } from 'vitest';
import { displayWidth } from './display-width.ts';
import { viewCsv, viewMarkdown, viewTable } from './view-table.ts';

const view = (rows: readonly (readonly [string, string | readonly string[]])[]): ViewData => ({
  id: 'test/view',
  title: 'A view',
  columns: [
    { key: 'name', title: 'Name' },
    { key: 'what', title: 'What' },
  ],
  rows: rows.map(([name, what]) => ({
    name: { text: name },
    what: typeof what === 'string' ? { text: what } : what.map((text) => ({ text })),
  })),
});

// @verifies IAMA-TRACE-001
describe('a table', () => {
  it('is as wide as its words, and never wider than the terminal', () => {
    const long = view([['docs/a/very/long/path/to/some/PRODUCT_REQUIREMENTS.md', 'words '.repeat(40).trim()]]);
    expect(viewTable(view([['a', 'b']]), { color: false, width: 80 })).toBe('Name  What\na     b\n');
    for (const width of [60, 80, 120]) {
      for (const line of viewTable(long, { color: false, width }).split('\n'))
        expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  it('counts wide characters as two columns', () => {
    expect(
      viewTable(
        view([
          ['需求', 'x'],
          ['ab', 'y'],
        ]),
        { color: false, width: 80 },
      ),
    ).toBe('Name  What\n需求  x\nab    y\n');
  });

  it('keeps what would break Markdown or a spreadsheet in its cell', () => {
    const odd = view([['a|b', ['=1+1', 'two\nlines']]]);
    expect(viewMarkdown(odd)).toContain('| a\\|b | =1+1, two lines |');
    expect(viewCsv(odd)).toBe('Name,What\r\na|b,"\'=1+1; two\nlines"\r\n');
  });
});
