import type { EdgeFact, EdgeKind, Mention, NodeFact, NodeRef, Problem, Side } from './fact.ts';
import type { NodeKind } from './node-kinds.ts';
import type { Settings } from './settings.ts';

export interface NodeFilter {
  readonly side?: Side;
  readonly id?: string;
  readonly path?: string;
}

export interface MentionFilter {
  readonly form?: Mention['form'];
  readonly path?: string;
  /** Only mentions inside this node. */
  readonly within?: NodeRef;
}

/**
 * All a gate or view ever sees. Every answer is ordered by path, line, column, id; `K` are the kinds it declared in `reads`
 * (asking for another kind is a type error, and throws at run time).
 */
export interface GraphView<K extends NodeKind = NodeKind> {
  readonly settings: Settings;
  nodes<N extends K>(kind: N, filter?: NodeFilter): NodeFact<N>[];
  /** The first node of that kind and id, specified side first. */
  node<N extends K>(kind: N, id: string): NodeFact<N> | undefined;
  edgesFrom(node: NodeRef, kind?: EdgeKind): EdgeFact[];
  edgesTo(node: NodeRef, kind?: EdgeKind): EdgeFact[];
  edges(kind: EdgeKind): EdgeFact[];
  /** Raw mentions, resolved or not: what conflicts and dangling references are found in. */
  mentions(filter?: MentionFilter): Mention[];
  /** The nearest known id of that kind, or undefined when none is near. */
  nearest(kind: K, id: string): string | undefined;
  problems(): Problem[];
  /** What `compute` gives, computed once for this graph: for what several gates derive from it in the same way. */
  once<T>(name: string, compute: () => T): T;
}
