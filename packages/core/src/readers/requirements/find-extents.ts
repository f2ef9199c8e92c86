import type { Candidate } from './candidate.ts';
import type { FieldKey } from './field-words.ts';
import { readField } from './read-field.ts';
import type { TextLine } from './text-line.ts';

/** A candidate with the lines that are its own: `start` up to `end`, without those of candidates nested in it. */
export interface Extent {
  readonly candidate: Candidate;
  readonly start: number;
  readonly end: number;
  /** Extents inside it. */
  readonly nested: readonly Extent[];
}

const trailingKeys: ReadonlySet<FieldKey> = new Set([
  'priority',
  'acceptance',
  'rationale',
  'status',
  'requirement',
  'description',
  'story',
  'version',
]);

/** Finds how far each candidate reaches. Candidates are in reading order. */
export function findExtents(lines: readonly TextLine[], candidates: readonly Candidate[]): Extent[] {
  const outline = readOutline(lines);
  const raised = candidates.map((candidate, at) => raise(lines, outline, candidate, candidates, at));
  const extents: { -readonly [K in keyof Extent]: Extent[K] }[] = [];
  const open: { readonly end: number }[] = [];
  for (const [at, candidate] of raised.entries()) {
    const next = raised[at + 1]?.start ?? lines.length;
    while (open.length > 0 && (open[open.length - 1]?.end ?? 0) <= candidate.start) open.pop();
    const near = { next, before: extents[at - 1], around: open[open.length - 1] };
    const end = Math.max(candidate.start + 1, reach(lines, outline, candidate, near));
    extents.push({ candidate, start: candidate.start, end, nested: [] });
    if (candidate.level !== undefined) open.push({ end });
  }
  return nest(extents);
}

interface Outline {
  /** For each line the heading at or above it, or -1. */
  readonly above: Int32Array;
  /** For each line the next heading at or below it, or the number of lines. */
  readonly below: Int32Array;
}

function readOutline(lines: readonly TextLine[]): Outline {
  const above = new Int32Array(lines.length + 1);
  const below = new Int32Array(lines.length + 1).fill(lines.length);
  for (let at = 0, last = -1; at < lines.length; at += 1) {
    if (lines[at]?.kind === 'heading') last = at;
    above[at] = last;
  }
  for (let at = lines.length - 1, next = lines.length; at >= 0; at -= 1) {
    if (lines[at]?.kind === 'heading') next = at;
    below[at] = next;
  }
  return { above, below };
}

/** An id that stands below its heading begins at the heading, when it is the only one there. */
function raise(
  lines: readonly TextLine[],
  outline: Outline,
  candidate: Candidate,
  all: readonly Candidate[],
  at: number,
): Candidate {
  if (!candidate.signs.declared || candidate.level !== undefined || candidate.form === 'data') return candidate;
  const heading = outline.above[candidate.start] ?? -1;
  const line = lines[heading];
  if (!line || candidate.start - heading > 12 || (all[at - 1]?.start ?? -1) >= heading) return candidate;
  const next = all[at + 1];
  const closed = outline.below[candidate.start] ?? lines.length;
  if (next?.signs.declared && next.start < closed) return candidate;
  return { ...candidate, start: heading, level: line.level ?? 1, title: candidate.title ?? line.text };
}

interface Neighbours {
  readonly next: number;
  readonly before: { readonly end: number; readonly candidate: Candidate } | undefined;
  readonly around: { readonly end: number } | undefined;
}

