import type { SqlOrigin } from '@iama/sql';
import { changesOf, readStatements, sqlText } from '@iama/sql';
import type { MigrationPart, Unread } from './migration-part.ts';

const shaping =
  /^(?:CREATE|ALTER|DROP)\s+(?:(?:OR|REPLACE|UNLOGGED|FOREIGN|GLOBAL|LOCAL|IF|NOT|EXISTS)\s+)*(?:TABLE|TYPE|DOMAIN)\b|^DO\b/i;

/** Every change a text of SQL makes, and every statement of it that can't be read. */
export function readChanges(origin: SqlOrigin, text: string): Pick<MigrationPart, 'statements' | 'changes' | 'unread'> {
  const { statements, broken } = readStatements(sqlText(text, origin));
  const unread: Unread[] = broken.map(({ at, message, text: said }) => ({
    line: at.line,
    column: at.column,
    message,
    shapes: shaping.test(said),
  }));
  const changes = statements.flatMap((statement) => {
    const { changes: made, dynamic } = changesOf(statement);
    if (dynamic)
      unread.push({
        line: statement.at.line,
        column: statement.at.column,
        message: 'The block builds statements while it runs',
        shapes: true,
      });
    return made;
  });
  return { statements: statements.length + broken.length, changes, unread };
}
