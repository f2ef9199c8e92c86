import type { Place } from '@iama/model';
import type { Node } from 'libpg-query';
import { parseSql } from './parser.ts';
import { byteOffsets } from './text/byte-offsets.ts';
import { blankClientCommands, blankSchemaVariables } from './text/client-commands.ts';
import { splitStatements } from './text/split-statements.ts';
import type { SqlText } from './text/sql-text.ts';
import { skipBlank, tokenize } from './text/tokens.ts';

/** One statement PostgreSQL can read. */
export interface Statement {
  readonly node: Node;
  readonly source: SqlText;
  /** UTF-16 offsets in `source.text`: first token, and behind the last one. */
  readonly start: number;
  readonly end: number;
  readonly at: Place;
  /** From a location inside `node`, which counts bytes and leaves out 0, to an offset in `source.text`. */
  readonly offset: (location: number | undefined) => number;
}

/** One statement it can't read. The statements around it are not lost. */
export interface BrokenStatement {
  readonly start: number;
  readonly end: number;
  readonly at: Place;
  readonly message: string;
  readonly text: string;
}

export interface Statements {
  readonly statements: readonly Statement[];
  readonly broken: readonly BrokenStatement[];
}

/** Reads every statement of a text with PostgreSQL's own parser, in order. */
export function readStatements(source: SqlText): Statements {
  try {
    return { statements: parsePiece(source, source.text, 0, source.text.length), broken: [] };
  } catch {
    return readOneByOne(source, blankSchemaVariables(blankClientCommands(source.text)));
  }
}

/** The statements between two offsets, or undefined when they can't be read. */
export function readSlice(source: SqlText, from: number, to: number): readonly Statement[] | undefined {
  try {
    return parsePiece(source, source.text, from, to);
  } catch {
    return undefined;
  }
}

function parsePiece(source: SqlText, text: string, from: number, to: number): Statement[] {
  const piece = from === 0 && to === text.length ? text : text.slice(from, to);
  const unit = byteOffsets(piece);
  const offset = (location: number | undefined) => from + unit(location ?? 0);
  return (parseSql(piece).stmts ?? []).flatMap((raw) => {
    if (!raw.stmt) return [];
    const begin = offset(raw.stmt_location);
    const start = skipBlank(source.text, begin);
    const end = raw.stmt_len ? offset((raw.stmt_location ?? 0) + raw.stmt_len) : endOfText(source.text, start, to);
    return [{ node: raw.stmt, source, start, end, at: source.place(start), offset }];
  });
}

function endOfText(text: string, start: number, to: number): number {
  return tokenize(text, start, to).findLast((token) => token.kind !== 'comment')?.end ?? to;
}

function readOneByOne(source: SqlText, text: string): Statements {
  const statements: Statement[] = [];
  const broken: BrokenStatement[] = [];
  let from = 0;
  while (from < text.length) {
    let restart: number | undefined;
    for (const piece of splitStatements(text, from)) {
      try {
        statements.push(...parsePiece(source, text, piece.start, piece.end));
      } catch (cause) {
        restart = endInsideString(text, piece.start, piece.end);
        broken.push(brokenStatement(source, text, piece.start, restart ?? piece.end, cause));
        if (restart !== undefined) break;
      }
    }
    if (restart === undefined) break;
    from = restart;
  }
  return { statements, broken };
}

/** Where a broken statement may really end: a line end behind a semicolon that a quote nobody closed has swallowed. */
function endInsideString(text: string, start: number, end: number): number | undefined {
  for (const token of tokenize(text, start, end)) {
    if (token.kind !== 'string' && token.kind !== 'quoted') continue;
    const close = /;[ \t]*(?:--[^\n]*)?\r?\n/.exec(text.slice(token.start, token.end));
    if (close) return token.start + close.index + close[0].length;
  }
  return undefined;
}

function brokenStatement(source: SqlText, text: string, from: number, end: number, cause: unknown): BrokenStatement {
  const start = skipBlank(text, from);
  const details = (cause as { sqlDetails?: { cursorPosition?: number } }).sqlDetails;
  const cursor = details?.cursorPosition;
  const characters = Array.from(text.slice(from, end)).slice(0, cursor ?? 0);
  const place = cursor === undefined || cursor < 0 ? start : Math.max(start, from + characters.join('').length);
  return {
    start,
    end,
    at: source.place(Math.min(place, end)),
    message: cause instanceof Error ? cause.message : String(cause),
    text: text.slice(start, end).trim(),
  };
}
