import type { ParseResult } from 'libpg-query';
import { parseSql } from '../parser.ts';
import { byteOffsets } from '../text/byte-offsets.ts';
import type { QueryUse } from './query-use.ts';
import { Findings } from './scope.ts';
import type { Slot } from './slots.ts';
import { holeSlot, placeholderSlots, tailSlot } from './slots.ts';
import { walk } from './walk.ts';
import { inner } from './walk-query.ts';

const attempts = 120;

/**
 * The tables and columns SQL in code uses. `holes` are the indices at which code puts something in; placeholders of
 * drivers are known. Undefined when no filling of the holes makes it SQL that PostgreSQL reads.
 */
export function readQuery(text: string, holes: readonly number[] = []): QueryUse | undefined {
  const given = [...holes.map((index) => holeSlot(text, index)), ...tailSlot(text)];
  const ways: Slot[][] = [given];
  const placeholders = placeholderSlots(text);
  if (placeholders.length > 0) ways.push(merge(given, placeholders));
  for (const slots of ways) {
    const found = fill(text, slots);
    if (found) return { ...useOf(found), openNames: slots.some((slot) => slot.mayName) };
  }
  return undefined;
}

interface Filled {
  readonly tree: ParseResult;
  readonly sql: string;
  readonly open: boolean;
  /** From an index into the filled text to one into the text as given. */
  readonly back: (index: number) => number;
}

/** Tries what may stand in the slots until PostgreSQL reads it: each failure changes the slot nearest before it. */
function fill(text: string, slots: readonly Slot[]): Filled | undefined {
  const chosen = slots.map(() => 0);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { sql, back, starts } = compose(text, slots, chosen);
    try {
      const tree = parseSql(sql);
      const open = slots.some((slot, index) => slot.mayJoin && (slot.options[chosen[index] ?? 0] ?? '').trim() === '');
      return { tree, sql, open, back };
    } catch (cause) {
      const cursor = (cause as { sqlDetails?: { cursorPosition?: number } }).sqlDetails?.cursorPosition ?? sql.length;
      if (!advance(slots, chosen, starts, endOfWord(sql, cursor))) return undefined;
    }
  }
  return undefined;
}

/** PostgreSQL says where the word begins that it does not expect; the slot may be in the middle of it. */
function endOfWord(sql: string, cursor: number): number {
  return cursor + (/^[\w$"']*/.exec(sql.slice(cursor))?.[0].length ?? 0);
}

/** Takes the next option of the last slot before the mistake, or of one before that when it has no more. */
function advance(slots: readonly Slot[], chosen: number[], starts: readonly number[], cursor: number): boolean {
  for (let index = slots.length - 1; index >= 0; index -= 1) {
    if ((starts[index] ?? 0) > cursor) continue;
    const next = (chosen[index] ?? 0) + 1;
    if (next < (slots[index]?.options.length ?? 0)) {
      chosen[index] = next;
      return true;
    }
    chosen[index] = 0;
  }
  return false;
}

function compose(text: string, slots: readonly Slot[], chosen: readonly number[]) {
  let sql = '';
  let from = 0;
  const starts: number[] = [];
  const pieces: { readonly out: number; readonly at: number }[] = [{ out: 0, at: 0 }];
  for (const [index, slot] of slots.entries()) {
    sql += text.slice(from, slot.start);
    starts.push(sql.length);
    pieces.push({ out: sql.length, at: slot.start });
    sql += slot.options[chosen[index] ?? 0] ?? '';
    from = slot.end;
    pieces.push({ out: sql.length, at: from });
  }
  sql += text.slice(from);
  const back = (index: number) => {
    const piece = pieces.findLast((one) => one.out <= index) ?? { out: 0, at: 0 };
    return piece.at + index - piece.out;
  };
  return { sql, starts, back };
}

function useOf({ tree, sql, open, back }: Filled): Omit<QueryUse, 'openNames'> {
  const findings = new Findings();
  const unit = byteOffsets(sql);
  for (const { stmt, stmt_location: start } of tree.stmts ?? []) {
    const context = { findings, offset: (location?: number) => back(unit(location ?? start ?? 0)), open, walk };
    walk(stmt, inner(undefined, context), context);
  }
  return findings.all();
}

function merge(one: readonly Slot[], other: readonly Slot[]): Slot[] {
  return [...one, ...other].sort((first, second) => first.start - second.start || first.end - second.end);
}
