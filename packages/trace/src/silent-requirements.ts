import { inScope } from '@iama/gate';
import type { GraphView, NodeFact } from '@iama/model';
import { requirementsOnce } from './scope.ts';

type Requirement = NodeFact<'requirement'>;

/** Requirements that do not say something, by document; `all` when none of at least three in that document says it. */
export interface Silence {
  readonly path: string;
  readonly silent: readonly [Requirement, ...Requirement[]];
  readonly all: boolean;
}

/**
 * Where a whole document never says something (its team keeps priorities or acceptance elsewhere), that is one thing to
 * tell, not one for each requirement.
 */
export function* silentRequirements(
  graph: GraphView<'requirement' | 'document'>,
  isSilent: (requirement: Requirement) => boolean,
): Generator<Silence> {
  const byPath = new Map<string, Requirement[]>();
  for (const requirement of requirementsOnce(graph)) {
    if (!inScope(requirement.attributes.version, graph.settings)) continue;
    const list = byPath.get(requirement.at.path);
    if (list) list.push(requirement);
    else byPath.set(requirement.at.path, [requirement]);
  }
  for (const [path, requirements] of byPath) {
    const [first, ...rest] = requirements.filter(isSilent);
    if (!first) continue;
    const count = rest.length + 1;
    yield { path, silent: [first, ...rest], all: count === requirements.length && count > 2 };
  }
}
