import { inScope } from '@iama/gate';
import type { GraphView, NodeFact } from '@iama/model';

type Subject = NodeFact<'endpoint' | 'table'>;

/** Subjects of one document that no requirement stands behind; `all` when that is every one of at least three. */
export interface Orphans {
  readonly path: string;
  readonly orphans: readonly [Subject, ...Subject[]];
  readonly all: boolean;
}

/**
 * Specified endpoints or tables that nobody ties to a requirement. Tied is: the block names the requirement, the
 * requirement names the thing, or the section both stand in names it outside of any block.
 */
export function* withoutRequirement(
  graph: GraphView<'endpoint' | 'table' | 'requirement' | 'column'>,
  kind: 'endpoint' | 'table',
): Generator<Orphans> {
  // Without any requirement there is nothing to be tied to: the report says that none was found.
  if (graph.nodes('requirement').length === 0) return;
  const sections = new Set<string>();
  for (const edge of graph.edges('mentions')) {
    if (edge.to.kind === 'requirement' && edge.from.kind === 'document')
      sections.add(key(edge.at.path, edge.at.section));
  }
  const byPath = new Map<string, Subject[]>();
  for (const subject of graph.nodes(kind, { side: 'specified' })) {
    if (!inScope(subject.attributes.version, graph.settings)) continue;
    const list = byPath.get(subject.at.path);
    if (list) list.push(subject);
    else byPath.set(subject.at.path, [subject]);
  }
  for (const [path, subjects] of byPath) {
    const [first, ...rest] = subjects.filter((subject) => {
      if (sections.has(key(path, subject.at.section))) return false;
      const specifies = graph.edgesFrom(subject, 'specifies').some((edge) => edge.to.kind === 'requirement');
      return !specifies && !graph.edgesTo(subject).some((edge) => edge.from.kind === 'requirement');
    });
    if (!first) continue;
    const count = rest.length + 1;
    yield { path, orphans: [first, ...rest], all: count === subjects.length && count > 2 };
  }
}

function key(path: string, section: string | undefined): string {
  return `${path}\0${section ?? ''}`;
}
