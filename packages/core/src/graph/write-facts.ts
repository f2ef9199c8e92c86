import type { EdgeFact, Facts, Mention, NodeFact, Part, Problem } from '@iama/model';
import type { Connection } from './connection.ts';

/** Stores and removes the facts of sources. One value per connection: its statements are prepared once. */
export interface FactWriter {
  addSource(source: { path: string; size: number; mtime: number; hash: string; reading: string }): number;
  touchSource(path: string, size: number, mtime: number): void;
  removeSource(path: string): void;
  /** Owner 0: facts resolved from several sources. */
  addFacts(owner: number, facts: Partial<Facts>): void;
  removeFacts(owner: number): void;
  /** Edges that mentions came to mean; they belong to the source of the mention. */
  addResolvedEdge(owner: number, edge: EdgeFact): void;
  /** Without an owner: of all sources. */
  removeResolvedEdges(owner?: number): void;
  updateNode(owner: number, node: NodeFact): void;
  setMeta(key: string, value: string): void;
}

export function factWriter(connection: Connection): FactWriter {
  const insert = {
    source: connection.prepare('INSERT INTO source (path, size, mtime, hash, reading) VALUES (?, ?, ?, ?, ?)'),
    node: connection.prepare('INSERT INTO node VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    edge: connection.prepare('INSERT INTO edge VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    mention: connection.prepare('INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    part: connection.prepare('INSERT INTO part VALUES (?, ?, ?, ?, ?, ?)'),
    problem: connection.prepare('INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?, ?)'),
    meta: connection.prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value'),
  };
  const owned = ['node', 'edge', 'mention', 'part', 'problem'] as const;
  const remove = owned.map((table) => connection.prepare(`DELETE FROM ${table} WHERE owner = ?`));
  const touch = connection.prepare('UPDATE source SET size = ?, mtime = ? WHERE path = ?');
  const find = connection.prepare('SELECT id FROM source WHERE path = ?').pluck();
  const removeResolved = connection.prepare('DELETE FROM edge WHERE owner = ? AND resolved = 1');
  const removeAllResolved = connection.prepare('DELETE FROM edge WHERE resolved = 1');
  const update = connection.prepare('UPDATE node SET attributes = ? WHERE owner = ? AND kind = ? AND id = ?');
  const removeSource = connection.prepare('DELETE FROM source WHERE path = ?');

  const add = {
    node: (owner: number, { kind, id, side, at, attributes }: NodeFact) =>
      insert.node.run(
        owner,
        kind,
        id,
        side,
        at.path,
        at.line,
        at.column,
        at.section ?? null,
        JSON.stringify(attributes),
      ),
    edge: (owner: number, { kind, from, to, how, at, evidence }: EdgeFact, resolved: 0 | 1) =>
      insert.edge.run(
        owner,
        kind,
        from.kind,
        from.id,
        to.kind,
        to.id,
        how,
        at.path,
        at.line,
        at.column,
        at.section ?? null,
        evidence,
        resolved,
      ),
    mention: (owner: number, said: Mention) =>
      insert.mention.run(
        owner,
        said.form,
        said.token,
        said.at.path,
        said.at.line,
        said.at.column,
        said.at.section ?? null,
        said.within?.kind ?? null,
        said.within?.id ?? null,
        said.verb ?? null,
        said.negated ? 1 : 0,
        said.range ?? null,
        said.context ?? null,
        said.evidence,
      ),
    part: (owner: number, { kind, at, data }: Part) =>
      insert.part.run(owner, kind, at.path, at.line, at.column, JSON.stringify(data)),
    problem: (owner: number, { code, at, message, hides }: Problem) =>
      insert.problem.run(owner, code, at.path, at.line, at.column, message, hides.join(' ')),
  };

  const writer: FactWriter = {
    addSource: ({ path, size, mtime, hash, reading }) =>
      Number(insert.source.run(path, size, mtime, hash, reading).lastInsertRowid),
    touchSource: (path, size, mtime) => void touch.run(size, mtime, path),
    removeSource(path) {
      const id = find.get(path) as number | undefined;
      if (id === undefined) return;
      writer.removeFacts(id);
      removeSource.run(path);
    },
    addFacts(owner, facts) {
      for (const node of facts.nodes ?? []) add.node(owner, node);
      for (const edge of facts.edges ?? []) add.edge(owner, edge, 0);
      for (const mention of facts.mentions ?? []) add.mention(owner, mention);
      for (const part of facts.parts ?? []) add.part(owner, part);
      for (const problem of facts.problems ?? []) add.problem(owner, problem);
    },
    removeFacts(owner) {
      for (const statement of remove) statement.run(owner);
    },
    addResolvedEdge: (owner, edge) => void add.edge(owner, edge, 1),
    removeResolvedEdges(owner) {
      if (owner === undefined) removeAllResolved.run();
      else removeResolved.run(owner);
    },
    updateNode: (owner, node) => void update.run(JSON.stringify(node.attributes), owner, node.kind, node.id),
    setMeta: (key, value) => void insert.meta.run(key, value),
  };
  return writer;
}
