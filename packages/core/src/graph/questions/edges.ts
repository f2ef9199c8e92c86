import type { EdgeFact, EdgeKind, NodeRef } from '@iama/model';
import type { Connection } from '../connection.ts';
import type { EdgeRow } from '../rows.ts';
import { toEdge } from '../rows.ts';

const order = 'ORDER BY path, line, col, kind, from_kind, from_id, to_kind, to_id';
export const edgesFromNode = `SELECT * FROM edge WHERE from_kind = ? AND from_id = ? ${order}`;
export const edgesToNode = `SELECT * FROM edge WHERE to_kind = ? AND to_id = ? ${order}`;
export const edgesOfKind = `SELECT * FROM edge WHERE kind = ? ${order}`;

export interface EdgeQuestions {
  from(node: NodeRef, kind?: EdgeKind): EdgeFact[];
  to(node: NodeRef, kind?: EdgeKind): EdgeFact[];
  ofKind(kind: EdgeKind): EdgeFact[];
}

/** What leads away from a node, what leads to it, and all edges of a kind, which are read once, however often. */
export function askEdges(connection: Connection): EdgeQuestions {
  const from = connection.prepare(edgesFromNode);
  const to = connection.prepare(edgesToNode);
  const ofKind = connection.prepare(edgesOfKind);
  const kept = new Map<EdgeKind, readonly EdgeFact[]>();
  const only = (rows: unknown[], kind: EdgeKind | undefined) =>
    (rows as EdgeRow[]).filter((row) => kind === undefined || row.kind === kind).map(toEdge);
  return {
    from: (node, kind) => only(from.all(node.kind, node.id), kind),
    to: (node, kind) => only(to.all(node.kind, node.id), kind),
    ofKind(kind) {
      const edges = kept.get(kind) ?? only(ofKind.all(kind), undefined);
      kept.set(kind, edges);
      return edges.slice();
    },
  };
}
