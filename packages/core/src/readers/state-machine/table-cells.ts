import type { TableRow } from '../../document/table-rows.ts';
import { readSide, type Side } from './split-arrows.ts';
import { isEnd, isStart } from './state-name.ts';
import type { StateStatement, TransitionStatement } from './state-statement.ts';

/** What a table says. */
export interface TableSays {
  states: StateStatement[];
  transitions: TransitionStatement[];
}

/** The words of a header row, without emphasis and remarks in brackets. */
export function headerWords(row: TableRow | undefined): string[] {
  return (row?.cells ?? []).map((cell) =>
    cell.text
      .replace(/[*_`]/g, '')
      .replace(/[（(][^()（）]*[)）]\s*$/, '')
      .trim(),
  );
}

/** A cell's words; a lone dash is nothing. */
export function cellWords(text: string): string {
  return text
    .replace(/^[-–—]$/, '')
    .replace(/[*_`]/g, '')
    .trim();
}

/** The states a cell names; `start` and `end` when it says that there are none. */
export function cellSide(text: string): Side | undefined {
  const lines = text
    .split(/<br\s*\/?>/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (lines.length > 1) {
    const sides = lines.map((part) => readSide(part));
    return sides.every((side) => side) ? { names: sides.flatMap((side) => side?.names ?? []) } : undefined;
  }
  if (isStart(text) || isEnd(text) || text === '') return { names: [], start: true, end: true };
  return readSide(text);
}

/** Cells that deny. */
export const no = /^(?:|[-–—.·]|no|n|n\/a|✗|✘|×|❌|🚫|false|0|forbidden|invalid|否|不可)$/i;
/** Cells that affirm. */
export const yes = /^(?:yes|y|✓|✔️?|✅|☑️?|x|•|●|true|1|ok|allowed|valid|是|可|○|◯)$/i;
