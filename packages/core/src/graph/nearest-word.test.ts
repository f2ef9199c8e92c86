import { describe, expect, it } from 'vitest';
import { nearestWord } from './nearest-word.ts';

describe('the nearest known word', () => {
  it.each([
    ['tarce', ['trace', 'check'], 'trace'],
    ['V1-FR-AUTH-O01', ['V1-FR-AUTH-001', 'V1-FR-AUTH-010'], 'V1-FR-AUTH-001'],
    ['documets', ['documents', 'code'], 'documents'],
    ['CODE', ['code'], 'code'],
    ['completely-else', ['trace', 'check'], undefined],
    ['ab', ['cd'], undefined],
    ['FR-002', ['FR-003', 'FR-001'], 'FR-001'],
  ])('of %s', (unknown, known, nearest) => {
    expect(nearestWord(unknown, known)).toBe(nearest);
  });
});
