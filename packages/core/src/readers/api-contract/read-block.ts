import type { Block, Document } from '../../document/document.ts';
import { accessInLine } from './access.ts';
import { readDetailTable, readKeyedTable } from './detail-tables.ts';
import type { DetailCollector, EndpointDetail } from './endpoint-detail.ts';
import { collectDetail } from './endpoint-detail.ts';
import { inlineFields, readBeside } from './inline-fields.ts';
import type { LooseFence } from './loose-fences.ts';
import { placeLoose } from './loose-fences.ts';
import { readNeed } from './object-fields.ts';
import type { Part } from './part-label.ts';
import { readPartLabel, statusesOf, tellsBeside } from './part-label.ts';
import { headingWords, plainLine } from './plain-line.ts';
import { readFence } from './read-fence.ts';
import { readProse } from './read-prose.ts';
import { namedDenials, repliedCodes } from './reply-words.ts';
import type { Settled } from './settle-declarations.ts';
import { readShapeLines } from './shape-lines.ts';
import { readTable } from './table-rows.ts';

interface State {
  part: Part | undefined;
  statuses: readonly number[];
}

export interface ReadBlock extends EndpointDetail {
  readonly access: boolean | undefined;
  /** First sentence of prose. */
  readonly prose: string | undefined;
  /** Labels or fences tell request and reply apart, or give either. */
  readonly full: boolean;
}

/** Reads the block of one endpoint: its fences, tables, lists and prose, told apart by the labels above them. */
export function readEndpointBlock(document: Document, settled: Settled, known: ReadonlySet<string>): ReadBlock {
  const { declaration, from, lastLine } = settled;
  const collector = collectDetail(declaration.method, settled.path);
  collector.addFields(
    'query',
    [],
    declaration.path.query.map((name) => ({ name, required: false, offset: 0 })),
    declaration.line,
  );
  const state: State = { part: undefined, statuses: [] };
  const loose: LooseFence[] = [];
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
        for (const [offset, text] of segment.lines.entries())
          for (const reason of namedDenials(text)) if (offset >= 0) collector.addDenial(reason);
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
        const term = /^\s*:\s+\S/.test(document.lines[line] ?? '')
          ? /^:?([A-Za-z_$][\w$.[\]-]*)(?:=.*)?$/.exec(text)?.[1]
          : undefined;
        if (term) {
          const told = plainLine(document.lines[line] ?? '');
          if (state.part !== undefined)
            collector.addFields(
              state.part,
              state.statuses,
              readShapeLines([
                `- ${term} ${told.replace(/\s*\{\{.*?\}\}\s*/, /required/.test(told) ? ' (required) ' : ' ')}`,
              ]),
              line,
            );
          continue;
        }
        const labelled = readLabelled(raw, text, block, state, collector, line, known);
        if (labelled === 'inline' && block.parent?.kind === 'item')
          scope ??= { lastLine: block.parent.lastLine, state: before };
        if (labelled === undefined) {
          if (block.parent?.kind === 'item') readListField(raw, state, collector, line);
          readProse(said, state.part === 'error', collector, line, known);
          if (!block.parent && !/^(?:\*\*|!|<|\|)|[:：]$/.test(raw.trim())) prose ??= text;
        }
        if (state.part !== undefined) ways.add(state.part);
      }
    }
  }
  placeLoose(loose, declaration.method, ways, collector);
  return {
    ...collector.detail,
    access,
    prose: prose === undefined ? undefined : firstSentence(prose),
    full: ways.size > 0 || loose.length > 0,
  };
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
function readLabelled(
  raw: string,
  text: string,
  block: Block,
  state: State,
  collector: DetailCollector,
  line: number,
  known: ReadonlySet<string>,
): 'alone' | 'inline' | undefined {
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
  readProse(
    label.part === 'error' || label.part === 'response' ? `: ${label.rest}` : label.rest,
    label.part === 'error',
    collector,
    line,
    known,
  );
  if (label.part === 'error')
    for (const { code, status } of repliedCodes(label.rest, known, true))
      collector.addCode(code, line, status === undefined ? label.statuses : [status]);
  if (label.part === 'response' || label.part === 'error')
    collector.addStatuses(statusesOf(/^\W*(?:HTTP\s*)?[1-5]\d\d(?!\d|[,.]\d)/i.exec(label.rest)?.[0] ?? ''));
  return 'inline';
}

const marker = /^\s*(?:>\s?)*(?:[-*+•]|\d+[.)])\s+/;
const listed = /^(?:\*\*)?(?:`[^`]+`|[A-Za-z_$][\w$.[\]-]*(?=\*\*|\s*\(|\s*[:：]))/;
/** `repo_id`, `request_type optional`: a list of nothing but names. */
const bareName =
  /^([a-z_][\w.]*(?:\[\])?)(\?)?\*?(?:\s+[(（]?(optional|required|필수|선택|必填|可选|任意|opcional|obligatorio)[)）]?)?$/;

/** A list item that names a field of the part it stands in. */
function readListField(raw: string, state: State, collector: DetailCollector, line: number): void {
  if (state.part === undefined || state.part === 'error' || state.part === 'other') return;
  const said = raw.replace(marker, '');
  const bare = bareName.exec(said.trim());
  const [field] = bare?.[1]
    ? [{ name: bare[1], ...needOf(bare[2] ? 'optional' : bare[3]), offset: 0 }]
    : listed.test(said)
      ? readShapeLines([`- ${plainLine(said)}`])
      : [];
  if (!field || /^\d/.test(field.name) || /^[A-Z_]{4,}$/.test(field.name)) return;
  collector.addFields(state.part, state.statuses, [field], line);
}

function needOf(words: string | undefined): { required?: boolean } {
  const need = words === undefined ? undefined : readNeed(words);
  return need === undefined ? {} : { required: need };
}

function firstSentence(text: string): string {
  const end = /[.。!?](?=\s|$)/.exec(text);
  const sentence = end ? text.slice(0, end.index + 1) : text;
  return sentence.length > 160 ? `${sentence.slice(0, 159)}…` : sentence;
}
