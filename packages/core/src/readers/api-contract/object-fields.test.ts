import { describe, expect, test } from 'vitest';
import type { ObjectField } from './object-fields.ts';
import { readObject } from './object-fields.ts';
import { readShapeLines } from './shape-lines.ts';

const told = (fields: readonly ObjectField[]) =>
  fields
    .map(({ name, type, required, values }) => {
      const need = required === undefined ? '' : required ? '!' : '?';
      return `${name}${need}${type ? `:${type}` : ''}${values ? `=${values.join('|')}` : ''}`;
    })
    .join(' ');

describe('an object', () => {
  test.each([
    ['{ email, password?, note }', 'email password? note'],
    [
      '{"a": 1, "b": [{"c": null}], "d": {"e": "x"}, "f": true}',
      'a:number b:array b[].c d:object d.e:string f:boolean',
    ],
    ['{ "a": "x", // words\n  ... }', 'a:string'],
    ['[{ "id": 7 }]', '[].id:number'],
    ['interface Job {\n  id: string;\n  state?: "A" | "B"\n  tags: string[]\n}', 'id:string state?=A|B tags:string[]'],
    ['{ "state": "OPEN|SHUT" }', 'state=OPEN|SHUT'],
    ['{ type: "daily" | null, limit: number | null }', 'type=daily limit:number | null'],
    ['{ "it\'s": 1, broken', "it's:number"],
    ['}}]] nothing', ''],
  ])('%j has %j', (text, fields) => {
    expect(told(readObject(text))).toBe(fields);
  });
});

describe('lines of a shape', () => {
  test.each([
    ['name: string (required, at most 8)', 'name!:string'],
    ['name?: string', 'name?:string'],
    ['level: "LOW" | "HIGH" (default "LOW")', 'level=LOW|HIGH'],
    ['state: "PENDING"', 'state:string=PENDING'],
    ['modes: ["A"] | ["A", "B"]', 'modes:array=A|B'],
    ['items:\n  - id: string\n    size: number -- bytes', 'items:array items[].id:string items[].size:number'],
    ['used: { today: number, all: number }', 'used:object used.today:number used.all:number'],
    ['- `email` (string, optional): where to write', 'email?:string'],
    ['Words of a sentence that is no field.', ''],
  ])('%j has %j', (text, fields) => {
    expect(told(readShapeLines(text.replaceAll('`', '').split('\n')))).toBe(fields);
  });
});
