import type { Found } from './found.ts';
import type { ScannedText } from './scanned-text.ts';

const inline = /(!?)\[[^[\]\n]*\]\(\s*<?([^\s()<>]+)>?(?:\s+["'(][^\n]{0,200}?)?\)/g;
const definition = /^ {0,3}\[[^[\]\n^][^[\]\n]*\]:\s*<?([^\s<>]+)>?/gm;

/** Relative link targets, fragments included; pictures and links to other sites are left out. */
export function scanLinks(text: ScannedText): Found[] {
  const found: Found[] = [];
  const push = (target: string, offset: number) => {
    if (!/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) found.push({ form: 'link', token: target, offset });
  };
  if (!text.prose.includes('](') && !text.prose.includes(']:')) return found;
  for (const match of text.prose.matchAll(inline)) {
    if (match[1] !== '!') push(match[2] ?? '', match.index + match[0].indexOf(match[2] ?? ''));
  }
  for (const match of text.prose.matchAll(definition)) {
    push(match[1] ?? '', match.index + match[0].lastIndexOf(match[1] ?? ''));
  }
  return found;
}
