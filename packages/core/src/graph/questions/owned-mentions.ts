import type { Mention } from '@iama/model';
import type { Connection } from '../connection.ts';
import type { MentionRow } from '../rows.ts';
import { toMention } from '../rows.ts';

type OwnedRow = MentionRow & { owner: number };

/** Mentions that can become edges, with the source they came from; of one source, or of all. */
export function* ownedMentions(connection: Connection, owner?: number): Generator<{ owner: number; mention: Mention }> {
  const condition = `negated = 0 AND form IN ('id', 'endpoint', 'name')`;
  const rows =
    owner === undefined
      ? connection.prepare(`SELECT * FROM mention WHERE ${condition}`).all()
      : connection.prepare(`SELECT * FROM mention WHERE owner = ? AND ${condition}`).all(owner);
  for (const row of rows as OwnedRow[]) yield { owner: row.owner, mention: toMention(row) };
}
