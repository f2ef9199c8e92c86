import type { FieldKey } from './field-words.ts';
import { fieldKey } from './field-words.ts';
import type { Extent } from './find-extents.ts';
import { plainText } from './plain-text.ts';
import { readField, splitFields } from './read-field.ts';
import { cellsOf, type TextLine } from './text-line.ts';

/**
 * One line of a field or of free text; `item` begins a list item.
 *
 * @implements IAMA-READ-002
 */
export interface Piece {
  readonly text: string;
  /** The text without markup. */
  readonly plain: string;
  readonly kind: TextLine['kind'];
  readonly depth: number;
  readonly block: number;
  readonly line: number;
}

export interface BodyField {
  readonly label: string;
  readonly key: FieldKey;
  readonly pieces: Piece[];
  readonly line: number;
  /** How many lists the label stands in. */
  readonly depth: number;
  /** Block of the label, when a value stands beside it. */
  readonly inline?: number;
}

/** What a requirement's lines say: labelled fields, and the text outside of them. */
export interface Body {
  readonly fields: readonly BodyField[];
  /** Free text before the acceptance criteria. */
  readonly free: readonly Piece[];
  readonly lastLine: number;
}

const short: ReadonlySet<FieldKey> = new Set(['priority', 'status', 'version', 'id', 'title']);
const scenarioHeading =
  /^(?:scenario|example|场景|情景|シナリオ|시나리오|szenario|scénario|escenario|cenário|сценарий).{0,4}[:：\d]/iu;

/**
 * Reads the lines of one candidate, those of nested ones left out, into fields and free text.
 *
 * @implements IAMA-READ-002
 */
export function readBody(lines: readonly TextLine[], extent: Extent): Body {
  const reader = new BodyReader();
  const { candidate } = extent;
  if (candidate.data) {
    for (const { label, values } of candidate.data) reader.data(label, values, candidate.line);
    if (candidate.form === 'data' && candidate.level === undefined) {
      return reader.done(candidate.lastLine ?? candidate.line);
    }
  }
  if (candidate.cells) {
    for (const { column, text } of candidate.cells)
      reader.data(column.label, cellLines(text), candidate.line, column.key);
    if (candidate.lead !== '') reader.text(candidate.lead, lines[extent.start] as TextLine);
    return reader.done(lines[extent.start]?.line ?? candidate.line);
  }
  let lastLine = candidate.line;
  let skip = 0;
  for (let at = extent.start; at < extent.end; at += 1) {
    const line = lines[at] as TextLine;
    while (skip < extent.nested.length && (extent.nested[skip]?.end ?? 0) <= at) skip += 1;
    const inner = extent.nested[skip];
    lastLine = line.line;
    if (inner && at >= inner.start && at < inner.end) continue;
    if (at === extent.start && line.kind === 'heading' && line.line !== candidate.line) continue;
    if (line.line === candidate.line) {
      if (candidate.lead !== '')
        reader.line({ ...line, kind: line.kind === 'heading' ? 'text' : line.kind }, candidate.lead, true);
      else reader.begin(line);
    } else reader.line(line, line.text);
  }
  return reader.done(lastLine);
}

/** A cell's lines: `<br>` parts them. */
function cellLines(cell: string): string[] {
  return cell
    .split(/<br\s*\/?>/i)
    .map((line) => line.trim().replace(/^(?:[-*+•]|\d{1,2}[.)])\s+/, ''))
    .filter((line) => line !== '');
}

class BodyReader {
  readonly #fields: BodyField[] = [];
  readonly #free: Piece[] = [];
  readonly #late: Piece[] = [];
  #current: BodyField | undefined;
  #accepted = false;

  data(label: string, values: readonly string[], line: number, key = fieldKey(label) ?? 'other'): void {
    const pieces = values.map(
      (text): Piece => ({ text, plain: plainText(text), kind: 'item', depth: 1, block: -1, line }),
    );
    if (pieces.length > 0) this.#fields.push({ label, key, pieces, line, depth: 0 });
  }

  text(text: string, line: TextLine): void {
    this.#free.push(piece(text, line));
  }

  /** The label's own line, when nothing but the id stands on it. */
  begin(line: TextLine): void {
    if (line.kind === 'row' && line.cells) this.#row(line, line.cells, false);
  }

