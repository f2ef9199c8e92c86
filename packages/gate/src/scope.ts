import type { GraphView, Settings } from '@iama/model';

/** True when that version is being built now. What has no version always is. */
export function inScope(version: string | undefined, settings: Settings): boolean {
  return version === undefined || settings.versions.length === 0 || settings.versions.includes(version);
}

/** Paths of documents that translate or copy another one: they define nothing of their own. */
export function twinPaths(graph: Pick<GraphView<'document'>, 'nodes'>): Set<string> {
  const twins = graph.nodes('document').filter(({ attributes }) => attributes.translationOf ?? attributes.copyOf);
  return new Set(twins.map((document) => document.at.path));
}
