import type { SpanKind, SpanRule, Syntax } from './syntax.ts';

/** One comment or string literal, its delimiters included. */
export interface Span {
  readonly kind: SpanKind;
  readonly start: number;
  readonly end: number;
}

/** One expression for all openers of a syntax, and which group of it belongs to which rule. */
interface Openers {
  readonly expression: RegExp;
  readonly groups: readonly number[];
}

const known = new WeakMap<Syntax, Openers>();

/**
 * All comments and string literals of a text, in order; comments in the holes of a template follow it. Never throws: an
 * unclosed span ends with the text.
 */
export function scanSpans(text: string, syntax: Syntax, from = 0, to = text.length): Span[] {
  const { expression, groups } = openersOf(syntax);
  const opener = new RegExp(expression);
  const spans: Span[] = [];
  let comment: [number, number] = [-1, -1];
  opener.lastIndex = from;
  for (let found = opener.exec(text); found !== null && found.index < to; found = opener.exec(text)) {
    const index = groups.findIndex((group) => found?.[group] !== undefined);
    const rule = syntax[index] as SpanRule;
    const kind = rule.judge === undefined ? rule.kind : rule.judge(text, found.index, comment);
    if (kind === undefined) {
      opener.lastIndex = found.index + 1;
      continue;
    }
    const after = found.index + found[0].length;
    const word = found[(groups[index] ?? 0) + 1];
    const end = Math.min(
      to,
      Math.max(rule.end(text, after, { at: found.index, text: found[0], word }), found.index + 1),
    );
    if (rule.inside !== undefined) spans.push(...scanSpans(text, rule.inside(), after, end));
    else if (kind !== 'code') spans.push({ kind, start: found.index, end });
    for (const [start, stop] of rule.holes?.(text, after, end) ?? []) {
      spans.push(...scanSpans(text, syntax, start, stop).filter((span) => span.kind === 'comment'));
    }
    if (kind === 'comment') comment = [found.index, end];
    opener.lastIndex = end;
  }
  return spans;
}

function openersOf(syntax: Syntax): Openers {
  let openers = known.get(syntax);
  if (openers === undefined) {
    const groups: number[] = [];
    let next = 1;
    for (const { open } of syntax) {
      groups.push(next);
      next += 1 + (new RegExp(`${open}|`).exec('')?.length ?? 1) - 1;
    }
    openers = { expression: new RegExp(syntax.map(({ open }) => `(${open})`).join('|'), 'gm'), groups };
    known.set(syntax, openers);
  }
  return openers;
}
