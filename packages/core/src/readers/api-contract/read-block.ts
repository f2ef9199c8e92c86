import type { Block, Document } from '../../document/document.ts';
import { accessInLine } from './access.ts';
import type { DetailCollector, EndpointDetail } from './endpoint-detail.ts';
import { collectDetail } from './endpoint-detail.ts';
import { columnsOf } from './column-meaning.ts';
import { readFieldTable } from './field-table.ts';
import type { ObjectField } from './object-fields.ts';
import { readObject } from './object-fields.ts';
import type { Part } from './part-label.ts';
import { readPartLabel, statusesOf, tellsBeside } from './part-label.ts';
import { headingWords, plainLine } from './plain-line.ts';
import { readFence } from './read-fence.ts';
import { namedDenials, repliedCodes, repliedStatuses } from './reply-words.ts';
import type { Settled } from './settle-declarations.ts';
import { readShapeLines } from './shape-lines.ts';
import type { ReadTable } from './table-rows.ts';
import { readTable } from './table-rows.ts';

interface State {
  part: Part | undefined;
  statuses: readonly number[];
}

export interface ReadBlock extends EndpointDetail {
  readonly access: boolean | undefined;
  /** First sentence of prose. */
  readonly prose: string | undefined;
}

/** Reads the block of one endpoint: its fences, tables, lists and prose, told apart by the labels above them. */
export function readEndpointBlock(document: Document, settled: Settled, known: ReadonlySet<string>): ReadBlock {
  const { declaration, from, lastLine } = settled;
  const collector = collectDetail(declaration.method, settled.path);
  collector.addFields('query', [], declaration.path.query.map((name) => ({ name, required: false, offset: 0 })), declaration.line);
  const state: State = { part: undefined, statuses: [] };
  const loose: { readonly fields: readonly ObjectField[]; readonly line: number }[] = [];
  const ways = new Set<Part>();
  let access: boolean | undefined;
  let prose: string | undefined;
  let muted = 0;
  let scope: { readonly lastLine: number; readonly state: State } | undefined;
  for (const block of blocksBetween(document, from, lastLine)) {
    if (block.line <= muted) continue;
    if (block.kind === 'heading') {
      if (block.line === declaration.line || block.line <= from) continue;
      const title = headingWords(document.lines[block.line - 1] ?? '');
      const label = readPartLabel(title);
      if (tellsBeside(title)) muted = block.section.lastLine;
      enter(state, label?.part, label?.statuses ?? [], collector);
    } else if (block.kind === 'code') {
      for (const segment of readFence(block.node)) {
        const line = block.line + 1 + segment.start;
        const part = segment.part ?? state.part;
        const statuses = segment.part === undefined ? state.statuses : segment.statuses;
        if (segment.labelled) collector.addStatuses(segment.statuses);
        if (part === undefined) loose.push({ fields: segment.fields, line });
        else collector.addFields(part, statuses, segment.fields, line);
        if (part !== undefined && segment.fields.length > 0) ways.add(part);
        for (const [offset, text] of segment.lines.entries()) for (const reason of namedDenials(text)) if (offset >= 0) collector.addDenial(reason);
        if (segment.labelled && /\(authenticated\)/i.test(block.node.value)) access ??= true;
      }
    } else if (block.kind === 'table') {
      if (readKeyedTable(document, block, declaration.line, collector, known)) continue;
      readDetailTable(readTable(document, block), state, collector, known);
    } else if (block.kind === 'paragraph') {
      for (let line = Math.max(block.line, from); line <= Math.min(block.lastLine, lastLine); line += 1) {
        const raw = document.lines[line - 1] ?? '';
        const said = raw.replace(/^\s*(?:>\s?)*\s*(?:[-*+•]\s+|\d+[.)]\s+)?/, '').trim();
        const text = plainLine(said).trim();
        if (text === '') continue;
        access ??= accessInLine(text);
        if (scope && line > scope.lastLine) {
          Object.assign(state, scope.state);
          scope = undefined;
        }
        if (line === declaration.line) {
          if (declaration.form === 'line') readBeside(declaration.words, collector, line, known);
          continue;
        }
        const before = { ...state };
        const term = /^\s*:\s+\S/.test(document.lines[line] ?? '') ? /^:?([A-Za-z_$][\w$.[\]-]*)(?:=.*)?$/.exec(text)?.[1] : undefined;
        if (term) {
          const told = plainLine(document.lines[line] ?? '');
          if (state.part !== undefined) collector.addFields(state.part, state.statuses, readShapeLines([`- ${term} ${told.replace(/\s*\{\{.*?\}\}\s*/, /required/.test(told) ? ' (required) ' : ' ')}`]), line);
          continue;
        }
        const labelled = readLabelled(raw, text, block, state, collector, line, known);
        if (labelled === 'inline' && block.parent?.kind === 'item') scope ??= { lastLine: block.parent.lastLine, state: before };
        if (labelled === undefined) {
          if (block.parent?.kind === 'item') readListField(raw, state, collector, line);
          readProse(said, state.part === 'error', collector, line, known);
          if (!block.parent && !/^(?:\*\*|!|<|\|)/.test(raw.trim())) prose ??= text;
        }
        if (state.part !== undefined) ways.add(state.part);
      }
    }
  }
  placeLoose(loose, declaration.method, ways, collector);
  return { ...collector.detail, access, prose: prose === undefined ? undefined : firstSentence(prose) };
}

