import { beforeAll, describe, expect, it } from 'vitest';
import { markdownReader } from '../markdown.ts';
import { configKeys } from './config-keys.ts';

const reader = markdownReader([configKeys]);
beforeAll(() => reader.prepare?.());

function keys(text: string, path = 'docs/operations.md') {
  return reader
    .read({ path, text }, { idPatterns: [] })
    .nodes.flatMap((node) => (node.kind === 'config-key' ? [[node.id, node.at.line, node.attributes] as const] : []));
}

// @verifies IAMA-READ-005
describe('configuration keys', () => {
  it('stand in fences with arrows', () => {
    expect(
      keys(
        '# X\n\n## Config keys\n\n```\nmail.sender → string\nmail.retries, mail.burst -> number (default: 3; per hour)\ntiers → { FREE: 1 }\n  and words → that are no key of anything\n```\n',
      ),
    ).toEqual([
      ['mail.sender', 6, { type: 'string' }],
      ['mail.retries', 7, { type: 'number', default: '3' }],
      ['mail.burst', 7, { type: 'number', default: '3' }],
      ['tiers', 8, { type: 'object', shape: '{ FREE: 1 }' }],
    ]);
  });

  it('stand in tables and lists', () => {
    const text = `# X

## Feature flags

| Flag | Type | Default | Description |
|---|---|---|---|
| \`beta.search\` | boolean | \`false\` | new search |
| dark_mode | bool | - | |

## Environment variables

- \`DATABASE_URL\`: where rows live
- \`HTTP_PORT\` (integer, default 8080)
- \`secret\`: not a key of its own
- Restart after a change.

## 環境変数

| 変数名 | 説明 |
|---|---|
| \`LOG_LEVEL\` | x |
`;
    expect(keys(text)).toEqual([
      ['beta.search', 7, { type: 'boolean', default: 'false' }],
      ['dark_mode', 8, { type: 'bool' }],
      ['DATABASE_URL', 12, {}],
      ['HTTP_PORT', 13, { type: 'integer', default: '8080' }],
      ['LOG_LEVEL', 21, {}],
    ]);
  });

  it('are no states, options of a command, or examples', () => {
    expect(keys('# X\n\n## States\n\n```\nDRAFT → SENT\na.b → string\n```\n')).toEqual([]);
    expect(keys('# X\n\n## Options\n\n| Option | Type |\n|---|---|\n| `--force` | boolean |\n')).toEqual([]);
    expect(keys('# X\n\n## Config keys\n\n### Example\n\n```\na.b → string\n```\n')).toEqual([]);
    expect(keys('# X\n\n## Config keys\n\n```\na.b → string\n```\n', 'adr/0001-x.md')).toEqual([]);
  });
});
