import type { Block, Document } from '../../document/document.ts';
import type { Meaning } from './column-meaning.ts';
import { columnMeaning, columnsOf } from './column-meaning.ts';
import type { Declaration } from './declaration.ts';
import { introducedAs } from './defines-nothing.ts';
import type { EndpointPath } from './endpoint-path.ts';
import { readEndpointPath } from './endpoint-path.ts';
import { findEndpoints, readMethods, withOptional } from './find-endpoints.ts';
import type { ReadTable, TableRow } from './table-rows.ts';
import { readTable } from './table-rows.ts';

/** Columns of tables that retell endpoints: limits, replacements, traces to screens and requirements. */
const retelling =
  /\b(?:rate|limit|window|per minute|throttle|burst|replacement|replaced by|successor|sunset|removed in|deprecated|old|new|before|after|from|to|change|reason for change|legacy)\b|限流|频率|替代|旧|新接口|이전|이후/i;
const tracing =
  /^(?:requirements?|req\.?(?: ?ids?)?|fr|user stor(?:y|ies)|stor(?:y|ies)|screens?|pages?|components?|views?|ui|tests?|test cases?|features?|use cases?|페이지|화면|页面|画面|pantalla)\b/i;

/** Endpoints of one table: a row each, with a method column, or `METHOD /path` in one cell. */
export function declaredByTable(document: Document, block: Block<'table'>, index: number): Declaration[] {
  const table = readTable(document, block);
  if (introducedAs(document, index) !== undefined && introducedAs(document, index) === 'wrong') return [];
  const links = table.rows.filter(({ raw }) =>
    raw.some((cell) => /\]\((?!https?:)[^)#]+\.mdx?(?:#[^)]*)?\)/.test(cell)),
  ).length;
  if (links * 2 > table.rows.length) return [];
  const columns = columnsOf(table.header);
  const read = endpointColumns(table, columns);
  if (!read) return [];
  if (read.method === undefined && tracing.test(table.header[0] ?? '') && read.path !== 0) return [];
  if (
    table.header.some(
      (cell, at) =>
        at !== read.path && at !== read.method && columnMeaning(cell) !== 'description' && retelling.test(cell),
    )
  )
    return [];
  if (/^(?:old|before|deprecated|removed|legacy)\b/i.test(table.header[read.path] ?? '')) return [];
  return table.rows.flatMap((row) => {
    const raw = document.lines[row.line - 1] ?? '';
    if (raw.includes('~~') || /🚫/.test(raw)) return [];
    const cells = new Map<Meaning, string>();
    for (const [meaning, at] of columns)
      if (at !== read.path && at !== read.method) cells.set(meaning, row.raw[at] ?? '');
    return endpointsOf(row, read).map(({ method, path, words }) => ({
      method,
      path,
      form: 'row' as const,
      line: row.line,
      column: Math.max(1, raw.search(/\S/) + 1),
      block,
      section: block.section,
      words,
      cells,
    }));
  });
}

interface EndpointColumns {
  readonly path: number;
  readonly method?: number;
}

/** Which columns hold path and method: by their headers, confirmed by what most cells hold. */
function endpointColumns(table: ReadTable, columns: ReadonlyMap<Meaning, number>): EndpointColumns | undefined {
  const most = (at: number, holds: (cell: string) => boolean) => {
    const cells = table.rows.map((row) => row.cells[at] ?? '').filter((cell) => cell !== '');
    return cells.length > 0 && cells.filter(holds).length >= cells.length * 0.5;
  };
  const isMethod = (cell: string) =>
    /^(?:GET|POST|PUT|PATCH|DELETE|DEL|HEAD|OPTIONS|WSS?|WebSocket|SSE|ANY|ALL)(?:\b|$)/i.test(cell) &&
    cell.length <= 40;
  const isPath = (cell: string) => /^(?:https?:\/\/|wss?:\/\/|\/|\{\{?\w|[A-Z_]+\/)/.test(cell);
  const isBoth = (cell: string) => findEndpoints(cell)[0]?.start === 0;
  const indexes = table.header.map((_, at) => at);
  const method = indexes.find((at) => most(at, isMethod) && !most(at, isBoth));
  const both = indexes.find((at) => most(at, isBoth));
  if (both !== undefined) return { path: both };
  if (method === undefined) return undefined;
  const byHeader = columns.get('path');
  const path =
    byHeader !== undefined && most(byHeader, isPath)
      ? byHeader
      : indexes.find((at) => at !== method && most(at, isPath));
  return path === undefined ? undefined : { path, method };
}

function endpointsOf(row: TableRow, columns: EndpointColumns): { method: string; path: EndpointPath; words: string }[] {
  const cell = row.cells[columns.path] ?? '';
  const inCell = cell.split('\n').flatMap((line) => findEndpoints(line.trim()).slice(0, 1));
  if (inCell.length > 0)
    return inCell.flatMap((one) =>
      one.methods.map((method) => ({ method, path: one.path, words: cell.slice(one.end) })),
    );
  if (columns.method === undefined) return [];
  const methods = readMethods(row.cells[columns.method] ?? '');
  const written = /^(?:[^\s{<[(]|\{[^{}]*\}+|<[^<>]*>|\[[^[\]]*\]+|\([^()]*\))+/.exec(cell)?.[0] ?? '';
  const paths = isAddress(written)
    ? withOptional(written.replace(/[,;]$/, '')).flatMap((one) => alternatives(readEndpointPath(one)))
    : [];
  return paths.flatMap((one) => methods.map((method) => ({ method, path: one, words: cell.slice(written.length) })));
}

/** `/stock/lock|release` is two paths. */
function alternatives(path: EndpointPath | undefined): EndpointPath[] {
  if (!path) return [];
  const [first = '', ...others] = path.path.split('|');
  if (others.some((other) => !/^[a-z][\w-]*$/i.test(other))) return [path];
  return [first, ...others.map((other) => first.replace(/[^/]+$/, other))].map((one) => ({ ...path, path: one }));
}

function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|wss?:\/\/|\/|\{\{?\w|\$\w|<\w|[A-Z][A-Z_]*\/|[a-z][\w-]*\/[\w{:<])/.test(text);
}
