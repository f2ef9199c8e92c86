import type { About, Elsewhere } from '@iama/gate';
import type { GraphView } from '@iama/model';
import type { Decision, RankedSide, Side } from './side.ts';
import { decide } from './side.ts';

/** What every conflict carries for the log: the sides, and what precedence decides. */
export interface ConflictData {
  readonly subject: string;
  readonly sides: readonly {
    readonly place: string;
    readonly value: string;
    readonly words: string;
    readonly rank?: number;
  }[];
  /** One sentence: who wins by which rank, or that nobody does. */
  readonly decision: string;
}

/** Everything a gate yields for a conflict: where it stands (the side that loses), its data, and the other sides. */
export interface Conflict {
  readonly about: About;
  readonly data: ConflictData;
  readonly elsewhere: Elsewhere;
}

/**
 * Makes a conflict of the sides that disagree about one attribute of a subject. It stands at the side that has to change;
 * unresolved, it is a stop (§8.4) and stands at the first side. Sides that agree with the winner are in its data only.
 */
export function conflict(graph: GraphView<'document'>, subject: string, sides: readonly Side[]): Conflict {
  const decision = decide(graph, sides);
  const { winner } = decision;
  const shown = winner ? (decision.sides.find((side) => side.value !== winner.value) ?? winner) : decision.sides[0];
  const at = shown?.at ?? { path: '', line: 1, column: 1 };
  const related = decision.sides
    .filter((side) => side !== shown && (!winner || side === winner || side.value !== winner.value))
    .map((side) => ({ note: `${side === winner ? 'decided by' : 'also said'} ${side.value}`, at: side.at }));
  return {
    about: { id: subject, at },
    data: { subject, sides: decision.sides.map(sideData), decision: inWords(decision) },
    elsewhere: { subject, related, ...(winner ? {} : { stop: 'S4' as const }) },
  };
}

function sideData({ at, value, words, rank }: RankedSide): ConflictData['sides'][number] {
  return { place: `${at.path}:${at.line}`, value, words, ...(rank === undefined ? {} : { rank }) };
}

function inWords({ sides, winner }: Decision): string {
  if (!winner) {
    const ranks = new Set(sides.map((side) => side.rank));
    if (ranks.size === 1 && sides[0]?.rank === undefined) return 'unresolved: no precedence ranks these documents';
    const paths = new Set(sides.map((side) => side.at.path));
    return paths.size === 1 ? 'unresolved: both stand in one document' : 'unresolved: the sides share the highest rank';
  }
  const loser = sides.find((side) => side.value !== winner.value);
  const other = loser?.rank === undefined ? 'a document nobody ranked' : `\`${loser.at.path}\`, rank ${loser.rank}`;
  return `\`${winner.at.path}\`, rank ${winner.rank}, wins over ${other}`;
}
