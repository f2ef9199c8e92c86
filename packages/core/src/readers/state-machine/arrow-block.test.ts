import { describe, expect, it } from 'vitest';
import { readArrowBlock } from './arrow-block.ts';

describe('lines with arrows', () => {
  it.each([
    ['a chain', ['A_A -> B_B -> C_C'], ['A_A>B_B', 'B_B>C_C']],
    ['any arrow', ['A1 → B1', 'B1 --> C1', 'C1 => D1', 'D1 ──► E1'], ['A1>B1', 'B1>C1', 'C1>D1', 'D1>E1']],
    [
      'one source over several targets',
      ['OPEN', '  → DONE (all ticked)', '  → LOST'],
      ['OPEN>DONE: all ticked', 'OPEN>LOST'],
    ],
    [
      'a wrapped chain',
      ['A1 -> B1 -> C1', '   -> D1 -> E1', '   -> F1'],
      ['A1>B1', 'B1>C1', 'C1>D1', 'D1>E1', 'E1>F1'],
    ],
    ['alternatives', ['OPEN -> DONE / LOST / PAID'], ['OPEN>DONE', 'OPEN>LOST', 'OPEN>PAID']],
    ['an optional step', ['OPEN → [CHECKED (rich)] → DONE'], ['OPEN>CHECKED: rich', 'CHECKED>DONE', 'OPEN>DONE']],
    [
      'a trigger in the arrow',
      ['OPEN --close--> DONE', 'DONE -- reopen --> OPEN'],
      ['OPEN>DONE: close', 'DONE>OPEN: reopen'],
    ],
    ['a trigger after a colon', ['OPEN -> DONE: last box ticked'], ['OPEN>DONE: last box ticked']],
    ['state and event before the arrow', ['- draft + submit → pending'], ['draft>pending: submit']],
    ['a wildcard', ['Any non-terminal state', '  → FAILED', '* → LOST'], ['*>FAILED', '*>LOST']],
    ['both ways', ['OPEN <-> HELD'], ['OPEN>HELD', 'HELD>OPEN']],
    ['downwards', ['draft', '  ↓ [publish]', 'open'], ['draft>open: publish']],
    [
      'an aside',
      ['OPEN', '  → LOST (→ OPEN, counter reset)', '  → DONE'],
      ['OPEN>LOST', 'LOST>OPEN: counter reset', 'OPEN>DONE'],
    ],
    ['code', ['job->state = x->y', 'fn(x) => y.z'], []],
    ['calls', ['IDE → POST /api/v1/jobs → Core API'], []],
  ])('%s', (_, lines, wanted) => {
    const { transitions } = readArrowBlock(lines, 1);
    expect(
      transitions.map(({ from, to, trigger }) => `${from}>${to}${trigger === undefined ? '' : `: ${trigger}`}`),
    ).toEqual(wanted);
  });
});
