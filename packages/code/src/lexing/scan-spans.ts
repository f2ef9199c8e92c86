import type { SpanKind, SpanRule, Syntax } from './syntax.ts';

/** One comment or string literal, its delimiters included. */
export interface Span {
  readonly kind: SpanKind;
  readonly start: number;
  readonly end: number;
}

const openers = new WeakMap<Syntax, RegExp>();

/** All comments and string literals of a text, in order. Never throws: an unclosed one ends with the text. */
export function scanSpans(text: string, syntax: Syntax, from = 0, to = text.length): Span[] {
  const opener = new RegExp(openerOf(syntax));
  const spans: Span[] = [];
  let comment: [number, number] = [-1, -1];
  opener.lastIndex = from;
  for (let found = opener.exec(text); found !== null && found.index < to; found = opener.exec(text)) {
    const rule = ruleOf(syntax, found);
    const kind = rule.judge === undefined ? rule.kind : rule.judge(text, found.index, comment);
    if (kind === undefined) {
      opener.lastIndex = found.index + 1;
      continue;
    }
    const after = found.index + found[0].length;
    const end = Math.min(to, Math.max(rule.end(text, after, found), found.index + 1));
    if (rule.inside !== undefined) spans.push(...scanSpans(text, rule.inside(), after, end));
    else if (kind !== 'code') spans.push({ kind, start: found.index, end });
    if (kind === 'comment') comment = [found.index, end];
    opener.lastIndex = end;
  }
  return spans;
}

function openerOf(syntax: Syntax): RegExp {
  let opener = openers.get(syntax);
  if (opener === undefined) {
    opener = new RegExp(syntax.map((rule, index) => `(?<_${index}>${uniqueNames(rule.open, index)})`).join('|'), 'gm');
    openers.set(syntax, opener);
  }
  return opener;
}

// A name may stand only once in an expression.
function uniqueNames(source: string, index: number): string {
  return source.replace(/\(\?<([a-z]\w*)>/g, `(?<$1_${index}>`);
}

function ruleOf(syntax: Syntax, found: RegExpExecArray): SpanRule {
  const groups = found.groups ?? {};
  for (let index = 0; index < syntax.length; index += 1) {
    if (groups[`_${index}`] === undefined) continue;
    const word = groups[`word_${index}`];
    if (word !== undefined) groups.word = word;
    return syntax[index] as SpanRule;
  }
  throw new Error('an opener matched without a rule');
}
