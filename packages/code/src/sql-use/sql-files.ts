import type { Facts, Reader } from '@iama/model';
import { detectDialect, isPostgres, prepareSql, splitStatements } from '@iama/sql';
import { LineIndex } from '../lexing/line-index.ts';
import { migrationPath } from '../migrations/migration-path.ts';
import { looksLikeSql } from './looks-like-sql.ts';
import type { SqlUsePart } from './sql-use-part.ts';
import { useOfText } from './use-of-text.ts';

const aside =
  /(?:^|\/)(?:node_modules|vendor|tests?|__tests__|test[-_]?data|fixtures?|spec|e2e|examples?|samples?|seeds?|seeders?|docs?|mocks?|dist|target|archived?|backups?|scripts?|migrations?)\//i;

/** Functions, triggers and definitions are no queries of the product. */
function isQuery(statement: string): boolean {
  return looksLikeSql(statement, true) && !/^\s*(?:--[^\n]*\n\s*)*(?:CREATE|ALTER|DROP)\b/i.test(statement);
}

/** Queries kept in files of their own, as sqlc, PgTyped and the like read them. */
export const sqlFiles: Reader = {
  name: 'sql-files',
  version: 1,
  gives: [],
  accepts: (path) => /\.sql$/i.test(path) && !aside.test(path) && migrationPath(path) === undefined,
  prepare: prepareSql,
  read({ path, text }): Facts {
    const none = { nodes: [], edges: [], mentions: [] };
    if (detectDialect(text) !== undefined && !isPostgres(text)) return { ...none, parts: [], problems: [] };
    const places = new LineIndex(text);
    const placeAt = (index: number) => ({ path, ...places.placeOf(index) });
    const pieces = [...splitStatements(text)].filter(({ start, end }) => isQuery(text.slice(start, end)));
    const read = pieces.map(({ start, end }) =>
      useOfText({ text: text.slice(start, end), holes: [], placeAt: (index) => placeAt(start + index) }),
    );
    const used: SqlUsePart = {
      uses: read.flatMap((one) => one.uses),
      undecided: read.flatMap((one) => one.undecided),
      temporary: read.flatMap((one) => one.temporary),
    };
    const problems = read.flatMap((one) => one.problems);
    const parts = used.uses.length === 0 ? [] : [{ kind: 'sql-use', at: placeAt(0), data: used }];
    return { ...none, parts, problems };
  },
};
