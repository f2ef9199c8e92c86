import type { Block, Document } from '../../document/document.ts';
import { columnsOf } from './column-meaning.ts';
import type { DetailCollector } from './endpoint-detail.ts';
import { readFieldTable } from './field-table.ts';
import { inlineFields } from './inline-fields.ts';
import type { Part } from './part-label.ts';
import { readPartLabel, statusesOf } from './part-label.ts';
import { readProse } from './read-prose.ts';
import { repliedCodes } from './reply-words.ts';
import type { ReadTable } from './table-rows.ts';
import { readTable } from './table-rows.ts';

/** A table of two columns whose first cells are labels (`| URL | … |`, `| Params | … |`): each row is a labelled line. */
export function readKeyedTable(
  document: Document,
  block: Block<'table'>,
  declared: number,
  collector: DetailCollector,
  known: ReadonlySet<string>,
): boolean {
  if (declared < block.line || declared > block.lastLine) return false;
  for (const row of readTable(document, block).rows) {
    const [label = '', value = ''] = row.cells;
    if (row.line === declared || row.cells.length !== 2) continue;
    const part = readPartLabel(`${label}:`);
    if (!part || part.part === 'other') continue;
    collector.addFields(part.part, part.statuses, inlineFields(row.raw[1] ?? '', part.part), row.line);
    readProse(value, part.part === 'error', collector, row.line, known);
  }
  return true;
}

/** A table of fields, of statuses or of codes inside an endpoint's block. `part` is what the text above it says. */
export function readDetailTable(
  table: ReadTable,
  state: { readonly part: Part | undefined; readonly statuses: readonly number[] },
  collector: DetailCollector,
  known: ReadonlySet<string>,
): void {
  const columns = columnsOf(table.header);
  const fields = readFieldTable(table, columns);
  const first = table.rows[0]?.line ?? 1;
  if (fields && state.part !== 'error') {
    const part = state.part === undefined || state.part === 'other' ? 'request' : state.part;
    for (const field of fields)
      collector.addFields(
        field.in && part !== 'response' ? (field.in === 'body' ? 'body' : field.in) : part,
        state.statuses,
        [{ ...field, offset: 0 }],
        first + field.offset - 2,
      );
    return;
  }
  const status = columns.get('status') ?? columns.get('code') ?? 0;
  for (const row of table.rows) {
    const statuses = statusesOf(row.cells[status] ?? '');
    if (statuses.length === 0 && !columns.has('code')) continue;
    collector.addStatuses(statuses);
    const at = columns.get('code') ?? columns.get('errors');
    const code = /^[`"]?([A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)+|[A-Z]{4,})[`"]?$/.exec(row.cells[at ?? -1] ?? '')?.[1];
    if (code) collector.addCode(code, row.line, statuses);
    else
      for (const named of repliedCodes(row.cells.join(' | '), known, false))
        collector.addCode(named.code, row.line, named.status === undefined ? statuses : [named.status]);
  }
}
