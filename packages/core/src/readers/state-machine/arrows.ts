import { toString as plainText } from 'mdast-util-to-string';
import type { Block, Document } from '../../document/document.ts';
import { anyLine } from '../../document/lines-with.ts';
import { listRuns } from '../../document/list-runs.ts';
import { type ArrowReading, readArrowBlock } from './arrow-block.ts';
import { isDrawing, readDrawing } from './drawn-arrows.ts';
import { areTransitions, type ContextWords } from './judge-arrows.ts';
import { arrowLook } from './split-arrows.ts';
import { headingsOver, isAboutStates, isTakenBack, speaksOfFlow, speaksOfStates, takesBack } from './state-context.ts';
import type { MachineStatement } from './state-statement.ts';

const plainLanguages =
  /^(?:|te?xt|plain(?:text)?|ascii|none|diagram|states?|fsm|flow|markdown|md|console|output|log)$/i;

/** Arrow notation in fences without a programming language, and in lists. */
export function arrowBlocks(
  document: Document,
  known: ReadonlySet<string>,
  arrows: readonly number[],
): MachineStatement[] {
  const found: MachineStatement[] = [];
  if (arrows.length === 0) return found;
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind !== 'code' || !plainLanguages.test(block.node.lang ?? '')) continue;
    if (!anyLine(arrows, block.line, block.lastLine)) continue;
    const before = introduction(document, document.blocks[index - 1], block);
    if (isTakenBack(before, block.section)) continue;
    const fenced = /^\s*(?:>\s*)*(?:`{3,}|~{3,})/.test(document.lines[block.line - 1] ?? '');
    const from = fenced ? block.line + 1 : block.line;
    const lines = document.lines.slice(from - 1, fenced ? block.lastLine - 1 : block.lastLine);
    for (const part of paragraphs(lines, from)) {
      const drawn = isDrawing(part.lines) ? readDrawing(part.lines, part.line) : undefined;
      const reading =
        drawn && drawn.unread <= drawn.arrowLines * 0.3
          ? drawn
          : isBoxed(part.lines)
            ? undefined
            : readArrowBlock(part.lines, part.line);
      if (!reading) continue;
      const words = wordsAround(block, `${before} ${part.intro}`);
      if (areTransitions(reading, words, known)) found.push(statement(reading, block, 'arrows'));
    }
  }
  for (const run of listRuns(document)) {
    if (run.parent?.kind === 'item') continue;
    const first = run.items[0];
    const last = run.items.at(-1);
    if (!first || !last || !anyLine(arrows, first.line, last.lastLine)) continue;
    if (run.items.some((item) => holdsOther(item)) || isTakenBack(run.label, run.section)) continue;
    const lines = document.lines.slice(first.line - 1, last.lastLine);
    const reading = readArrowBlock(lines, first.line);
    if (reading.arrowLines < 2 || reading.unread > 0) continue;
    const mostly = reading.arrowLines / lines.filter((line) => line.trim() !== '').length;
    if (mostly >= 0.5 && areTransitions(reading, wordsAround(first, run.label), known))
      found.push(statement(reading, first, 'arrows'));
  }
  return found;
}

function isBoxed(lines: readonly string[]): boolean {
  return lines.some((line) => /[┌└╭╰╔][─═]|\+-{2,}\+/.test(line));
}

/** Fences, tables and quotes inside an item: it is no plain arrow list. */
function holdsOther(item: Block<'item'>): boolean {
  return item.node.children.some((child) => child.type !== 'paragraph' && child.type !== 'list');
}

function statement(reading: ArrowReading, block: Block, form: 'arrows' | 'inline'): MachineStatement {
  return { form, section: block.section, states: reading.states, transitions: reading.transitions };
}

/** A long fence often holds several blocks: cut before every line at the margin that ends in a colon or stands after an empty line and has no arrow below its own names. */
function paragraphs(lines: readonly string[], line: number): { lines: string[]; line: number; intro: string }[] {
  const found: { lines: string[]; line: number; intro: string }[] = [];
  let intro = '';
  for (const [index, text] of lines.entries()) {
    const titled =
      /^\S.*[\p{L}].*(?:[:：]|={2,}|-{4,})\s*$/u.test(text) && !arrowLook.test(text) && /\s/.test(text.trim());
    if (titled || found.length === 0) {
      if (titled) intro = text;
      found.push({ lines: [], line: line + index, intro });
    }
    found.at(-1)?.lines.push(titled ? '' : text);
  }
  return found;
}

/** The paragraph or label right above a block, on one line. */
function introduction(document: Document, before: Block | undefined, block: Block): string {
  const owner = block.parent?.kind === 'item' ? (document.lines[block.parent.line - 1] ?? '') : '';
  if (!before || before.kind === 'heading' || before.section !== block.section || before.kind === 'code') return owner;
  return `${owner} ${plainText(before.node).slice(-400)}`;
}

function wordsAround(block: Block, label: string): ContextWords {
  if (isAboutStates(block.section, true) || speaksOfStates(label)) return 'states';
  if ([label, ...headingsOver(block.section).slice(0, 2)].some(speaksOfFlow)) return 'flow';
  return 'none';
}

/** "a status that isn't reachable (e.g. `a → b`)". */
const denied =
  /\b(?:isn't|aren't|not|never|cannot|can't|no)\b.{0,40}\b(?:reachable|allowed|valid|permitted|possible|legal|supported)\b/i;

/** Chains in running text: "Run states: `created` → `running` → `done`", `status = A → B`, `A → B` cells of a table. */
export function inlineArrows(
  document: Document,
  known: ReadonlySet<string>,
  taken: ReadonlySet<number>,
  arrows: readonly number[],
): MachineStatement[] {
  const found: MachineStatement[] = [];
  if (arrows.length === 0) return found;
  for (const block of document.blocks) {
    if (block.kind === 'heading' || block.kind === 'html' || block.kind === 'quote' || block.kind === 'item') continue;
    if (!anyLine(arrows, block.line, block.lastLine) || isTakenBack('', block.section)) continue;
    const lines = document.lines.slice(block.line - 1, block.lastLine);
    for (const [index, text] of lines.entries()) {
      const line = block.line + index;
      if (taken.has(line) || !arrowLook.test(text)) continue;
      if (block.kind === 'code') {
        if (plainLanguages.test(block.node.lang ?? '')) assignments(text, line, block, found);
      } else if (!takesBack(text) && !denied.test(`${lines[index - 1] ?? ''} ${text}`))
        phrases(text, line, block, known, found);
    }
  }
  return found;
}

const assignment =
  /\b(?:status|state)\s*(?:=|:|:=)\s*((?:[`'"]?[A-Z][A-Z0-9_]{2,}[`'"]?\s*(?:→|-{1,2}>|⇒|=>)\s*)+[`'"]?[A-Z][A-Z0-9_]{2,}[`'"]?)/g;

function assignments(text: string, line: number, block: Block, found: MachineStatement[]): void {
  for (const match of text.matchAll(assignment)) {
    const chain = match[1] ?? '';
    const at = (match.index ?? 0) + match[0].indexOf(chain);
    const reading = readArrowBlock([' '.repeat(at) + chain.replace(/['"`]/g, '')], line);
    if (reading.transitions.length > 0) found.push(statement(reading, block, 'inline'));
  }
}

