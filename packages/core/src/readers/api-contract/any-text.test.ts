import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownReader } from '../markdown.ts';

const pieces = [
  '# ',
  '### ',
  '`',
  '```',
  '```http\n',
  '**',
  '|',
  '|---|---|\n',
  '\n',
  '\n\n',
  '- ',
  '1. ',
  '> ',
  ' ',
  '    ',
  ': ',
  'GET',
  'POST',
  'GET/POST',
  ' /a',
  '/a/{b',
  '/a/:b/<c>',
  '/[[...d]]',
  '{{e}}/f',
  'https://h.test/i?j=1',
  '...',
  '{',
  '}',
  '[',
  ']',
  '"k": 1,',
  'Response 200:',
  'Request:',
  'Errors',
  '404',
  'error_code: "A_B"',
  '`A_B` (409)',
  '| Code | HTTP |',
  '| Method | Path |',
  'Base URL: /v1',
  '<Route method="GET">',
  '~~',
  '❌',
  '请求',
  '응답',
  '\u0000',
  '\uD800',
  '(',
  ')',
  '\\',
];

test('no text is too strange to read', async () => {
  const reader = markdownReader();
  await reader.prepare?.();
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 60 }),
      (parts) => {
        const text = parts.join('');
        const facts = reader.read({ path: 'docs/api-contract.md', text }, { idPatterns: [] });
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const { at } of facts.nodes) expect(at.line).toBeLessThanOrEqual(lines);
      },
    ),
    { numRuns: 400, seed: 7 },
  );
});
