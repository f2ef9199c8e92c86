import type { NodeFact, NodeFilter, NodeKind } from '@iama/model';
import type { Connection } from '../connection.ts';
import type { NodeRow } from '../rows.ts';
import { toNode } from '../rows.ts';

const columns = 'kind, id, side, path, line, col, section, attributes';
const order = 'ORDER BY path, line, col, id, side';
export const nodesOfKind = `SELECT ${columns} FROM node WHERE kind = ? ${order}`;
export const nodesOfId = `SELECT ${columns} FROM node WHERE kind = ? AND id = ? ${order}`;

/** All nodes of a kind, in order of place. The graph stands still while it is asked: a kind is read once, however often. */
export function askNodes(connection: Connection): <N extends NodeKind>(kind: N, filter?: NodeFilter) => NodeFact<N>[] {
  const all = connection.prepare(nodesOfKind);
  const one = connection.prepare(nodesOfId);
  const kept = new Map<NodeKind, readonly NodeFact[]>();
  const ofKind = (kind: NodeKind): readonly NodeFact[] => {
    const nodes = kept.get(kind) ?? (all.all(kind) as NodeRow[]).map((row) => toNode(row));
    kept.set(kind, nodes);
    return nodes;
  };
  return <N extends NodeKind>(kind: N, { id, side, path }: NodeFilter = {}) => {
    const nodes = id === undefined ? ofKind(kind) : (one.all(kind, id) as NodeRow[]).map((row) => toNode(row));
    return nodes.filter(
      (node) => (side === undefined || node.side === side) && (path === undefined || node.at.path === path),
    ) as NodeFact<N>[];
  };
}