function reach(lines: readonly TextLine[], outline: Outline, candidate: Candidate, near: Neighbours): number {
  const { start } = candidate;
  const line = lines[start];
  if (candidate.form === 'data') return candidate.level === 0 ? lines.length : endOfBlock(lines, start, lines.length);
  if (candidate.level !== undefined) return endOfSection(lines, start, candidate.level);
  if (!line) return start + 1;
  if (candidate.form === 'table' && candidate.table) return start + 1;
  const limit = Math.min(near.next, outline.below[start + 1] ?? lines.length, near.around?.end ?? lines.length);
  if (candidate.form === 'table')
    return Math.max(endOfBlock(lines, start, lines.length), onlyFields(lines, start, limit));
  const own = line.kind === 'item' ? endOfItem(lines, start) : endOfBlock(lines, start, limit);
  const sibling = lines[own];
  if (
    line.kind === 'item' &&
    sibling?.kind === 'item' &&
    sibling.depth === line.depth &&
    sibling.marker === line.marker
  ) {
    return own;
  }
  if (isAlone(candidate, line)) return Math.max(own, untilNumberedTitle(lines, own, limit));
  const adjacent = near.before?.end === start && near.before.candidate.form === candidate.form;
  if (adjacent || near.around || own >= limit) return own;
  return lastField(lines, own, limit);
}

/** True when a line is only an id, or an id and a title, so that what follows is its text. */
function isAlone(candidate: Candidate, line: TextLine): boolean {
  if (candidate.lead === '') return true;
  return line.kind !== 'item' && /^(\*\*|__)(?:(?!\1).)+\1\s*$/.test(line.text);
}

function endOfSection(lines: readonly TextLine[], start: number, level: number): number {
  let end = start + 1;
  while (end < lines.length && !(lines[end]?.kind === 'heading' && (lines[end]?.level ?? 1) <= level)) end += 1;
  return end;
}

function endOfItem(lines: readonly TextLine[], start: number): number {
  const depth = lines[start]?.depth ?? 1;
  let end = start + 1;
  while (end < lines.length) {
    const line = lines[end] as TextLine;
    if (line.depth < depth || line.kind === 'heading' || (line.depth === depth && line.kind === 'item')) break;
    end += 1;
  }
  return end;
}

function endOfBlock(lines: readonly TextLine[], start: number, limit: number): number {
  let end = start + 1;
  while (end < limit && lines[end]?.block === lines[start]?.block) end += 1;
  return end;
}

/** Bold lines that are numbered titles end a text in documents that have no headings. */
function untilNumberedTitle(lines: readonly TextLine[], from: number, limit: number): number {
  for (let at = from; at < limit; at += 1) {
    if (/^\*\*\d+(?:\.\d+)*[.\s\u3000].*\*\*$/.test(lines[at]?.text ?? '')) return at;
  }
  return limit;
}

/** Extends over what stands between an item and the last of its labelled fields below it. */
function lastField(lines: readonly TextLine[], from: number, limit: number): number {
  let end = from;
  for (let at = from; at < limit; at += 1) {
    const line = lines[at] as TextLine;
    if (line.kind === 'row' || line.kind === 'code' || !/[:：*]/.test(line.text)) continue;
    const field = readField(line.text);
    if (!field || !trailingKeys.has(field.key)) continue;
    end = endOfBlock(lines, at, limit);
    if (field.value !== '') continue;
    while (end < limit && (lines[end]?.kind === 'item' || (lines[end]?.depth ?? 0) > 0)) end += 1;
    if (end === at + 1 && end < limit) end = endOfBlock(lines, end, limit);
  }
  return end;
}

function onlyFields(lines: readonly TextLine[], start: number, limit: number): number {
  return lastField(lines, endOfBlock(lines, start, limit), limit);
}

function nest(extents: readonly Extent[]): Extent[] {
  const out = extents.map((each) => ({ ...each, nested: [] as Extent[] }));
  const open: (typeof out)[number][] = [];
  for (const each of out) {
    while (open.length > 0 && (open[open.length - 1]?.end ?? 0) <= each.start) open.pop();
    const parent = open[open.length - 1];
    if (parent) {
      parent.nested.push(each);
      if (each.end > parent.end) each.end = parent.end;
    }
    open.push(each);
  }
  return out;
}
