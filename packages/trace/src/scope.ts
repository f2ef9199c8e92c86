import type { GraphView, Need, NodeFact, Settings } from '@iama/model';

/** True when the requirement's version is being built now. A requirement without a version always is. */
export function inScope(version: string | undefined, settings: Settings): boolean {
  return version === undefined || settings.versions.length === 0 || settings.versions.includes(version);
}

/** True when configuration says that this requirement needs it: version in scope, priority named, status not exempt. */
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

/** Paths of documents that translate or copy another one. */
export function twinPaths(graph: Pick<GraphView<'document'>, 'nodes'>): Set<string> {
  const twins = graph.nodes('document').filter(({ attributes }) => attributes.translationOf ?? attributes.copyOf);
  return new Set(twins.map((document) => document.at.path));
}
