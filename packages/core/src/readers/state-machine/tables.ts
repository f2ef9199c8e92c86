import { toString as plainText } from 'mdast-util-to-string';
import type { Block, Document } from '../../document/document.ts';
import { tableRows } from '../../document/table-rows.ts';
import { headingsOver, isAboutStates, isTakenBack, speaksOfStates } from './state-context.ts';
import type { MachineStatement } from './state-statement.ts';
import { stateTable } from './state-table.ts';
import { transitionMatrix } from './transition-matrix.ts';
import { transitionTable } from './transition-table.ts';

/** Tables of states, of transitions (From | To | Trigger), and matrices of both. */
export function tables(document: Document): MachineStatement[] {
  const found: MachineStatement[] = [];
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind !== 'table') continue;
    const rows = tableRows(document, block);
    const label = labelOf(document.blocks[index - 1], block);
    if (rows.length < 2 || isTakenBack(label, block.section)) continue;
    const context = isAboutStates(block.section, true) || speaksOfStates(label);
    const strong = [label, ...headingsOver(block.section).slice(0, 2)].some((text) =>
      /machine|life ?-?cycle|transition|状态机|生命周期|状態遷移|流转/i.test(text),
    );
    const said =
      transitionTable(rows, context) ??
      transitionMatrix(rows, context) ??
      stateTable(
        rows,
        context,
        strong,
        strong ||
          (context && /枚举|列挙|\benum/i.test(`${label} ${headingsOver(block.section).slice(0, 2).join(' ')}`)),
      );
    if (said && (said.states.length > 0 || said.transitions.length > 0))
      found.push({ form: 'table', section: block.section, ...said });
  }
  return found;
}

function labelOf(before: Block | undefined, block: Block): string {
  if (!before || before.section !== block.section || before.kind === 'heading' || before.kind === 'code') return '';
  return plainText(before.node).slice(-300);
}