function blocksBetween(document: Document, from: number, last: number): Block[] {
  let low = 0;
  let high = document.blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((document.blocks[middle]?.lastLine ?? 0) < from && document.blocks[middle]?.kind !== 'item') low = middle + 1;
    else high = middle;
  }
  const found: Block[] = [];
  for (let index = Math.max(0, low - 1); index < document.blocks.length; index += 1) {
    const block = document.blocks[index];
    if (!block || block.line > last) break;
    if (block.lastLine >= from) found.push(block);
  }
  return found;
}

function enter(state: State, part: Part | undefined, statuses: readonly number[], collector: DetailCollector): void {
  state.part = part;
  state.statuses = statuses;
  collector.addStatuses(statuses);
}

/** A line that is a label (`**Response 200:**`, `Body: { a, b }`) changes the part; what stands after it is read at once (`inline`). */
function readLabelled(raw: string, text: string, block: Block, state: State, collector: DetailCollector, line: number, known: ReadonlySet<string>): 'alone' | 'inline' | undefined {
  const bold = /^\s*(?:[-*+•]\s+)?(?:\*\*|__)[^*_]+(?:\*\*|__)[:：]?\s*(?:`[^`]*`[:：]?)?\s*$/.test(raw);
  const colon = text.search(/[:：](?=\s|$)/);
  if (!bold && (colon < 0 || colon > 60)) return undefined;
  const label = readPartLabel(text);
  if (!label) {
    if (bold && !block.parent) enter(state, undefined, [], collector);
    return undefined;
  }
  if (label.rest === '') {
    enter(state, label.part, label.statuses, collector);
    return 'alone';
  }
  if (label.part !== 'other') enter(state, label.part, label.statuses, collector);
  const rest = raw.slice(raw.search(/[:：](?=[\s*`_]|$)/) + 1);
  collector.addFields(label.part, label.statuses, inlineFields(rest, label.part), line);
  readProse(label.part === 'error' || label.part === 'response' ? `: ${label.rest}` : label.rest, label.part === 'error', collector, line, known);
  if (label.part === 'error') for (const { code, status } of repliedCodes(label.rest, known, true)) collector.addCode(code, line, status === undefined ? label.statuses : [status]);
  if (label.part === 'response' || label.part === 'error') collector.addStatuses(statusesOf(/^\W*(?:HTTP\s*)?[1-5]\d\d(?!\d|[,.]\d)/i.exec(label.rest)?.[0] ?? ''));
  return 'inline';
}

const written = /\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/;

/** Words beside a method and path: `{ a } → { b }`, statuses, codes. */
export function readBeside(words: string, collector: DetailCollector, line: number, known: ReadonlySet<string>): void {
  readProse(words, false, collector, line, known);
  const arrow = words.search(/→|=>|->|\breturns?\b/);
  const [before, after] = arrow < 0 ? [words, ''] : [words.slice(0, arrow), words.slice(arrow)];
  const asked = written.exec(before)?.[0];
  const replied = written.exec(after)?.[0];
  if (asked) collector.addFields('request', [], inlineFields(asked, 'request'), line);
  if (replied) collector.addFields('response', [], inlineFields(replied, 'response'), line);
}

