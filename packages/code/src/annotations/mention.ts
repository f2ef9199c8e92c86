import type { Mention, NodeRef } from '@iama/model';
import type { LineIndex } from '../lexing/line-index.ts';

/** What is known of one id where it stands. */
export interface SaidId {
  readonly token: string;
  /** Offset in the file. */
  readonly start: number;
  readonly verb?: NonNullable<Mention['verb']>;
  readonly negated?: boolean;
  readonly range?: string;
}

/** Collects mentions of one file. */
export interface Sayer {
  readonly mentions: Mention[];
  /** Adds one mention for each node the id stands within. */
  say(id: SaidId, within: readonly NodeRef[], context: string): void;
}

/** A collector of the mentions of the file at `path`. */
export function sayer(path: string, places: LineIndex): Sayer {
  const mentions: Mention[] = [];
  return {
    mentions,
    say(id, within, context) {
      const at = places.placeOf(id.start);
      const evidence = places.textOf(at.line).slice(0, 160);
      for (const node of within) {
        mentions.push({
          form: 'id',
          token: id.token,
          at: { path, ...at },
          within: node,
          ...(id.verb === undefined ? {} : { verb: id.verb }),
          ...(id.negated === true ? { negated: true } : {}),
          ...(id.range === undefined ? {} : { range: id.range }),
          context,
          evidence,
        });
      }
    },
  };
}
