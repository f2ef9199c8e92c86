import type { Configuration, ReadingContext } from '@iama/model';
import { matchesGlob } from './matches-glob.ts';

/** What configuration says of each path; undefined: it is left out. */
export function contextOf(configuration: Configuration): (path: string) => ReadingContext | undefined {
  const idPatterns = configuration.ids ?? [];
  const documents = (configuration.documents ?? []).map((document) => ({
    ...document,
    matches: matchesGlob(document.path),
  }));
  const excluded = (configuration.exclude ?? []).map(matchesGlob);
  const tests = (configuration.tests ?? []).map(matchesGlob);
  return (path) => {
    if (excluded.some((matches) => matches(path))) return undefined;
    const document = documents.find((candidate) => candidate.matches(path));
    return {
      idPatterns,
      ...(document?.role ? { role: document.role } : {}),
      ...(document?.version ? { scope: document.version } : {}),
      ...(tests.some((matches) => matches(path)) ? { test: true } : {}),
    };
  };
}
