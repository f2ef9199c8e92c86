import { singular } from './singular.ts';

const dropped = new Set([
  'the',
  'a',
  'an',
  'of',
  'per',
  'for',
  'in',
  'on',
  'to',
  'and',
  'or',
  'by',
  'with',
  'each',
  'every',
  'is',
  'are',
]);

/**
 * A label as others would write it: lower case, singular, without emphasis, code marks, brackets with remarks and small
 * words: `**Trials per Month** (max)` → `trial month`. An identifier keeps its form.
 */
export function labelWords(label: string): string {
  const bare = label
    .replace(/[*`]|(?<!\w)_|_(?!\w)/g, '')
    .replace(/\([^)]*\)|（[^）]*）/g, ' ')
    .trim();
  if (isIdentifier(bare)) return bare;
  const words = bare.split(/[^\p{L}\p{N}#%+.$_]+/u).filter((word) => word !== '');
  const kept = words
    .map((word) => singular(word.replace(/[.]+$/, '')))
    .filter((word) => !dropped.has(word) && word !== '');
  return (kept.length > 0 ? kept : words.map(singular)).join(' ');
}

/** One name as code writes it: `trial.max_recounts`, `generatePatch`, `QUOTA_EXCEEDED`, `--text-xs`. */
export function isIdentifier(text: string): boolean {
  return (
    /^[\w$.:/-]+$/.test(text) &&
    (/[\w][._:][\w]|^--?\w|^\/\w/.test(text) || /[a-z][A-Z]/.test(text)) &&
    !/^[\d.,:/-]+$/.test(text)
  );
}
