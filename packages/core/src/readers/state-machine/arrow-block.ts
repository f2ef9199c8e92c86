import { type ArrowChain, arrowLook, type Side, type SideName, splitArrows } from './split-arrows.ts';
import { isWildcard, leadingName } from './state-name.ts';
import type { StateStatement, TransitionStatement } from './state-statement.ts';

/** What a block of lines with arrows says, and how much of it could be read that way. */
export interface ArrowReading {
  readonly states: readonly StateStatement[];
  readonly transitions: readonly TransitionStatement[];
  /** Every name read, wildcards left out, in reading order. */
  readonly names: readonly SideName[];
  readonly arrowLines: number;
  /** Lines with arrows whose sides are no states. */
  readonly unread: number;
}

interface Entry {
  readonly indent: number;
  readonly last: readonly SideName[];
  readonly leading: boolean;
  /** Number of sides in the line. */
  readonly sides: number;
}

const marker = /^(?:[-*+•·‣▪◦]|\d{1,3}[.)]|[a-z][.)])\s+(?:\[[ xX]\]\s+)?/;
const tree = /^(?:[\s│┃║|]*(?:├|└|┣|┗|╰|\+|`|\\)[─━-]{1,4}\s?)/;
const vertical = /^[\s│┃║|]*[│┃|↓▼⬇vV⇓🔽]+[\s│┃║|↓▼v]*(?:[([](.{1,80})[)\]]|\s(\S.{0,80}))?$/u;

/**
 * Reads lines with arrows: `A → B → C`, one source line over several indented targets, a chain wrapped over lines,
 * alternatives (`D / E`), triggers in parentheses or after a colon, names joined by `↓`.
 */
export function readArrowBlock(lines: readonly string[], firstLine: number): ArrowReading {
  const block = new Block();
  for (const [index, raw] of lines.entries()) block.take(raw, firstLine + index);
  return block.reading();
}

class Block {
  readonly #states: StateStatement[] = [];
  readonly #transitions: TransitionStatement[] = [];
  readonly #names: SideName[] = [];
  #stack: Entry[] = [];
  /** Names waiting for what stands below a `↓` or after a line that ends with an arrow. */
  #pending: { names: readonly SideName[]; label: string | undefined } | undefined;
  #arrowLines = 0;
  #unread = 0;

  reading(): ArrowReading {
    const linked = new Set(this.#transitions.flatMap((step) => [step.from, step.to]));
    return {
      states: this.#states.filter((state) => linked.has(state.name) || state.initial || state.terminal),
      transitions: this.#transitions,
      names: this.#names.filter((name) => linked.has(name.name)),
      arrowLines: this.#arrowLines,
      unread: this.#unread,
    };
  }

  take(raw: string, line: number): void {
    let text = raw.replace(/\t/g, '    ').trimEnd();
    if (/^\s*(?:#|\/\/|%%|--\s)/.test(text)) return;
    text = text.replace(/^(\s*>\s?)+/, (quote) => ' '.repeat(quote.length));
    const branch = tree.exec(text);
    if (branch) text = ' '.repeat(branch[0].length) + text.slice(branch[0].length);
    if (text.trim() === '') return;
    const down = vertical.exec(text) ?? (/^[\s↓▼⬇]+$/u.test(text) ? [text] : null);
    if (down) {
      const last = this.#stack.at(-1)?.last ?? this.#pending?.names;
      if (last) this.#pending = { names: last, label: down[1] ?? down[2] ?? this.#pending?.label };
      return;
    }
    const indent = text.length - text.trimStart().length;
    const bullet = marker.exec(text.slice(indent));
    const start = indent + (bullet?.[0].length ?? 0);
    const body = text.slice(start);
    if (!arrowLook.test(body)) {
      this.#takeNames(body, indent, start, line);
      return;
    }
    this.#arrowLines += 1;
    const aside = /^(.*?)\(\s*((?:→|-{1,2}>|=>)[^()]*)\)\s*$/.exec(body);
    const chain = splitArrows(aside?.[1] ?? body);
    if (chain) {
      this.#takeChain(chain, indent, start, line);
      const further = aside?.[2] === undefined ? undefined : splitArrows(aside[2]);
      if (further) this.#takeAside(further, start + body.lastIndexOf(aside?.[2] ?? ''), line);
    } else {
      this.#unread += 1;
      this.#stack = [];
      this.#pending = undefined;
    }
  }

  /** A line with one name and nothing else is the source of what is indented below it. */
  #takeNames(body: string, indent: number, start: number, line: number): void {
    const wild = isWildcard(body.replace(/[:：]\s*$/, ''));
    const name = wild ? { name: '*', style: 'word' as const, rest: '' } : leadingName(body);
    const note = name ? /^[:：]?\s*(?:\((.*)\)|\[(.*)\])?\s*[:：]?$/s.exec(name.rest) : null;
    if (!name || !note) {
      if (!/[\p{L}]/u.test(body)) return;
      this.#stack = [];
      this.#pending = undefined;
      return;
    }
    const said: SideName = {
      name: name.name,
      style: name.style,
      offset: Math.max(0, body.indexOf(name.name)),
      ...(note[1] === undefined ? {} : { note: note[1] }),
    };
    if (!wild) this.#define(said, line, start);
    if (this.#pending) {
      this.#link(this.#pending.names, [said], line, start, this.#pending.label);
      this.#pending = undefined;
    }
    this.#push({ indent, last: [said], leading: false, sides: 1 });
  }

  #takeChain(chain: ArrowChain, indent: number, start: number, line: number): void {
    const leading = chain.sides[0] === undefined;
    let from: readonly SideName[] = leading ? this.#sourceAt(indent) : [];
    let skipped: readonly SideName[] = [];
    let startMark = false;
    if (leading && from.length === 0) {
      this.#unread += 1;
      return;
    }
    let label = leading ? chain.labels[0] : undefined;
    for (const [index, side] of chain.sides.entries()) {
      if (!side) continue;
      const isFirst = index === 0;
      if (index > 0) label = chain.labels[index - 1] ?? label ?? (index === 1 ? chain.sides[0]?.trailing : undefined);
      if (isFirst && this.#pending) {
        this.#link(this.#pending.names, side.names, line, start, this.#pending.label);
        this.#pending = undefined;
      }
      for (const name of side.names) if (name.name !== '*') this.#define(name, line, start, side, isFirst, startMark);
      if (side.start && isFirst) startMark = true;
      else if (side.end && from.length > 0) for (const name of from) this.#mark(name, line, start);
      if (!isFirst) {
        const trigger = label ?? triggerOf(side);
        this.#link([...from, ...skipped], side.names, line, start, trigger);
        if (chain.both[index - 1]) this.#link(side.names, from, line, start, trigger);
        startMark = false;
      }
      skipped = side.optional ? [...from, ...skipped] : [];
      if (side.names.length > 0) from = side.names;
      label = undefined;
    }
    const open = chain.sides.at(-1) === undefined;
    if (open) this.#pending = { names: from, label: undefined };
    this.#push({ indent, last: from, leading, sides: chain.sides.filter(Boolean).length });
  }

  /** `→ A (→ B, why)`: a step on from A that what is indented below does not follow. */
  #takeAside(chain: ArrowChain, start: number, line: number): void {
    let from = this.#stack.at(-1)?.last ?? [];
    for (const side of chain.sides) {
      if (!side) continue;
      for (const name of side.names) if (name.name !== '*') this.#define(name, line, start);
      this.#link(from, side.names, line, start, triggerOf(side));
      from = side.names;
    }
  }

  /** Where an arrow at the start of a line comes from. */
  #sourceAt(indent: number): readonly SideName[] {
    if (this.#pending && this.#stack.length === 0) return this.#pending.names;
    this.#pending = undefined;
    while (this.#stack.length > 0 && (this.#stack.at(-1)?.indent ?? 0) > indent) this.#stack.pop();
    const top = this.#stack.at(-1);
    if (!top) return [];
    if (top.indent < indent || !top.leading) return top.last;
    const parent = this.#stack.at(-2);
    if (!parent || parent.indent === top.indent) return top.last;
    const wrapped = top.sides >= 2 && parent.sides >= 2;
    return wrapped ? top.last : parent.last;
  }

  #push(entry: Entry): void {
    while (this.#stack.length > 0 && (this.#stack.at(-1)?.indent ?? 0) >= entry.indent) {
      const top = this.#stack.at(-1);
      if (entry.leading && top && !top.leading && top.indent === entry.indent) break;
      this.#stack.pop();
    }
    this.#stack.push(entry);
  }

  #define(name: SideName, line: number, start: number, side?: Side, first = true, initial = false): void {
    this.#names.push(name);
    const note = name.note;
    this.#states.push({
      name: name.name,
      line,
      lastLine: line,
      column: start + name.offset + 1,
      ...(initial || (note !== undefined && /^(?:initial|start)\b/i.test(note)) ? { initial: true } : {}),
      ...(note !== undefined && /^(?:terminal|final|end state)\b/i.test(note) ? { terminal: true } : {}),
      ...(first && note !== undefined && !side?.trailing ? { note } : {}),
    });
  }

  #mark(name: SideName, line: number, start: number): void {
    this.#states.push({ name: name.name, line, lastLine: line, column: start + name.offset + 1, terminal: true });
  }

  #link(from: readonly SideName[], to: readonly SideName[], line: number, start: number, trigger?: string): void {
    for (const source of from) {
      for (const target of to) {
        const why = trigger ?? target.note;
        this.#transitions.push({
          from: source.name,
          to: target.name,
          line,
          lastLine: line,
          column: start + target.offset + 1,
          ...(why === undefined ? {} : { trigger: why }),
        });
      }
    }
  }
}

function triggerOf(side: Side): string | undefined {
  if (side.trailing !== undefined) return side.trailing;
  return side.names.length === 1 ? side.names[0]?.note : undefined;
}
