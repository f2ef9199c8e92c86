import type { TableRow } from '../../document/table-rows.ts';
import { takesBack } from './state-context.ts';
import { isEnd, isScreaming, isStative, leadingName } from './state-name.ts';
import { cellSide, cellWords, headerWords, type TableSays, yes } from './table-cells.ts';
import { header } from './table-headers.ts';

/** State | Meaning, with columns for what is terminal and where one can go next. */
export function stateTable(
  rows: readonly TableRow[],
  context: boolean,
  strong: boolean,
  enumerated: boolean,
): TableSays | undefined {
  const titles = headerWords(rows[0]);
  let column = titles.findIndex((title) => header.state.test(title));
  if (column < 0 && enumerated && header.value.test(titles[0] ?? '')) column = 0;
  if (column < 0 || column > 1 || (column === 1 && !/^(?:#|no\.?|id|order|step|nr|)$/i.test(titles[0] ?? '')))
    return undefined;
  const note = titles.findIndex((title) => header.note.test(title));
  const next = titles.findIndex((title, index) => index !== column && header.next.test(title));
  const terminal = titles.findIndex((title) => header.terminal.test(title));
  const initial = titles.findIndex((title) => header.initial.test(title));
  const body = rows.slice(1);
  const names = body.map((row) => leadingName(row.cells[column]?.text ?? ''));
  const good = names.filter((name) => name !== undefined);
  if (good.length < 2 || good.length < body.length * 0.8) return undefined;
  const told = context || next >= 0 || terminal >= 0;
  const shaped = good.filter((name) => name.style === 'code' || isScreaming(name.name)).length / good.length;
  const stative = good.filter((name) => isStative(name.name)).length / good.length;
  if (!(told && (shaped >= 0.7 || stative >= 0.4)) && !(shaped >= 0.7 && stative >= 0.5 && note >= 0)) return undefined;
  if (new Set(good.map((name) => name.name)).size < good.length * 0.7) return undefined;
  if (header.value.test(titles[column] ?? '') && (shaped < 0.8 || stative < 0.4)) return undefined;
  const machine = next >= 0 || terminal >= 0 || strong;
  if (shaped < 0.7 && !machine && (note < 0 || /status/i.test(titles[column] ?? ''))) return undefined;
  if (
    shaped < 0.7 &&
    good.filter((name) =>
      /^(?:hover(?:ed)?|focus(?:ed)?|pressed|default|loading|empty|skeleton|disabled)$/i.test(name.name),
    ).length >= 2
  )
    return undefined;
  if (
    good.some((name) => /^superseded$/i.test(name.name)) &&
    good.some((name) => /^(?:accepted|proposed)$/i.test(name.name))
  )
    return undefined;
  const said: TableSays = { states: [], transitions: [] };
  for (const [index, row] of body.entries()) {
    const name = names[index];
    if (!name || takesBack(row.cells[column]?.text ?? '')) continue;
    const at = { line: row.line, lastLine: row.line, column: row.cells[column]?.column ?? 1 };
    const noted = cellWords(row.cells[note]?.text ?? '');
    const last = next >= 0 && isEnd(row.cells[next]?.text ?? '') && /\w/.test(row.cells[next]?.text ?? '');
    const ends =
      last ||
      (terminal >= 0
        ? yes.test(cellWords(row.cells[terminal]?.text ?? ''))
        : /\b(?:terminal|final state|end state)\b|终态|終態/i.test(`${name.rest} ${noted}`) &&
          !/\b(?:non|not)[- ]?(?:a )?terminal/i.test(noted));
    const starts =
      initial >= 0
        ? yes.test(cellWords(row.cells[initial]?.text ?? ''))
        : /\binitial state\b/i.test(`${name.rest} ${noted}`);
    said.states.push({
      ...at,
      name: name.name,
      ...(ends ? { terminal: true } : {}),
      ...(starts ? { initial: true } : {}),
      ...(noted === '' ? {} : { note: noted }),
    });
    const targets =
      next < 0 || isEnd(row.cells[next]?.text ?? '')
        ? undefined
        : cellSide((row.cells[next]?.text ?? '').replace(/^→\s*/, ''));
    for (const target of targets?.names ?? [])
      said.transitions.push({ ...at, from: name.name, to: target.name, column: row.cells[next]?.column ?? 1 });
  }
  return said;
}
