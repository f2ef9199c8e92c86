import { describe, expect, it } from 'vitest';
import { sameDefault } from './same-default.ts';
import { looselySameType, sameType } from './same-type.ts';

describe('types', () => {
  it.each([
    ['INT', 'int4'],
    ['INTEGER', 'SERIAL'],
    ['VARCHAR(64)', 'character varying(64)'],
    ['TIMESTAMPTZ', 'timestamp with time zone'],
    ['timestamptz(3)', 'TIMESTAMP(3) WITH TIME ZONE'],
    ['TIMESTAMP', 'timestamp(6) without time zone'],
    ['BOOL', 'boolean'],
    ['DECIMAL(10, 2)', 'numeric(10,2)'],
    ['numeric(10)', 'numeric(10,0)'],
    ['CHAR', 'character(1)'],
    ['float', 'double precision'],
    ['float(24)', 'REAL'],
    ['TEXT[]', 'text[][3]'],
    ['integer ARRAY', 'int[]'],
    ['public.mood', '"mood"'],
  ])('%s is %s', (one, other) => {
    expect(sameType(one, other)).toBe(true);
  });

  it.each([
    ['TEXT', 'VARCHAR'],
    ['VARCHAR(64)', 'VARCHAR(65)'],
    ['VARCHAR', 'VARCHAR(64)'],
    ['TIMESTAMP', 'TIMESTAMPTZ'],
    ['TEXT', 'TEXT[]'],
    ['JSON', 'JSONB'],
    ['INTEGER', 'BIGINT'],
  ])('%s is not %s', (one, other) => {
    expect(sameType(one, other)).toBe(false);
  });

  it('may be meant by a word of prose', () => {
    expect(looselySameType('string', 'VARCHAR(64)')).toBe(true);
    expect(looselySameType('datetime', 'TIMESTAMPTZ')).toBe(true);
    expect(looselySameType('number', 'TEXT')).toBe(false);
  });
});

describe('defaults', () => {
  it.each([
    ['now()', 'CURRENT_TIMESTAMP'],
    ["'x'::text", "'x'"],
    ["'x'::character varying(9)", '`x`'],
    ['(0)', '0'],
    ["'0'", '0'],
    ['TRUE', 'true'],
    [undefined, 'NULL'],
    ["'{}'::jsonb", "'{}'"],
    ['array[]::text[]', "'{}'"],
    ['CAST(1 AS bigint)', '1'],
    ['Gen_Random_UUID()', 'gen_random_uuid()'],
    ['public.uuid_generate_v4()', 'uuid_generate_v4()'],
    ['PENDING', "'PENDING'"],
  ])('%s is %s', (one, other) => {
    expect(sameDefault(one, other)).toBe(true);
  });

  it.each([
    ["'a'", "'A'"],
    ['now()', undefined],
    ['0', '1'],
    ['uuid_generate_v4()', 'gen_random_uuid()'],
  ])('%s is not %s', (one, other) => {
    expect(sameDefault(one, other)).toBe(false);
  });
});
