import { describe, expect, test } from 'vitest';
import { parsePython } from './parse-python.ts';
import { walk } from './walk.ts';

function callsIn(text: string): { calls: string[]; fault: number | undefined } {
  const { module, fault } = parsePython({ path: 'a.py', text, test: false });
  const calls: string[] = [];
  walk(module.body, (node) => {
    if ('type' in node && node.type === 'call' && node.callee.type === 'name') calls.push(node.callee.name);
    return true;
  });
  return { calls, fault: fault === undefined ? undefined : module.placeAt(fault).line };
}

describe('valid Python is no fault', () => {
  test.each([
    'with (a() as b, c() as d,\n  # why\n):\n    e()\n',
    'with a() as (b, c):\n    e()\n',
    'with a() as self.b:\n    e()\n',
    'x = [e(b) for b, *_ in a()]\n',
    'match a():\n    case B():\n        e()\n',
    'x = a(1., 2.) + e()\n',
    'def f():\n    x = (yield)\n    a()\n    e()\n',
    'x = lambda a, /, b: e(a())\n',
    'x = t"{a()}" + e()\n',
    'def f():\n    yield a()\n    return e()\n',
    'a(); e()\n',
  ])('%j', (text) => {
    const { calls, fault } = callsIn(text);
    expect(fault).toBeUndefined();
    expect(calls).toContain('e');
  });

  test('long bodies with comments', () => {
    const text = `class A:\n${'    # what it is\n    a: B[C, D] = e()\n'.repeat(2000)}`;
    expect(callsIn(text)).toMatchObject({ fault: undefined, calls: Array(2000).fill('e') });
  });
});

test('what is no Python is told by its place, the rest is there', () => {
  expect(callsIn('a()\ndef f(:\n    pass\ne()\n')).toMatchObject({
    fault: 2,
    calls: expect.arrayContaining(['a', 'e']),
  });
});
