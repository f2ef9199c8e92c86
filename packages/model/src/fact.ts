import type { NodeAttributes, NodeKind } from './node-kinds.ts';
import type { Place } from './place.ts';

/** Who says it: a document, the code, or a record a person keeps. */
export const sides = ['specified', 'observed', 'recorded'] as const;
export type Side = (typeof sides)[number];

/**
 * What links two things.
 * `accepts` acceptance → requirement · `specifies` endpoint/table/transition/decision/item → requirement ·
 * `implements` file/endpoint → requirement · `verifies` test → requirement · `mentions` anything → anything named in it ·
 * `contains` table → column, document → section · `emits` endpoint/file → error code · `references` column → column ·
 * `supersedes` decision → decision · `reads`/`writes` file → table/column/state · `calls` client call → endpoint ·
 * `uses` file → dependency.
 */
export const edgeKinds = [
  'accepts',
  'specifies',
  'implements',
  'verifies',
  'mentions',
  'contains',
  'emits',
  'references',
  'supersedes',
  'reads',
  'writes',
  'calls',
  'uses',
] as const;
export type EdgeKind = (typeof edgeKinds)[number];

/** How an edge is known: an annotation says so, structure says so, or only the names are alike. */
export const certainties = ['declared', 'derived', 'guessed'] as const;
export type Certainty = (typeof certainties)[number];

export interface NodeRef {
  readonly kind: NodeKind;
  readonly id: string;
}

/** One thing one source says at one place. Immutable. Duplicates are stored as said. */
export type NodeFact<K extends NodeKind = NodeKind> = {
  readonly [N in K]: {
    readonly kind: N;
    readonly id: string;
    readonly side: Side;
    readonly at: Place;
    readonly attributes: NodeAttributes[N];
  };
}[K];

export interface EdgeFact {
  readonly kind: EdgeKind;
  readonly from: NodeRef;
  readonly to: NodeRef;
  readonly at: Place;
  readonly how: Certainty;
  /** The words that say so, shortened to one line. */
  readonly evidence: string;
}

/**
 * A name that stands in a text and may mean a node. What it means is decided when the graph is resolved,
 * because that needs the names all other sources define.
 */
export interface Mention {
  /** `id`: shaped like a requirement or decision id · `endpoint`: `METHOD /path` or a bare `/path` ·
   *  `name`: a code span that is one identifier or dotted identifier · `reference`: a section reference (`Section 13`, `§6.3`) · `link`: a Markdown link target. */
  readonly form: 'id' | 'endpoint' | 'name' | 'reference' | 'link';
  readonly token: string;
  readonly at: Place;
  /** The block it stands in: the endpoint, table, requirement, decision, test … whose text holds it. */
  readonly within?: NodeRef;
  /** What the place claims: an annotation verb, or nothing. */
  readonly verb?: 'implements' | 'verifies' | 'requires';
  /** True in negative examples, struck-through text, lists of old names: never a reference. */
  readonly negated?: boolean;
  /** Set on every id a range expands to: the range as written. */
  readonly range?: string;
  /** Column of a table or kind of text it stands in, when that says something: `comment`, `test title`, a table header. */
  readonly context?: string;
  /** The line it stands in, shortened to 160 characters. */
  readonly evidence: string;
}

/** Material for a resolver, which composes it over files: a route before its prefix, one migration's statements. Not exported. */
export interface Part {
  readonly kind: string;
  readonly at: Place;
  readonly data: unknown;
}

/** Something a reader could not read. Never silence: gates that read a hidden kind are unverified. */
export interface Problem {
  readonly at: Place;
  /** Stable word: `unreadable`, `binary`, `syntax`, `too-large`, `dialect`, `unresolved` … */
  readonly code: string;
  readonly message: string;
  /** Kinds of nodes this source may hold that now are not in the graph. Empty: told to people, hides nothing. */
  readonly hides: readonly NodeKind[];
}

/** Everything one source says. */
export interface Facts {
  readonly nodes: readonly NodeFact[];
  readonly edges: readonly EdgeFact[];
  readonly mentions: readonly Mention[];
  readonly parts: readonly Part[];
  readonly problems: readonly Problem[];
}
