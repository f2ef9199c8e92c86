import type { NodeKind, Place } from '@iama/model';
import { changesOf } from './changes/changes-of.ts';
import { columnComments, elidesColumns, valuesInWords } from './changes/column-comments.ts';
import type { SchemaChange } from './changes/schema-change.ts';
import type { ForeignDialect } from './dialect/detect-dialect.ts';
import { lenientCreateTable } from './dialect/lenient-create-table.ts';
import type { BrokenStatement, Statement } from './read-statements.ts';
import { readStatements } from './read-statements.ts';
import type { SqlText } from './text/sql-text.ts';

/** One change a text of definitions makes, with the lines its statement takes up. */
export interface Definition {
  readonly change: SchemaChange;
  readonly line: number;
  readonly lastLine: number;
  /** What comments say beside columns, by column. */
  readonly comments: Readonly<Record<string, string>>;
}

export interface DefinitionProblem {
  readonly at: Place;
  readonly code: 'dialect' | 'syntax' | 'partial';
  readonly message: string;
  readonly hides: readonly NodeKind[];
}

/** A problem, and the table it leaves incomplete. */
type Noted = DefinitionProblem & { readonly table?: string };

export interface Definitions {
  readonly definitions: readonly Definition[];
  readonly problems: readonly DefinitionProblem[];
  /** Tables whose definition leaves columns out. */
  readonly excerpts: readonly string[];
}

/**
 * Reads SQL people write to say what a schema is. PostgreSQL's parser comes first; a `CREATE TABLE` it refuses is read
 * word by word, and every one of another dialect is, because names there keep their case.
 */
export function readDefinitions(source: SqlText, dialect?: ForeignDialect): Definitions {
  const { statements, broken } = readStatements(source);
  const definitions: Definition[] = [];
  const problems: Noted[] = [];
  const pieces = [...statements, ...broken].sort((one, other) => one.start - other.start);
  for (const piece of pieces) {
    if (dialect === 'warehouse') {
      if ('message' in piece || 'CreateStmt' in piece.node) problems.push(elsewhere(piece));
      continue;
    }
    const isTable = /^CREATE\s+(?:[A-Z]+\s+)*TABLE\b/i.test(source.text.slice(piece.start, piece.start + 80));
    if (isTable && (dialect !== undefined || !('node' in piece))) {
      if (readLeniently(source, piece, dialect, definitions, problems)) continue;
    }
    if ('node' in piece) definitions.push(...fromStatement(source, piece, problems));
    else if (!isTable || dialect === undefined || piece.text !== '') {
      const problem = unreadable(piece, dialect);
      if (problem) problems.push(problem);
    }
  }
  const excerpts = problems.flatMap((problem) => (problem.table === undefined ? [] : [problem.table]));
  return { definitions, problems: problems.map(({ table: _, ...problem }) => problem), excerpts };
}

function fromStatement(source: SqlText, statement: Statement, problems: Noted[]): Definition[] {
  const lines = { line: statement.at.line, lastLine: source.place(Math.max(statement.start, statement.end - 1)).line };
  return changesOf(statement).changes.map((change) => {
    if (change.kind !== 'create-table') return { change, ...lines, comments: {} };
    return { ...lines, ...commented(source, change, statement.start, statement.end, problems) };
  });
}

function readLeniently(
  source: SqlText,
  piece: Statement | BrokenStatement,
  dialect: ForeignDialect | undefined,
  definitions: Definition[],
  problems: Noted[],
): boolean {
  const table = lenientCreateTable(source, piece.start, piece.end, dialect === undefined);
  if (!table) return false;
  const name = table.change.table;
  for (const { at, text } of table.unread)
    problems.push({
      at,
      code: dialect === undefined ? 'syntax' : 'dialect',
      message: `\`${text.slice(0, 60)}\` in the definition of \`${name}\` can't be read`,
      hides: ['column'],
    });
  if (table.elided) problems.push(partial(table.change.at, name));
  else if (dialect === undefined && table.unread.length === 0 && 'message' in piece)
    problems.push({
      at: piece.at,
      code: 'syntax',
      message: `PostgreSQL refuses the definition of \`${name}\` (${piece.message}); it was read word by word`,
      hides: [],
    });
  definitions.push({
    line: piece.at.line === table.change.at.line ? piece.at.line : table.change.at.line,
    lastLine: source.place(table.end - 1).line,
    ...commented(source, table.change, piece.start, table.end, table.elided ? [] : problems),
  });
  return true;
}

function commented(
  source: SqlText,
  change: SchemaChange & { kind: 'create-table' },
  start: number,
  end: number,
  problems: Noted[],
): Pick<Definition, 'change' | 'comments'> {
  if (elidesColumns(source, start, end)) problems.push(partial(change.at, change.table));
  const said = columnComments(
    source,
    start,
    end,
    change.columns.map((column) => source.offset(column.at)),
  );
  const comments: Record<string, string> = {};
  const columns = change.columns.map((column, index) => {
    const words = said[index] ?? '';
    if (words === '') return column;
    comments[column.name] = words;
    const values = valuesInWords(words);
    return values ? { ...column, values } : column;
  });
  return { change: { ...change, columns }, comments };
}

/** Tables of an analytical store are named, not read. */
function elsewhere(piece: Statement | BrokenStatement): DefinitionProblem {
  return { at: piece.at, code: 'dialect', message: 'SQL of a data warehouse is not read', hides: [] };
}

function partial(at: Place, table: string): Noted {
  return {
    at,
    table,
    code: 'partial',
    message: `The definition of \`${table}\` leaves columns out`,
    hides: ['column'],
  };
}

/** A statement nobody can read matters when it may shape a table; indexes, functions and queries shape none. */
function unreadable(piece: BrokenStatement, dialect: ForeignDialect | undefined): DefinitionProblem | undefined {
  const shapes = /^(?:CREATE|ALTER|DROP)\s+(?:[A-Z]+\s+)*?(TABLE|TYPE|DOMAIN)\b/i.exec(piece.text);
  if (!shapes) return undefined;
  return {
    at: piece.at,
    code: dialect === undefined ? 'syntax' : 'dialect',
    message: `\`${piece.text.replace(/\s+/g, ' ').slice(0, 60)}\` can't be read: ${piece.message}`,
    hides: ['table', 'column'],
  };
}
