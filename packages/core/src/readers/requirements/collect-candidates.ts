import type { Document } from '../../document/document.ts';
import { parseId } from '../../ids/id-grammar.ts';
import type { Candidate, Signs } from './candidate.ts';
import { plainSigns } from './candidate.ts';
import { directiveCandidate, frontMatterCandidate } from './collect-data.ts';
import { headingCandidate, numberedName } from './collect-headings.ts';
import { tableCandidates } from './collect-rows.ts';
import { plainText } from './plain-text.ts';
import { readField } from './read-field.ts';
import { readLabel } from './read-label.ts';
import type { TextLine } from './text-line.ts';

const marker = /^([a-z][a-z0-9]{0,7})\[([a-z][\w-]*(?:\.[\w-]+)*(?:\+\d+)?)(?:\s+[a-z]+=[^\]]*)?\]$/i;

/** A line whose label may be one for ids: asked before the label is read. */
const idField =
  /^[^:：]{0,48}?(?:id|identif\w*|no|nr|number|key|kennung|编号|編號|标识|標識|番号|識別子|번호|идентификатор|код)[^:：\p{L}]{0,12}[:：]/iu;

/** Every line of a document that may define a requirement, in reading order. */
export function collectCandidates(
  document: Document,
  lines: readonly TextLine[],
  patterns: readonly RegExp[],
): Candidate[] {
  const found: Candidate[] = [];
  const front = frontMatterCandidate(document, lines);
  if (front) found.push(front);
  const intro = new Introductions();
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as TextLine;
    if (line.quotes > 1) continue;
    if (line.kind === 'heading') {
      intro.reset();
      const heading = headingCandidate(line, index, patterns);
      if (heading) found.push(heading);
    } else if (line.kind === 'row') {
      const to = endOfBlock(lines, index);
      found.push(...tableCandidates(lines, index, to, patterns).map((each) => underLabel(each, intro.over(line))));
      index = to - 1;
    } else if (line.kind === 'code' || /^:{3,}\s*\{/.test(line.text)) {
      const to = line.kind === 'code' ? endOfBlock(lines, index) : endOfFence(lines, index);
      const need = directiveCandidate(lines, index, to);
      if (need) found.push(need);
      if (need || line.kind === 'code') index = to - 1;
    } else {
      const candidate = lineCandidate(lines, index, patterns, found[found.length - 1]);
      if (candidate) found.push(underLabel(candidate, intro.over(line)));
      intro.read(line, candidate !== undefined);
    }
  }
  return found;
}

function underLabel(candidate: Candidate, under: string | undefined): Candidate {
  return under === undefined ? candidate : { ...candidate, signs: { ...candidate.signs, under } };
}

function endOfBlock(lines: readonly TextLine[], from: number): number {
  let to = from + 1;
  while (to < lines.length && lines[to]?.block === lines[from]?.block) to += 1;
  return to;
}

function endOfFence(lines: readonly TextLine[], from: number): number {
  for (let to = from + 1; to < lines.length && to < from + 400; to += 1) {
    if (/^:{3,}\s*$/.test(lines[to]?.text ?? '')) return to + 1;
  }
  return endOfBlock(lines, from);
}

