import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { familyOf } from './id-family.ts';
import { familyPrefix, parseId, versionOfId } from './id-grammar.ts';
import { longestRange, readIdRun } from './id-range.ts';

describe('an id', () => {
  it.each([
    ['V1-FR-TEST-003A', 'V1-FR-TEST-', 3, 'A'],
    ['FR-1.2.3', 'FR-1.2.', 3, ''],
    ['FR.01.1', 'FR.01.', 1, ''],
    ['REQ_LOGIN_01', 'REQ_LOGIN_', 1, ''],
    ['Svc-FramingProtocol-001', 'Svc-FramingProtocol-', 1, ''],
    ['FR12', 'FR', 12, ''],
    ['RULE-014a', 'RULE-', 14, 'a'],
    ['US-01-A', 'US-', 1, '-A'],
    ['req~login.pass-word~2', 'req~login.pass-word~', 2, ''],
    ['ФТ-060', 'ФТ-', 60, ''],
    ['req-7', 'req-', 7, ''],
  ])('%s is taken apart', (text, prefix, number, suffix) => {
    expect(parseId(text)).toMatchObject({ text, prefix, number, suffix });
    expect(familyPrefix(text)).toBe(prefix);
  });

  it.each([
    'v1.2',
    'V2',
    'FR-',
    'FR--1',
    'FR-AUTH',
    'Node.js-20',
    'Int64',
    'users.email',
    'a',
    '12',
    'FR-001-based',
    '',
  ])('%s is none', (text) => {
    expect(parseId(text)).toBeUndefined();
  });

  it('says its version', () => {
    expect(['V1-FR-1', 'v02-x-1', 'FR-1', 'V-1'].map(versionOfId)).toEqual(['V1', 'V2', undefined, undefined]);
  });
});

describe('a family', () => {
  it.each([
    ['V1-FR-TEST-003A', 'requirement'],
    ['NFR-1', 'requirement'],
    ['DO178C-LA-RQ-001', 'requirement'],
    ['req~a~1', 'requirement'],
    ['AUTH-001', 'unknown'],
    ['SVC-VERSION-001', 'unknown'],
    ['TEST-001', 'unlikely'],
    ['R-1', 'unknown'],
    ['SC-001', 'unlikely'],
    ['PROJ-RISK-01', 'unlikely'],
    ['ADR-001', 'foreign'],
    ['SHOP-ADR-001', 'foreign'],
    ['TC-FR-001', 'foreign'],
    ['T001', 'foreign'],
    ['ISO-27001', 'foreign'],
    ['utest~a~1', 'foreign'],
  ])('%s is %s', (id, family) => {
    expect(familyOf(id)).toBe(family);
  });
});

describe('a run of ids', () => {
  it('is never longer than the limit, and ends inside the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(' to ', '–', '..', '/', ', ', ' and ', '`', '??', 'FR-', 'FR-005', '900', '003', ' - ', '\uFFFD'),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = `FR-001${pieces.join('')}`;
        const first = parseId('FR-001');
        if (!first) throw new Error('FR-001 is an id');
        const run = readIdRun(text, first, 6);
        expect(run.end).toBeLessThanOrEqual(text.length);
        expect(run.others.length).toBeLessThanOrEqual(longestRange * 13);
        for (const other of run.others) expect(parseId(other.id)).toBeDefined();
      }),
    );
  });
});
