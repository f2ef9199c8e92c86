import { inScope, twinPaths } from '@iama/gate';
import type { GraphView, Need, NodeFact, Settings } from '@iama/model';

/**
 * True when configuration says that this requirement needs it: version in scope, priority named, status not exempt.
 *
 * @implements IAMA-TRACE-004
 */
export function needs(requirement: NodeFact<'requirement'>, need: Need, settings: Settings): boolean {
  const { priority, status, version } = requirement.attributes;
  if (!inScope(version, settings)) return false;
  if (status !== undefined && need.exceptStatuses.includes(status.toLowerCase())) return false;
  return need.priorities.length === 0 || priority === undefined || need.priorities.includes(priority.toUpperCase());
}

/** Requirements as defined, each id once: translations and copies of a document define nothing of their own. */
export function requirementsOnce(
  graph: Pick<GraphView<'requirement' | 'document'>, 'nodes'>,
): NodeFact<'requirement'>[] {
  const twins = twinPaths(graph);
  const seen = new Set<string>();
  return graph.nodes('requirement').filter((requirement) => {
    if (twins.has(requirement.at.path) || seen.has(requirement.id)) return false;
    seen.add(requirement.id);
    return true;
  });
}