function lineCandidate(
  lines: readonly TextLine[],
  index: number,
  patterns: readonly RegExp[],
  last: Candidate | undefined,
): Candidate | undefined {
  const line = lines[index] as TextLine;
  const first = lines[index - 1]?.block !== line.block;
  const common = { line: line.line, section: line.section, start: index } as const;
  const mark = marker.exec(line.text);
  const dotted = mark?.[2]?.includes('.') || /^(?:r|req|rule|spec|requirement)$/i.test(mark?.[1] ?? '');
  if (mark?.[2] && dotted && first && line.kind === 'text') {
    const signs = { ...plainSigns, declared: true, certain: true };
    const column = line.column + line.text.indexOf(mark[2]);
    return { ...common, id: mark[2], form: 'paragraph', column, lead: '', tags: [], signs };
  }
  const field = idField.test(line.text) ? readField(line.text) : undefined;
  if (field?.key === 'id') return idFieldCandidate(line, field.label, field.value, common);
  const name = line.kind === 'item' || /^[*_]{2}/.test(line.text) ? numberedName(line.text) : undefined;
  if (name) {
    const form = line.kind === 'item' ? 'list' : 'label';
    const signs: Signs = { ...plainSigns, mark: 'colon', marked: true, named: true };
    return { ...common, id: name.id, form, column: line.column, lead: name.rest, tags: [], signs };
  }
  if (patterns.length === 0 && !/\d/.test(line.text.length > 160 ? line.text.slice(0, 160) : line.text))
    return undefined;
  const label = readLabel(line.text, patterns, /^[*_]{2}/.test(line.text));
  if (!label) return undefined;
  if (!first && line.kind === 'text' && !beginsALine(lines, index, label, last)) return undefined;
  const signs: Signs = {
    ...plainSigns,
    mark: label.mark,
    marked: label.marked,
    struck: label.struck,
    task: line.task === true,
    grouped: label.grouped,
    declared: label.id.includes('~') && label.mark === 'end',
    certain: label.id.includes('~') && label.mark === 'end' && line.kind === 'text',
    ...(label.target === undefined ? {} : { target: label.target }),
  };
  return {
    ...common,
    id: label.id,
    form: line.kind === 'item' || label.numbered ? 'list' : label.marked ? 'label' : 'paragraph',
    column: line.column + label.at,
    lead: label.rest,
    tags: label.tags,
    signs,
  };
}

function idFieldCandidate(
  line: TextLine,
  label: string,
  value: string,
  common: { line: number; section: TextLine['section']; start: number },
): Candidate | undefined {
  const words = plainText(value);
  const id = /^[^\s,;|]+/.exec(words)?.[0]?.replace(/[.:]+$/, '') ?? '';
  const explicit = /uid|req/.test(label) && /^[A-Za-z][\w./-]*[A-Z0-9_][\w./-]*$/.test(id);
  if (!parseId(id) && !explicit) return undefined;
  return {
    ...common,
    id,
    form: line.kind === 'item' ? 'list' : 'label',
    column: line.column + Math.max(0, line.text.indexOf(id)),
    lead: words.slice(id.length).replace(/^[\s|,;–—-]+/, ''),
    tags: [],
    signs: { ...plainSigns, declared: true },
  };
}

/** A line inside a paragraph begins something new when the line before it ended, or when labels follow each other. */
function beginsALine(
  lines: readonly TextLine[],
  index: number,
  label: { mark: Signs['mark']; marked: boolean; bracketed: boolean },
  last: Candidate | undefined,
): boolean {
  if ((label.mark === 'space' && !label.marked) || label.bracketed) return false;
  const before = lines[index - 1];
  return last?.line === before?.line || label.marked || /(?:[.;:!?。；：\\]|\s{2})$/.test(before?.text ?? '');
}

/** Remembers which label introduces the list or paragraph being read: `Related requirements:` above a list of ids. */
class Introductions {
  readonly #open: TextLine[] = [];

  reset(): void {
    this.#open.length = 0;
  }

  /** The label that introduces a line, the nearest first. */
  over(line: TextLine): string | undefined {
    for (let at = this.#open.length - 1; at >= 0; at -= 1) {
      const each = this.#open[at];
      if (!each || each === line) continue;
      if (each.block === line.block || line.depth > each.depth || (line.kind === 'row' && line.depth >= each.depth)) {
        const label = labelOf(each);
        if (label !== undefined) return label;
      }
    }
    return undefined;
  }

  read(line: TextLine, candidate: boolean): void {
    while (this.#open.length > 0) {
      const top = this.#open[this.#open.length - 1];
      if (!top || line.depth > top.depth || line.block === top.block) break;
      this.#open.pop();
    }
    if (!candidate && /[:：]|^\*\*/.test(line.text)) this.#open.push(line);
  }
}

function labelOf(line: TextLine): string | undefined {
  const words = plainText(line.text);
  const bold = /^\*\*[^*]{2,60}\*\*$/.test(line.text) ? words : undefined;
  return /^(.{2,80}?)\s*[:：]$/u.exec(words)?.[1] ?? bold ?? readField(line.text)?.label;
}
