import type { Block, Document } from '../../document/document.ts';
import { columnsOf } from './column-meaning.ts';
import type { ListedCode } from './error-codes.ts';
import { statusesOf } from './part-label.ts';
import { headingWords, plainLine } from './plain-line.ts';
import { readTable } from './table-rows.ts';

const snake = /^[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)+$/;
const constant = /^(?:[A-Z][A-Z0-9]*(?:[_.-][A-Z0-9]+)*|[A-Z]{1,6}-?\d{2,6})$/;
const spelled =
  /^(?:[a-z][a-z0-9]*(?:[_./:-][a-z0-9]+)+|(?:[A-Z][a-z0-9]+){2,}|[A-Z][a-z]+(?:Error|Exception)|[a-z]+(?:[A-Z][a-z0-9]+)+)$/;
const number = /^-?\d{1,7}$/;

/** True when the words are shaped like a machine-readable code. A number counts unless it is an HTTP status. */
function isCode(text: string): boolean {
  if (number.test(text)) return !/^[1-5]\d\d$/.test(text);
  return text.length <= 80 && (constant.test(text) ? text.length > 2 : spelled.test(text));
}

/** Codes of a table with a code column. Without a status column the words around it must speak of errors. */
export function codesInTable(
  document: Document,
  block: Block<'table'>,
  topic: 'error' | 'denial' | undefined,
): ListedCode[] {
  const table = readTable(document, block);
  const columns = columnsOf(table.header);
  if (columns.has('method') || columns.has('path') || table.rows.length === 0) return [];
  const share = (at: number, holds: (cell: string) => boolean) =>
    table.rows.filter((row) => holds(row.cells[at] ?? '')).length / table.rows.length;
  const indexes = table.header.map((_, at) => at);
  const status = indexes.find(
    (at) => share(at, (cell) => /^(?:HTTP )?[1-5]\d\d\b/.test(cell)) >= 0.6 && share(at, (cell) => isCode(cell)) < 0.5,
  );
  const holdsCode = (at: number) => at !== status && share(at, (cell) => codesOfCell(cell).length > 0) >= 0.6;
  const headed = ['code', 'errors'] as const;
  const byHeader = headed.map((meaning) => columns.get(meaning)).find((at) => at !== undefined && holdsCode(at));
  const named = indexes.find(
    (at) => /^(?:error|code|错误|name|key|value|reason|denial)/i.test(table.header[at] ?? '') && holdsCode(at),
  );
  const capital = indexes.find((at) => at !== status && share(at, (cell) => snake.test(cell)) >= 0.6);
  const code =
    byHeader ?? (topic === undefined ? undefined : (named ?? capital)) ?? (status === undefined ? undefined : capital);
  if (code === undefined || (topic === undefined && status === undefined)) return [];
  if (
    topic === undefined &&
    share(code, (cell) => codesOfCell(cell).some((one) => constant.test(one) && !number.test(one))) < 0.5
  )
    return [];
  const text = columns.get('description') ?? indexes.findLast((at) => at !== code && at !== status);
  return table.rows.flatMap((row) => {
    if ((document.lines[row.line - 1] ?? '').includes('~~')) return [];
    const found = statusesOf(row.cells[status ?? -1] ?? '');
    if (found[0] !== undefined && found[0] < 400) return [];
    const meaning = text === undefined ? '' : (row.cells[text] ?? '').replace(/\s+/g, ' ').slice(0, 200);
    return codesOfCell(row.cells[code] ?? '').map((one) => ({
      code: one,
      line: row.line,
      meaning,
      ...(found[0] === undefined ? {} : { status: found[0] }),
    }));
  });
}

