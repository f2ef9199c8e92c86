import { expect, test } from 'vitest';
import type { ModuleReader } from './module-reader.ts';
import { textLiterals } from './text-literal.ts';
import { typescriptReader } from './typescript.ts';

const context = { idPatterns: [] };

/** Says every call of `get` with its line, and every text, so that tests see what was read. */
const calls: ModuleReader = {
  name: 'calls',
  kinds: ['endpoint'],
  wants: (text) => text.includes('.get('),
  read: (module) => ({
    parts: [
      ...module.nodesOf('CallExpression').map((node) => {
        const argument = node.arguments[0];
        const data = argument?.type === 'Literal' ? argument.value : undefined;
        return { kind: 'call', at: module.placeAt(node.start), data };
      }),
      ...textLiterals(module).map(({ text, at, holes }) => ({ kind: 'text', at, data: [text, holes.length] })),
    ],
  }),
};
const reader = typescriptReader([calls], 1);
const routes = (text: string, path = 'a.ts') =>
  reader
    .read({ path, text }, context)
    .parts.filter((part) => part.kind === 'call' && part.data !== undefined)
    .map((part) => `${part.at.line} ${part.data}`);

// @verifies IAMA-CODE-005
test('a file nobody wants is not parsed', () => {
  const facts = reader.read({ path: 'src/a.ts', text: 'const (' }, context);
  expect(facts.nodes).toEqual([]);
  expect(facts.problems).toEqual([]);
});

test.each([
  [
    'an unclosed call',
    "a.get('/one', x);\nb.get('/two', () => {\n  y();\nc.get('/three');\n",
    ['1 /one', '2 /two', '4 /three'],
  ],
  ['a statement that is none', "a.get('/one');\nconst = ;\nb.get('/two');\n", ['1 /one', '3 /two']],
  ['a stray bracket', "a.get('/one');\n}\nb.get('/two');\n", ['1 /one', '3 /two']],
  [
    'a merge conflict',
    "a.get('/one');\n<<<<<<< HEAD\nb.get('/two');\n=======\nb.get('/three');\n>>>>>>> other\nc.get('/four');\n",
    ['1 /one', '3 /two', '5 /three', '7 /four'],
  ],
  ['a file cut off', "a.get('/one');\nclass A { m() { b.get('/two', [1, {", ['1 /one', '2 /two']],
])('with %s, the rest of the file is read and the problem is told', (_, text, expected) => {
  expect(routes(text)).toEqual(expected);
  const [problem] = reader.read({ path: 'a.ts', text }, context).problems;
  expect(problem).toMatchObject({ code: 'syntax', hides: ['endpoint'] });
});

test('a file of which nothing can be saved is a problem, not an empty file', () => {
  const facts = reader.read({ path: 'a.ts', text: '`.get(' }, context);
  expect(facts.parts).toEqual([]);
  expect(facts.problems).toMatchObject([{ code: 'syntax', hides: ['endpoint'], at: { path: 'a.ts', line: 1 } }]);
});

test('JavaScript may hold JSX, types, sloppy code or a return at the top', () => {
  expect(routes("const a = <div/>; x.get('/a');", 'a.js')).toEqual(['1 /a']);
  expect(routes("if (y) return; x.get('/a');", 'a.js')).toEqual(['1 /a']);
  expect(routes("const a: string = ''; x.get('/a');", 'a.js')).toEqual(['1 /a']);
  expect(routes("#!/usr/bin/env node\nx.get('/a');", 'a.mjs')).toEqual(['2 /a']);
});

test('a concatenation is one text; constants are filled in, the rest leaves holes; places follow escapes', () => {
  const text = `const t = 'users';\ndb.get('SELECT \\'a\\' ' +\n  \`FROM \${t} WHERE id = \${id}\` + ' LIMIT 1');\n`;
  const [, said] = reader.read({ path: 'a.ts', text }, context).parts.filter((part) => part.kind === 'text');
  expect(said?.data).toEqual(["SELECT 'a' FROM users WHERE id =  LIMIT 1", 1]);
});
