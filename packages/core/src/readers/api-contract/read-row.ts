import { readAccess } from './access.ts';
import type { EndpointDetail } from './endpoint-detail.ts';
import { collectDetail } from './endpoint-detail.ts';
import { inlineFields, labelledParts, readBeside } from './inline-fields.ts';
import { statusesOf } from './part-label.ts';
import { plainLine } from './plain-line.ts';
import { readProse } from './read-prose.ts';
import { repliedCodes } from './reply-words.ts';
import type { Settled } from './settle-declarations.ts';

/** What the cells of a row, or the words of a list item, say of an endpoint. */
export function readRow(settled: Settled, known: ReadonlySet<string>): EndpointDetail {
  const { declaration, path } = settled;
  const { line } = declaration;
  const collector = collectDetail(declaration.method, path);
  const query = declaration.path.query.map((name) => ({ name, required: false, offset: 0 }));
  collector.addFields('query', [], query, line);
  if (declaration.form === 'item') readBeside(declaration.words, collector, line, known);
  else readProse(declaration.words, false, collector, line, known);
  for (const [meaning, raw] of declaration.cells ?? []) {
    const text = plainLine(raw);
    if (meaning === 'request' || meaning === 'response') {
      collector.addFields(meaning, [], inlineFields(raw, meaning), line);
    }
    if (meaning === 'description')
      for (const [part, fields] of labelledParts(raw)) collector.addFields(part, [], fields, line);
    if (meaning === 'description' && /^\W*\{/.test(text)) readBeside(text, collector, line, known);
    else if (meaning === 'status') collector.addStatuses(statusesOf(text));
    else if (meaning === 'response')
      collector.addStatuses(statusesOf(text).filter((status) => status >= 400 || /^\W*[1-5]\d\d\b/.test(text)));
    else if (meaning === 'errors') readErrors(text);
    if (meaning !== 'name' && meaning !== 'access') readProse(text, meaning === 'errors', collector, line, known);
  }
  return collector.detail;

  function readErrors(text: string): void {
    collector.addStatuses(statusesOf(text));
    for (const { code, status } of repliedCodes(text, known, true))
      collector.addCode(code, line, status === undefined ? [] : [status]);
  }
}

/** What the access cell of a row says. */
export function accessOfCells(settled: Settled): boolean | undefined {
  const said = settled.declaration.cells?.get('access');
  return said === undefined ? undefined : readAccess(plainLine(said));
}