/** Fields written on one line: `{ email, token? }`, `?page=&size=`, or names in code spans. */
export function inlineFields(raw: string, part: Part): ObjectField[] {
  const object = raw.search(/\{\s*["'\w]/);
  if (object >= 0 && part !== 'path') {
    const from = raw[object - 1] === '[' ? object - 1 : object;
    return readObject(raw.slice(from).replace(/`/g, '')).map((field) => ({ ...field, offset: 0 }));
  }
  const query = /[?&]([A-Za-z_][\w.-]*)(?==|&|$|[\s`,])/g;
  const queried = [...raw.matchAll(query)].map((match) => match[1] ?? '');
  if (queried.length > 0) return queried.map((name) => ({ name, offset: 0 }));
  if (part === 'response' || part === 'error' || part === 'other') return [];
  return [...raw.matchAll(/`([^`]+)`/g)]
    .flatMap((match) => (match[1] ?? '').split(/\s*[,;]\s*/))
    .flatMap((written) => /^([A-Za-z_$][\w$.-]*)(\?)?\*?(?:\s*[(:=].*)?$/.exec(written) ?? [])
    .flatMap((name, index, all) => (index % 3 === 1 && name ? [{ name, ...(all[index + 1] ? { required: false } : {}), offset: 0 }] : []));
}

const listed = /^\s*(?:>\s?)*(?:[-*+•]|\d+[.)])\s+(?:\*\*)?(?:`[^`]+`|[A-Za-z_$][\w$.[\]-]*(?=\*\*|\s*\(|\s*[:：]))/;

function readListField(raw: string, state: State, collector: DetailCollector, line: number): void {
  if (state.part === undefined || state.part === 'error' || state.part === 'other' || !listed.test(raw)) return;
  const [field] = readShapeLines([`- ${plainLine(raw.replace(/^\s*(?:>\s?)*(?:[-*+•]|\d+[.)])\s+/, ''))}`]);
  if (field && !/^\d/.test(field.name) && field.name === field.name.replace(/^[A-Z_]{4,}$/, '')) collector.addFields(state.part, state.statuses, [field], line);
}

function readProse(text: string, inErrors: boolean, collector: DetailCollector, line: number, known: ReadonlySet<string>): void {
  collector.addStatuses(repliedStatuses(text));
  for (const { code, status } of repliedCodes(text, known, inErrors)) collector.addCode(code, line, status === undefined ? [] : [status]);
  for (const reason of namedDenials(text)) collector.addDenial(reason);
}

/** A table of two columns whose first cells are labels (`| URL | … |`, `| Params | … |`): each row is a labelled line. */
function readKeyedTable(document: Document, block: Block<'table'>, declared: number, collector: DetailCollector, known: ReadonlySet<string>): boolean {
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

function readDetailTable(table: ReadTable, state: State, collector: DetailCollector, known: ReadonlySet<string>): void {
  const columns = columnsOf(table.header);
  const fields = readFieldTable(table, columns);
  const first = table.rows[0]?.line ?? 1;
  if (fields && state.part !== 'error') {
    const part = state.part === undefined || state.part === 'other' ? 'request' : state.part;
    for (const field of fields) collector.addFields(field.in && part !== 'response' ? field.in === 'body' ? 'body' : field.in : part, state.statuses, [{ ...field, offset: 0 }], first + field.offset - 2);
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
    else for (const named of repliedCodes(row.cells.join(' | '), known, false)) collector.addCode(named.code, row.line, named.status === undefined ? statuses : [named.status]);
  }
}

/** Fences nobody labelled: of a request without body they are replies, else the first is the request unless one was labelled. */
function placeLoose(loose: readonly { readonly fields: readonly ObjectField[]; readonly line: number }[], method: string, ways: ReadonlySet<Part>, collector: DetailCollector): void {
  const bodyless = method === 'GET' || method === 'HEAD' || method === 'DELETE';
  const asked = ways.has('request') || ways.has('body');
  const replied = ways.has('response');
  const told = collector.detail.replies.some(({ status, fields }) => status !== undefined && status < 400 && fields.length > 0);
  for (const [index, { fields, line }] of loose.entries()) {
    const again = index > 0 && alike(loose[0]?.fields ?? [], fields);
    const reply = bodyless || asked || (index > 0 && !replied && !again);
    if (!reply || !told) collector.addFields(reply ? 'response' : 'request', [], fields, line);
  }
}

/** Two objects that share most of their top keys are two examples of one thing. */
function alike(a: readonly ObjectField[], b: readonly ObjectField[]): boolean {
  const top = (fields: readonly ObjectField[]) => fields.filter((field) => !/[.[]/.test(field.name)).map((field) => field.name);
  const names = new Set(top(a));
  const others = top(b);
  return names.size > 0 && others.filter((name) => names.has(name)).length * 2 >= Math.min(names.size, others.length);
}

function firstSentence(text: string): string {
  const end = /[.。!?](?=\s|$)/.exec(text);
  const sentence = end ? text.slice(0, end.index + 1) : text;
  return sentence.length > 160 ? `${sentence.slice(0, 159)}…` : sentence;
}
