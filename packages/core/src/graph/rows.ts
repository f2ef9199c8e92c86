import type { EdgeFact, Mention, NodeFact, NodeKind, Part, Place, Problem } from '@iama/model';

interface PlaceRow {
  readonly path: string;
  readonly line: number;
  readonly col: number;
  readonly section?: string | null;
}

export interface NodeRow extends PlaceRow {
  readonly kind: string;
  readonly id: string;
  readonly side: string;
  readonly attributes: string;
}

export interface EdgeRow extends PlaceRow {
  readonly kind: string;
  readonly from_kind: string;
  readonly from_id: string;
  readonly to_kind: string;
  readonly to_id: string;
  readonly how: string;
  readonly evidence: string;
}

export interface MentionRow extends PlaceRow {
  readonly form: string;
  readonly token: string;
  readonly within_kind: string | null;
  readonly within_id: string | null;
  readonly verb: string | null;
  readonly negated: number;
  readonly range: string | null;
  readonly context: string | null;
  readonly evidence: string;
}

function place(row: PlaceRow): Place {
  return { path: row.path, line: row.line, column: row.col, ...(row.section ? { section: row.section } : {}) };
}

export function toNode<K extends NodeKind>(row: NodeRow): NodeFact<K> {
  return {
    kind: row.kind,
    id: row.id,
    side: row.side,
    at: place(row),
    attributes: JSON.parse(row.attributes),
  } as NodeFact<K>;
}

export function toEdge(row: EdgeRow): EdgeFact {
  return {
    kind: row.kind as EdgeFact['kind'],
    from: { kind: row.from_kind as NodeKind, id: row.from_id },
    to: { kind: row.to_kind as NodeKind, id: row.to_id },
    how: row.how as EdgeFact['how'],
    at: place(row),
    evidence: row.evidence,
  };
}

export function toMention(row: MentionRow): Mention {
  return {
    form: row.form as Mention['form'],
    token: row.token,
    at: place(row),
    ...(row.within_kind && row.within_id ? { within: { kind: row.within_kind as NodeKind, id: row.within_id } } : {}),
    ...(row.verb ? { verb: row.verb as NonNullable<Mention['verb']> } : {}),
    ...(row.negated ? { negated: true } : {}),
    ...(row.range ? { range: row.range } : {}),
    ...(row.context ? { context: row.context } : {}),
    evidence: row.evidence,
  };
}

export function toPart(row: PlaceRow & { kind: string; data: string }): Part {
  return { kind: row.kind, at: place(row), data: JSON.parse(row.data) };
}

export function toProblem(row: PlaceRow & { code: string; message: string; hides: string }): Problem {
  return {
    at: place(row),
    code: row.code,
    message: row.message,
    hides: row.hides === '' ? [] : (row.hides.split(' ') as NodeKind[]),
  };
}
