import type { Configuration } from '@iama/model';
import { matchesGlob } from './matches-glob.ts';

/** What configuration says of a document's standing among the others: the first entry that names it. */
export function standingOf(
  configuration: Configuration,
): (path: string) => { rank?: number | undefined; translationOf?: string | undefined } | undefined {
  const documents = (configuration.documents ?? []).map((said) => ({ ...said, matches: matchesGlob(said.path) }));
  return (path) => documents.find(({ matches }) => matches(path));
}
