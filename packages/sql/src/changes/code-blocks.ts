import type { DoStmt } from 'libpg-query';
import type { Statement } from '../read-statements.ts';
import { tokenize } from '../text/tokens.ts';

/** A statement inside a `DO` block, by its offsets in the block's source. */
export interface InnerStatement {
  readonly start: number;
  readonly end: number;
}

const shapes = /^(?:CREATE|ALTER|DROP|TRUNCATE)$/i;

/** Built statements that shape columns; switching row security on or making partitions shapes none. */
const shapesColumns =
  /\bCREATE\s+(?:UNLOGGED\s+)?TABLE\b(?![\s\S]*\bPARTITION\s+OF\b)|\b(?:CREATE|ALTER|DROP)\s+TYPE\b|\bALTER\s+TABLE\b[\s\S]*\b(?:ADD\s+(?!CONSTRAINT)|DROP\s+(?!CONSTRAINT)|RENAME|ALTER\s+(?:COLUMN\s+)?[%"\w])|\bDROP\s+TABLE\b/i;

/**
 * The statements of a `DO $$ … $$` block that change the schema. They stand behind `IF … THEN`, `BEGIN` or
 * `EXCEPTION`, which only make them safe to run again; so they are taken as run when they can be.
 * `dynamic`: the block builds such a statement at run time, and nobody can read it.
 */
export function innerStatements(node: DoStmt, statement: Statement): { found: InnerStatement[]; dynamic: boolean } {
  const body = bodyOf(node, statement);
  const found: InnerStatement[] = [];
  let dynamic = false;
  if (!body) return { found, dynamic };
  const { text } = statement.source;
  let start: number | undefined;
  let fresh = true;
  let executes = false;
  let literal: InnerStatement | undefined;
  for (const token of tokenize(text, body.start, body.end)) {
    if (token.kind === 'comment') continue;
    const word = text.slice(token.start, token.end);
    if (word === ';') {
      if (start !== undefined) found.push({ start, end: token.start });
      else if (literal) found.push(literal);
      start = undefined;
      literal = undefined;
      fresh = true;
      executes = false;
    } else if (executes && (token.kind === 'string' || token.kind === 'dollar')) {
      if (token.kind === 'string' && !word.slice(1, -1).includes("'") && shapes.test(/\w+/.exec(word)?.[0] ?? ''))
        literal = { start: token.start + 1, end: token.end - 1 };
      else if (shapesColumns.test(word)) dynamic = true;
      executes = false;
    } else if (literal) {
      if (shapesColumns.test(text.slice(literal.start, literal.end))) dynamic = true;
      literal = undefined;
    } else if (token.kind === 'word') {
      if (fresh && start === undefined && shapes.test(word)) start = token.start;
      if (/^EXECUTE$/i.test(word) && start === undefined) executes = true;
      fresh = /^(?:BEGIN|THEN|ELSE|LOOP|DECLARE)$/i.test(word);
    } else fresh = false;
  }
  return { found, dynamic };
}

function bodyOf(node: DoStmt, statement: Statement): { start: number; end: number } | undefined {
  const language = (node.args ?? []).find((item) => 'DefElem' in item && item.DefElem.defname === 'language');
  if (language && 'DefElem' in language) {
    const name = language.DefElem.arg;
    if (name && 'String' in name && name.String.sval !== 'plpgsql') return undefined;
  }
  const { text } = statement.source;
  const quoted = tokenize(text, statement.start, statement.end).find((token) => token.kind === 'dollar');
  if (!quoted) return undefined;
  const tag = /^\$[^$]*\$/.exec(text.slice(quoted.start, quoted.end))?.[0].length ?? 2;
  return { start: quoted.start + tag, end: quoted.end - tag };
}
