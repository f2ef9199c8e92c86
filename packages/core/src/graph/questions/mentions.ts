import type { Mention, MentionFilter } from '@iama/model';
import type { Connection } from '../connection.ts';
import type { MentionRow } from '../rows.ts';
import { toMention } from '../rows.ts';

const order = 'ORDER BY path, line, col, token';
export const mentionsOfForm = `SELECT * FROM mention WHERE form = ? ${order}`;
export const allMentions = `SELECT * FROM mention ${order}`;

/** Names as they stand in the texts, resolved or not. */
export function askMentions(connection: Connection): (filter?: MentionFilter) => Mention[] {
  const ofForm = connection.prepare(mentionsOfForm);
  const all = connection.prepare(allMentions);
  return (filter = {}) => {
    const rows = (filter.form === undefined ? all.all() : ofForm.all(filter.form)) as MentionRow[];
    return rows
      .filter(
        (row) =>
          (filter.path === undefined || row.path === filter.path) &&
          (filter.within === undefined ||
            (row.within_kind === filter.within.kind && row.within_id === filter.within.id)),
      )
      .map(toMention);
  };
}
