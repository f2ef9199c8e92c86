import type { GraphView, Place } from '@iama/model';

/** One side of a conflict: what one place says of the subject. */
export interface Side {
  readonly at: Place;
  /** What it says, as short as a cell of a table: `403`, `3/day`, `TEXT`. */
  readonly value: string;
  /** The words it stands in. */
  readonly words: string;
}

/** A side with the rank of its document. */
export interface RankedSide extends Side {
  /** 1 is the highest; absent: nobody ranked the document. */
  readonly rank?: number;
}

/** How precedence (§4) decides between sides. */
export interface Decision {
  /** Highest first; sides of one rank in order of place. */
  readonly sides: readonly RankedSide[];
  /** Absent: the highest rank is shared by sides that disagree, or nobody ranked any of them. */
  readonly winner?: RankedSide;
}

/**
 * Decides between sides that disagree. A ranked document wins over an unranked one; the highest rank wins; sides of one
 * document, or of one rank, that say different things decide nothing: that is for a person.
 */
export function decide(graph: GraphView<'document'>, sides: readonly Side[]): Decision {
  const ranks = graph.once(
    'conflicts/ranks',
    () => new Map(graph.nodes('document').map(({ id, attributes }) => [id, attributes.rank])),
  );
  const ranked = sides
    .map((side): RankedSide => {
      const rank = ranks.get(side.at.path);
      return rank === undefined ? side : { ...side, rank };
    })
    .sort(
      (a, b) => order(a) - order(b) || (a.at.path < b.at.path ? -1 : a.at.path > b.at.path ? 1 : a.at.line - b.at.line),
    );
  const [first] = ranked;
  if (!first || first.rank === undefined) return { sides: ranked };
  const values = new Set(ranked.filter((side) => side.rank === first.rank).map((side) => side.value));
  return values.size === 1 ? { sides: ranked, winner: first } : { sides: ranked };
}

function order(side: RankedSide): number {
  return side.rank ?? Number.MAX_SAFE_INTEGER;
}