  /** `lead`: the text behind the id, where a bold label is a title. */
  line(line: TextLine, text: string, lead = false): void {
    if (line.kind === 'heading') this.#heading(line);
    else if (line.kind === 'row') this.#row(line, line.cells ?? cellsOf(text), line.head === true);
    else if (line.kind === 'code') {
      if (this.#current?.key === 'acceptance' && !/^(?:`{3,}|~{3,})/.test(text)) this.#add(text, line);
    } else for (const [index, part] of splitFields(text).entries()) this.#part(part, line, lead && index === 0);
  }

  done(lastLine: number): Body {
    return { fields: this.#fields, free: this.#free.length > 0 ? this.#free : this.#late, lastLine };
  }

  #part(text: string, line: TextLine, lead: boolean): void {
    const field = this.#isCriterion(line) || !/[:：嚗]|\*\*|__/.test(text) ? undefined : readField(text);
    const inText =
      this.#current === undefined || this.#current.key === 'requirement' || this.#current.key === 'description';
    if (
      !field ||
      (field.key === 'other' && (lead || (inText && !(field.bold && field.value !== '' && line.kind === 'item'))))
    ) {
      this.#add(text, line);
      return;
    }
    const current: BodyField = {
      label: field.label,
      key: field.key,
      pieces: [],
      line: line.line,
      depth: line.depth,
      ...(field.value === '' ? {} : { inline: line.block }),
    };
    this.#open(current);
    if (field.value !== '') current.pieces.push(piece(field.value, { ...line, kind: 'text' }));
  }

  /** A line in a list of criteria is one of them, whatever label it begins with. */
  #isCriterion(line: TextLine): boolean {
    const current = this.#current;
    return current?.key === 'acceptance' && line.depth > current.depth && !ended(current, line);
  }

  #heading(line: TextLine): void {
    const words = plainText(line.text);
    if (scenarioHeading.test(words)) {
      const scenario: BodyField = { label: 'scenario', key: 'acceptance', pieces: [], line: line.line, depth: 0 };
      this.#open(scenario);
      scenario.pieces.push(piece(words, { ...line, kind: 'heading' }));
      return;
    }
    const key = fieldKey(words) ?? 'other';
    this.#open({ label: words.toLowerCase(), key, pieces: [], line: line.line, depth: 0 });
  }

  #row(line: TextLine, cells: readonly string[], head: boolean): void {
    const key = cells.length >= 2 ? fieldKey(cells[0] ?? '') : undefined;
    if (key && !(head && fieldKey(cells[1] ?? '')) && !head) {
      const values = cellLines(cells.slice(1).join(' ').trim());
      const pieces = values.map((text): Piece => ({ ...piece(text, line), kind: 'item' }));
      if (key === 'acceptance') this.#accepted = true;
      const label = plainText(cells[0] ?? '').toLowerCase();
      this.#fields.push({ label, key, pieces, line: line.line, depth: line.depth, inline: line.block });
      return;
    }
    if (!head) this.#add(cells.map((cell) => plainText(cell)).join(' | '), line);
  }

  #open(field: BodyField): void {
    if (field.key === 'acceptance') this.#accepted = true;
    this.#current = field;
    this.#fields.push(field);
  }

  #add(text: string, line: TextLine): void {
    if (text === '' || /^(?:-{3,}|_{3,}|\*{3,})$/.test(text)) return;
    const current = this.#current;
    if (current && !ended(current, line)) {
      current.pieces.push(piece(text, line));
      return;
    }
    if (current && current.key !== 'requirement' && current.key !== 'description') this.#current = undefined;
    (this.#accepted ? this.#late : this.#free).push(piece(text, line));
  }
}

/** A short value ends with its line; a value beside its label with its paragraph, unless it announces a list. */
function ended(field: BodyField, line: TextLine): boolean {
  if (field.key === 'requirement' || field.key === 'description') return false;
  const last = field.pieces[field.pieces.length - 1];
  if (short.has(field.key)) return last !== undefined;
  if (field.inline === undefined) {
    if (last === undefined) return false;
    if (field.key === 'acceptance') {
      return line.kind === 'text' && line.depth <= field.depth && field.pieces.some((each) => each.depth > field.depth);
    }
    return line.kind === 'text' && line.block !== last.block && line.depth === 0 && field.key !== 'other';
  }
  if (line.block === field.inline) return false;
  return !(line.kind === 'item' || line.depth > 0) || !/[:：]$/.test(field.pieces[0]?.text ?? '');
}

function piece(text: string, line: TextLine): Piece {
  return { text, plain: plainText(text), kind: line.kind, depth: line.depth, block: line.block, line: line.line };
}
