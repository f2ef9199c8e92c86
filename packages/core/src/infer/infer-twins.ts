import { isEnglish, languageOf } from './language-of.ts';

export interface TwinCandidate {
  readonly path: string;
  /** Of the whole content: equal for plain copies. */
  readonly hash: string;
}

export interface Twin {
  readonly translationOf?: string;
  readonly copyOf?: string;
}

/**
 * Which documents translate or copy another one, by path. Of several languages the English one is the original, then the
 * one whose name has no language, then the first; of several copies the one with the shortest path.
 */
export function inferTwins(documents: readonly TwinCandidate[]): Map<string, Twin> {
  const twins = new Map<string, Twin>();
  for (const copies of grouped(documents, ({ hash }) => hash)) {
    const [original, ...rest] = [...copies].sort((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1));
    for (const { path } of rest) twins.set(path, { copyOf: original?.path ?? '' });
  }
  const originals = documents.filter(({ path }) => !twins.has(path));
  for (const translations of grouped(originals, ({ path }) => languageOf(path).stem)) {
    const [original, ...rest] = [...translations].sort(
      (a, b) => order(a.path) - order(b.path) || (a.path < b.path ? -1 : 1),
    );
    for (const { path } of rest) twins.set(path, { translationOf: original?.path ?? '' });
  }
  return twins;
}

function order(path: string): number {
  const { language } = languageOf(path);
  return isEnglish(language) ? 0 : language === undefined ? 1 : 2;
}

/** Groups of at least two. */
function grouped<T>(values: readonly T[], key: (value: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
  return [...groups.values()].filter((group) => group.length > 1);
}
