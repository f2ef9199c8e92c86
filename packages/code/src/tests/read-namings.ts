import type { IdToken } from '../annotations/id-token.ts';
import { idAt, idsIn } from '../annotations/id-token.ts';
import type { Naming } from './declaration.ts';

/** One id in what names a test. */
export interface NamedId extends IdToken {
  /** `test title`: shaped like an id, so it is one when the documents know it. `annotation`: a marker says it is one. */
  readonly context: 'test title' | 'annotation';
}

const part = /(?<![A-Za-z0-9])[A-Za-z]+[A-Za-z0-9]*(?:_[A-Za-z0-9]+)*?_\d+[A-Za-z]?(?![A-Za-z0-9])/g;
const joined = /(?:^|[a-z0-9_])([A-Z]{2,}\d{2,})(?![a-z0-9]{3})/g;

/** The ids in a test's title, tags or decorators. Offsets are those of the whole text. */
export function readNaming(text: string, naming: Naming, extra: readonly RegExp[]): NamedId[] {
  const words = text.slice(naming.start, naming.end);
  if (!/\d/.test(words)) return [];
  const tokens = naming.form === 'name' ? idsInName(words) : idsIn(words, extra);
  const context = naming.form === 'claim' ? 'annotation' : 'test title';
  if (naming.form === 'claim') {
    for (const quoted of words.matchAll(/["'`]\s*@?(?=[A-Za-z])/g)) {
      const at = quoted.index + quoted[0].length;
      if (!tokens.some((one) => at >= one.start && at < one.end)) tokens.push(...idAt(words, at, extra));
    }
  }
  return tokens.map((token) => ({
    ...token,
    start: token.start + naming.start,
    end: token.end + naming.start,
    context,
  }));
}

// `test_login_fr_001`: which words belong to the id only the documents know, so every end of the words is said.
function idsInName(name: string): IdToken[] {
  const tokens: IdToken[] = [];
  for (const found of name.matchAll(part)) {
    const words = found[0].split('_');
    for (let from = 0; from < words.length - 1; from += 1) {
      const token = words.slice(from).join('_');
      if (/^\d/.test(token) || words.length - from > 6) continue;
      const end = found.index + found[0].length;
      tokens.push({ token, start: end - token.length, end });
    }
  }
  for (const found of name.matchAll(joined)) {
    const token = found[1] ?? '';
    const start = found.index + found[0].length - token.length;
    tokens.push({ token, start, end: start + token.length });
  }
  return tokens;
}
