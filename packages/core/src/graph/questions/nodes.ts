import type { NodeFact, NodeFilter, NodeKind } from '@iama/model';
import type { Connection } from '../connection.ts';
import type { NodeRow } from '../rows.ts';
import { toNode } from '../rows.ts';

const columns = 'kind, id, side, path, line, col, section, attributes';
const order = 'ORDER BY path, line, col, id, side';
export const nodesOfKind = `SELECT ${columns} FROM node WHERE kind = ? ${order}`;
export const nodesOfId = `SELECT ${columns} FROM node WHERE kind = ? AND id = ? ${order}`;

/** All nodes of a kind, in order of place. */
export function askNodes(connection: Connection): <N extends NodeKind>(kind: N, filter?: NodeFilter) => NodeFact<N>[] {
  const all = connection.prepare(nodesOfKind);
  const one = connection.prepare(nodesOfId);
  return <N extends NodeKind>(kind: N, filter: NodeFilter = {}) => {
    const rows = (filter.id === undefined ? all.all(kind) : one.all(kind, filter.id)) as NodeRow[];
    return rows
      .filter(
        (row) =>
          (filter.side === undefined || row.side === filter.side) &&
          (filter.path === undefined || row.path === filter.path),
      )
      .map((row) => toNode<N>(row));
  };
}
