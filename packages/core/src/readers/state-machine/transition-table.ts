import type { TableRow } from '../../document/table-rows.ts';
import { readArrowBlock } from './arrow-block.ts';
import { arrowLook } from './split-arrows.ts';
import { speaksOfStates, takesBack } from './state-context.ts';
import { isIdentifier, isScreaming, isStative } from './state-name.ts';
import { cellSide, cellWords, headerWords, type TableSays } from './table-cells.ts';
import { header } from './table-headers.ts';

/** From | To | Trigger; State | Event | Next state; Transition (`A → B`) | Trigger. */
export function transitionTable(rows: readonly TableRow[], context: boolean): TableSays | undefined {
  const titles = headerWords(rows[0]);
  const to = titles.findIndex((title) => header.to.test(title));
  let from = titles.findIndex((title, index) => index !== to && header.from.test(title));
  const unique = (index: number): boolean => new Set(rows.map((row) => row.cells[index]?.text)).size === rows.length;
  if (from < 0 && to >= 0 && titles.some((title, index) => index < to && header.state.test(title) && unique(index)))
    return undefined;
  if (from < 0 && to >= 0) from = titles.findIndex((title, index) => index < to && header.state.test(title));
  const trigger = titles.findIndex((title, index) => index !== from && index !== to && header.trigger.test(title));
  const arrows = titles.findIndex((title) => header.transition.test(title));
  if (from >= 0 && to >= 0) {
    const said = rows
      .slice(1)
      .flatMap((row) =>
        rowTransitions(
          row,
          row.cells[from]?.text ?? '',
          row.cells[to]?.text ?? '',
          row.cells[trigger]?.text,
          row.cells[from]?.column ?? 1,
        ),
      );
    const headed = speaksOfStates(`${titles[from]} ${titles[to]}`);
    const told = context || headed;
    const read = said.filter((row) => row !== undefined);
    const names = new Set(
      read.flatMap((row) => [
        ...row.transitions.flatMap((step) => [step.from, step.to]),
        ...row.states.map((state) => state.name),
      ]),
    );
    names.delete('*');
    const fit = [...names].filter((name) => isScreaming(name) || isStative(name)).length / Math.max(1, names.size);
    if (
      read.length < said.length * 0.7 ||
      !(told ? fit >= 0.3 || (headed && [...names].every(isIdentifier)) : fit >= 0.7 && trigger >= 0)
    )
      return undefined;
    return { states: read.flatMap((row) => row.states), transitions: read.flatMap((row) => row.transitions) };
  }
  if (arrows >= 0) {
    const said: TableSays = { states: [], transitions: [] };
    let unread = 0;
    for (const row of rows.slice(1)) {
      const cell = row.cells[arrows];
      if (!cell || !arrowLook.test(cell.text)) continue;
      const reading = readArrowBlock([' '.repeat(cell.column - 1) + cell.text], row.line);
      unread += reading.unread;
      const why = row.cells[trigger]?.text;
      said.states.push(...reading.states);
      said.transitions.push(
        ...reading.transitions.map((step) => ({
          ...step,
          ...(why && why !== '' ? { trigger: step.trigger ?? cellWords(why) } : {}),
        })),
      );
    }
    return said.transitions.length >= 2 && unread <= said.transitions.length * 0.2 ? said : undefined;
  }
  return undefined;
}

function rowTransitions(
  row: TableRow,
  from: string,
  to: string,
  trigger: string | undefined,
  column: number,
): (TableSays | undefined)[] {
  if (from === '' && to === '') return [];
  if (takesBack(`${from} ${to}`)) return [];
  const source = cellSide(from);
  const target = cellSide(to);
  const at = { line: row.line, lastLine: row.line, column };
  if (!source || !target) return [undefined];
  const said: TableSays = { states: [], transitions: [] };
  const why = trigger === undefined ? '' : cellWords(trigger);
  if (source.start) said.states.push(...target.names.map((name) => ({ ...at, name: name.name, initial: true })));
  else if (target.end && target.names.length === 0)
    said.states.push(...source.names.map((name) => ({ ...at, name: name.name, terminal: true })));
  for (const one of source.names) {
    for (const other of target.names) {
      said.transitions.push({ ...at, from: one.name, to: other.name, ...(why === '' ? {} : { trigger: why }) });
    }
  }
  return [said];
}
