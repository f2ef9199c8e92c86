import { describe, expect, test } from 'vitest';
import { namedDenials, repliedCodes, repliedStatuses } from './reply-words.ts';

describe('a line', () => {
  test.each([
    ['Returns 404 when it is gone', [404]],
    ['- `409` - taken', [409]],
    ['404 Not Found or 410 Gone', [404, 410]],
    ['Otherwise → `401`.', [401]],
    ['responds with 400/422', [400, 422]],
    ['at most 200 characters, 404 rows', []],
    ['never returns 500', []],
    ['The value is 162,441', []],
    ['返回 403', [403]],
  ])('%j replies %j', (line, statuses) => {
    expect(repliedStatuses(line)).toEqual(statuses);
  });

  test.each([
    ['`409 STATE_CONFLICT` (taken), `400 BAD_SHAPE`', ['409 STATE_CONFLICT', '400 BAD_SHAPE']],
    ['`LIMIT_REACHED` (429)', ['429 LIMIT_REACHED']],
    ['403: `A_B` | `C_D`', ['403 A_B', '403 C_D']],
    ['error_code: "NO_SEAT"', ['NO_SEAT']],
    ['returns 409 when the job is `IN_REVIEW`', []],
    ['401 UNAUTHORIZED', []],
    ['409 CONFLICT', ['409 CONFLICT']],
  ])('%j names %j', (line, codes) => {
    const named = repliedCodes(line, new Set(['CONFLICT']), false);
    expect(named.map(({ code, status }) => (status === undefined ? code : `${status} ${code}`))).toEqual(codes);
  });

  test('denial reasons', () => {
    expect(namedDenials('denial_reason: "TOO_YOUNG" | "NO_PLAN"')).toEqual(['TOO_YOUNG', 'NO_PLAN']);
    expect(namedDenials('Every 403 has `error_code` and `denial_reason` as fields')).toEqual([]);
  });
});
