import { describe, expect, it } from 'vitest';
import { readSentences } from './transition-sentence.ts';

const known = new Set(['DRAFT', 'REVIEW', 'DONE', 'in review', 'sent']);

describe('sentences that state transitions', () => {
  it.each([
    ['`DRAFT` transitions to `REVIEW`.', ['DRAFT>REVIEW']],
    ['`DRAFT` and `REVIEW` can transition back to `DONE`.', ['DRAFT>DONE', 'REVIEW>DONE']],
    ['From `DRAFT`, a click transitions to `REVIEW`.', ['DRAFT>REVIEW']],
    ['A failure in `REVIEW` transitions to `DRAFT`.', ['REVIEW>DRAFT']],
    ['In `DRAFT`: if the author agrees, transition to `REVIEW`.', ['DRAFT>REVIEW']],
    ['The job moves from DRAFT to REVIEW.', ['DRAFT>REVIEW']],
    ['It moves from in review to sent.', ['in review>sent']],
    [
      'Any transition to `DONE` originating from `DRAFT` (a shortcut) or from `REVIEW` counts.',
      ['DRAFT>DONE', 'REVIEW>DONE'],
    ],
    ['`DRAFT` transitions to `REVIEW` before `DONE`.', ['DRAFT>REVIEW', 'REVIEW>DONE']],
    [
      '`REVIEW` reads the text. On success: transitions to `DONE`. On failure: returns to `DRAFT`.',
      ['REVIEW>DONE', 'REVIEW>DRAFT'],
    ],
    ['From any state, a recall transitions to `DRAFT`.', ['*>DRAFT']],
    ['`DRAFT` must not transition to `DONE`.', []],
    ['Never transition directly from `DRAFT` to `DONE`.', []],
    ['A cancelled job transitions to `DONE`.', []],
    ['Tokens move from `Authorization` to `Cookie`.', []],
    ['The team moved from Oslo to Bergen.', []],
    ['`DRAFT` is read before transitioning to `DONE`.', []],
  ])('%s', (text, wanted) => {
    expect(readSentences(text, known, false).map(({ from, to }) => `${from}>${to}`)).toEqual(wanted);
  });

  it('takes unknown names only where the words speak of states', () => {
    const none = new Set<string>();
    expect(readSentences('The status transitions from Draft to Published.', none, false)).toMatchObject([
      { from: 'Draft', to: 'Published' },
    ]);
    expect(readSentences('The bus transitions from Draft to Published.', none, false)).toEqual([]);
  });
});