const piece = String.raw`(?:\x60[^\x60\n]{2,40}\x60|[A-Z][A-Z0-9_]{2,}|[A-Z][\p{L}\p{N}_]+(?: [A-Z][\p{L}\p{N}_]+)?|[\p{Ll}][\p{Ll}_]+)(?:\s?\([^()\n]{1,60}\))?`;
const alternatives = String.raw`${piece}(?:(?:\s*[/|+]\s*|\s+or\s+)${piece})*`;
const arrowMark = String.raw`\s*(?:→|⟶|⇒|➔|➜|➡️?|▶|-{1,2}>|=>|↔|⇄|⟷|<-{1,2}>)\s*`;
const phrase = new RegExp(`(?<![\\p{L}\\p{N}_\`])\`?${alternatives}(?:${arrowMark}${alternatives})+`, 'gu');

function phrases(
  text: string,
  line: number,
  block: Block,
  known: ReadonlySet<string>,
  found: MachineStatement[],
): void {
  const cells = block.kind === 'table' ? text.replace(/(?<!\\)\|/g, '¦') : text;
  const spaced = cells.replace(/`([^`\n]*)`/g, (span, inner: string) => (arrowLook.test(inner) ? ` ${inner} ` : span));
  let owner: string | undefined;
  let accepted = -1;
  for (const match of spaced.matchAll(phrase)) {
    const before = spaced.slice(0, match.index);
    owner ??= /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?\*\*([^*`]{2,40}?):?\*\*[\s:`—–-]*$/.exec(before)?.[1];
    if (/\b(?:if|because|where|maps?|renamed?|instead of)\s*$/i.test(before)) continue;
    const reading = readArrowBlock([' '.repeat(before.length) + match[0]], line);
    const styles = new Set(
      reading.names.map((name) =>
        name.style === 'word' && name.name === name.name.toLowerCase() ? 'lower' : name.style,
      ),
    );
    const inCode = spaced[match.index - 1] === ' ' && cells[match.index - 1] === '`';
    const plain = !inCode && (styles.has('lower') || styles.has('word'));
    if (styles.size > 1 && plain) continue;
    const goesOn = accepted >= 0 && /^[\s,;，；、·`¦]*(?:and|or)?\s*$/.test(before.slice(accepted));
    const near = goesOn || speaksOfStates(before.slice(plain ? -40 : -80)) || (!plain && isAboutStates(block.section));
    if (!areTransitions(reading, near ? 'states' : 'none', known)) continue;
    accepted = match.index + match[0].length;
    found.push({ ...statement(reading, block, 'inline'), ...(owner === undefined ? {} : { machine: owner }) });
  }
}
