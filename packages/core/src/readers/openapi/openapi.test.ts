import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openapiReader } from './openapi.ts';
import { readJson } from './read-json.ts';
import { readYaml } from './read-yaml.ts';

const reader = openapiReader();

// @verifies IAMA-READ-004
describe('a path', () => {
  test.each([
    ['openapi.yaml', true],
    ['docs/v1/petstore.yml', true],
    ['services/jobs/swagger.json', true],
    ['api/spec.json', true],
    ['openapi/paths/orders.yaml', true],
    ['package.json', false],
    ['docs/package.json', false],
    ['docker-compose.yml', false],
    ['.github/workflows/api.yml', false],
    ['src/api.ts', false],
    ['config/app.yaml', false],
  ])('%s is opened: %s', (path, opened) => {
    expect(reader.accepts(path)).toBe(opened);
  });
});

describe('a file', () => {
  test('that is no interface says nothing', () => {
    for (const text of ['a: [1', 'get: x', '', '# openapi\n', 'openapi_version: 3\nx: [']) {
      expect(reader.read({ path: 'docs/api.yaml', text }, { idPatterns: [] })).toEqual({
        nodes: [],
        edges: [],
        mentions: [],
        parts: [],
        problems: [],
      });
    }
  });

  test('that is broken is named with its line', () => {
    const yaml = reader.read({ path: 'api.yaml', text: 'openapi: 3.0.0\npaths:\n  /a: {\n' }, { idPatterns: [] });
    expect(yaml.problems).toMatchObject([{ code: 'syntax', hides: ['endpoint', 'error-code'] }]);
    const json = reader.read(
      { path: 'api.json', text: '{\n "openapi": "3.0.0",\n "paths": {,}\n}' },
      { idPatterns: [] },
    );
    expect(json.problems).toMatchObject([{ at: { line: 3, column: 12 }, code: 'syntax' }]);
  });

  test('that refers to itself in a circle is read', () => {
    const text = [
      'openapi: 3.0.0',
      'paths:',
      '  /a: { get: { responses: { "200": { $ref: "#/components/responses/A" } } } }',
      '  /b: { $ref: "#/paths/~1b" }',
      'components:',
      '  responses: { A: { $ref: "#/components/responses/A" } }',
    ].join('\n');
    const { nodes } = reader.read({ path: 'api.yaml', text }, { idPatterns: [] });
    expect(nodes.map(({ id }) => id)).toEqual(['api.yaml', 'GET /a']);
  });
});

test('JSON and YAML are one tree', () => {
  const text = '{\n  "a": [1, true, null, "x\\n"],\n  "b": { "c": -2.5e3 }\n}';
  expect(readJson(text)).toEqual(readYaml(text));
});

test('no text is too strange to read', () => {
  const pieces = [
    'openapi: 3.0.0\n',
    '"swagger":"2.0"',
    'paths:\n',
    '  /a:\n',
    '    get:\n',
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '- ',
    '"',
    '$ref: "#/',
    '&a ',
    '*a',
    '<<: ',
    '\n',
    '  ',
    '"/x"',
    'responses',
    '|\n',
    '!!x ',
    '? ',
  ];
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 5 })), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(text, fc.constantFrom('api.yaml', 'api.json'), (parts, path) => {
      const facts = reader.read({ path, text: `openapi: 3.0.0\n${parts.join('')}` }, { idPatterns: ['A-\\d+'] });
      for (const { at } of facts.nodes) expect(at.line).toBeGreaterThan(0);
    }),
    { numRuns: 500, seed: 11 },
  );
});