function codesOfCell(cell: string): string[] {
  const parts = cell
    .replace(/["'“”]/g, '')
    .split(/\s*[,/、|\n]\s*|\s+(?:or|and)\s+/)
    .map((part) => part.replace(/\s*[（(].*$/, '').trim());
  return parts.every((part) => isCode(part)) ? parts : [];
}

const item =
  /^\s*(?:[-*+•]|\d+[.)])\s+(?:\[[ x]\]\s+)?(?:(?:HTTP\s*)?[`*]*([1-5]\d\d)[`*]*\s*[-–—:：/]?\s*)?(`|\*\*`?|["'])?([A-Za-z-][\w./-]{2,80}|-?\d{4,7})(`?\*\*|[`"'])?\s*(.*)$/;

/** A list item that starts with a code: `` - `CODE` (409): words ``, `- 409 CODE – words`. */
export function codesInItem(document: Document, block: Block<'item'>): ListedCode[] {
  const match = item.exec(document.lines[block.line - 1] ?? '');
  const code = match?.[3];
  if (
    !match ||
    !code ||
    !isCode(code) ||
    (match[2] === undefined && !snake.test(code)) ||
    (spelled.test(code) && match[2] === undefined)
  )
    return [];
  const rest = plainLine(match[5] ?? '');
  if (rest !== '' && !/^\s*(?:[-–—:：|(（=→,/]|[1-5]\d\d\b)/.test(rest)) return [];
  const status = match[1] ?? /^\W*(?:HTTP\s*|status\s*)?([1-5]\d\d)(?!\d)/i.exec(rest)?.[1];
  if (status === undefined && /^[A-Za-z]*[a-z][A-Z]/.test(code)) return [];
  const more = [...rest.matchAll(/^(?:\s*[,/|、]\s*([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+))+/g)].flatMap((all) =>
    all[0].split(/\s*[,/|、]\s*/).filter((one) => snake.test(one)),
  );
  const meaning = rest.replace(/^[\s\-–—:：|(（]*(?:(?:HTTP\s*)?[1-5]\d\d)?[\s\-–—:：|)）]*/, '').slice(0, 200);
  return [code, ...more].map((one) => ({
    code: one,
    line: block.line,
    meaning,
    ...(status ? { status: Number(status) } : {}),
  }));
}

/** A heading that is a code: `### INVALID_REQUEST (400)`, `### -1003 TOO_MANY_REQUESTS`. */
export function codesInHeading(document: Document, block: Block<'heading'>): ListedCode[] {
  const words = headingWords(document.lines[block.line - 1] ?? '');
  const match =
    /^(?:([1-5]\d\d)\s*[-–—:：/]?\s*)?([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|-\d{3,6}|\d{4,7})(?=$|\s|[:：(（])\s*(.*)$/.exec(
      words,
    );
  if (!match?.[2] || /^(?:to|through|until|bis|[-–—~])\s*-?\d/.test(match[3] ?? '')) return [];
  const status = match[1] ?? statusesOf(match[3] ?? '')[0];
  const rest = (match[3] ?? '').replace(/^[\s\-–—:：(（]+|[)）\s]+$/g, '');
  const meaning = rest === status?.toString() ? '' : rest;
  return [{ code: match[2], line: block.line, meaning, ...(status === undefined ? {} : { status: Number(status) }) }];
}

/** Lines of a fence such as `CODE  409  words`, or the members of an enum or union of error codes. */
export function codesInFence(block: Block<'code'>): ListedCode[] {
  if (/^(?:json|jsonc|http|bash|sh|shell|curl)$/i.test(block.node.lang ?? '')) return [];
  const lines = block.node.value.split('\n');
  const typed = lines.some((line) => /\b(?:enum|type|const|class)\s+\w*(?:Error|Denial|Code|Reason)\w*/.test(line));
  return lines.flatMap((text, offset) => {
    const at = { line: block.line + 1 + offset };
    const listed =
      /^\s*(?:[-*]\s+)?([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?:\s*[:=(]\s*|\s+)(?:HTTP\s*)?([1-5]\d\d)(?!\d)\)?\s*(.*)$/.exec(
        text,
      );
    if (listed?.[1])
      return [
        {
          ...at,
          code: listed[1],
          status: Number(listed[2]),
          meaning: (listed[3] ?? '').replace(/^[\s\-–—:：|,]+/, ''),
        },
      ];
    if (!typed) return [];
    const quoted = [...text.matchAll(/["']([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[a-z]+(?:_[a-z0-9]+)+)["']/g)].map(
      (match) => match[1] ?? '',
    );
    const member = /^\s*([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)\s*(?:,|=\s*["'\d-]|$)/.exec(text)?.[1];
    return (quoted.length > 0 ? quoted : member && member.length > 2 ? [member] : []).map((code) => ({ ...at, code }));
  });
}
