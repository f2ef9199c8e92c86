import { parseId } from '../../ids/id-grammar.ts';
import type { Candidate } from './candidate.ts';
import { plainSigns } from './candidate.ts';
import { fieldKey } from './field-words.ts';
import { readLabel } from './read-label.ts';
import { cellId, tableColumns } from './table-columns.ts';
import type { TextLine } from './text-line.ts';

/** Reads one table, whose rows are `lines[from]` up to `to`: a row a requirement, or one requirement whose fields are the rows. */
export function tableCandidates(
  lines: readonly TextLine[],
  from: number,
  to: number,
  patterns: readonly RegExp[],
): Candidate[] {
  const head = lines[from]?.cells ?? [];
  const rows = lines.slice(from + 1, to).map((line) => line.cells ?? []);
  const upright = uprightTable(lines, from, to);
  if (upright) return [upright];
  const columns = tableColumns(head, rows, patterns);
  if (!columns) return [];
  const found: Candidate[] = [];
  for (let index = from + 1; index < to; index += 1) {
    const line = lines[index] as TextLine;
    const cell = line.cells?.[columns.id] ?? '';
    const label = readLabel(cell, patterns);
    if (!label) continue;
    const cells = (line.cells ?? []).flatMap((text, column) => {
      const said = columns.fields[column];
      return said && column !== columns.id ? [{ column: said, text }] : [];
    });
    const at = cellStart(line.text, columns.id);
    found.push({
      id: label.id,
      form: 'table',
      start: index,
      line: line.line,
      column: line.column + at + Math.max(0, line.text.slice(at).indexOf(label.id)),
      lead: label.rest,
      tags: label.tags,
      section: line.section,
      cells,
      table: columns,
      signs: {
        ...plainSigns,
        mark: label.mark,
        marked: label.marked,
        struck: label.struck || /^~~.*~~$/.test(cells.find((each) => each.text !== '')?.text ?? ''),
        grouped: label.grouped,
        ...(label.target === undefined ? {} : { target: label.target }),
      },
    });
  }
  return found;
}

/** A table that describes one requirement: labels in its first column, and the id in a row of its own or in its header. */
function uprightTable(lines: readonly TextLine[], from: number, to: number): Candidate | undefined {
  let labels = 0;
  let own: { index: number; id: string; title: string } | undefined;
  for (let index = from; index < to; index += 1) {
    const cells = lines[index]?.cells ?? [];
    if (cells.length < 2) return undefined;
    const key = fieldKey(cells[0] ?? '');
    if (key !== undefined) labels += 1;
    const id = cellId(cells[1] ?? '');
    if (key === 'id' && !own && parseId(id)) own = { index, id, title: '' };
    const first = cellId(cells[0] ?? '');
    if (index === from && !key && parseId(first)) own = { index, id: first, title: cells[1] ?? '' };
  }
  if (!own || labels < 2) return undefined;
  const line = lines[own.index] as TextLine;
  return {
    id: own.id,
    form: 'table',
    start: from,
    line: line.line,
    column: line.column + Math.max(0, line.text.indexOf(own.id)),
    lead: '',
    ...(own.title === '' ? {} : { title: own.title }),
    tags: [],
    section: line.section,
    signs: { ...plainSigns, declared: true },
  };
}

function cellStart(row: string, column: number): number {
  let at = row.startsWith('|') ? 1 : 0;
  for (let passed = 0; passed < column; passed += 1) {
    const next = row.indexOf('|', at);
    if (next < 0) return at;
    at = next + 1;
  }
  return at;
}
