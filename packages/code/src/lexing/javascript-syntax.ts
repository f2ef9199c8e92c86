import { lastCodeBefore } from './last-code-before.ts';
import type { Syntax } from './syntax.ts';
import { block, double, single, slashes } from './syntax.ts';

const keywordBefore = /(?:^|[^\w$.])(?:return|typeof|case|in|of|delete|void|throw|new|else|do|await|yield|default)$/;

/** JavaScript, TypeScript and JSX. */
export const javascript: Syntax = [
  slashes,
  block,
  { kind: 'string', open: '`', end: (text, from) => endOfTemplate(text, from), holes: commentedHoles },
  { kind: 'string', open: '/', end: (text, from) => endOfRegex(text, from), judge: judgeSlash },
  double,
  { ...single, judge: judgeApostrophe },
];

const holeRules = [slashes, block, double, single];

function endOfTemplate(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\\') at += 1;
    else if (char === '`') return at + 1;
    else if (char === '$' && text[at + 1] === '{') at = endOfHole(text, at + 2) - 1;
  }
  return text.length;
}

// Only holes that may hold a comment: most templates have none.
function commentedHoles(text: string, from: number, end: number): [number, number][] {
  const holes: [number, number][] = [];
  if (!/\$\{[\s\S]*?\/[/*]/.test(text.slice(from, end))) return holes;
  for (let at = from; at < end; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '$' && text[at + 1] === '{') {
      const close = endOfHole(text, at + 2);
      holes.push([at + 2, close - 1]);
      at = close - 1;
    }
  }
  return holes;
}

// Code inside `${…}`, in which strings, templates, comments and braces count.
function endOfHole(text: string, from: number): number {
  const opener = /\/\/|\/\*|[`"'{}]/g;
  opener.lastIndex = from;
  let depth = 1;
  for (let found = opener.exec(text); found !== null; found = opener.exec(text)) {
    const after = found.index + found[0].length;
    if (found[0] === '{') depth += 1;
    else if (found[0] === '}') depth -= 1;
    else if (found[0] === '`') opener.lastIndex = endOfTemplate(text, after);
    else {
      const rule = holeRules.find((one) => one.open === found?.[0]?.replace('*', '\\*'));
      opener.lastIndex = rule?.end(text, after, { at: found.index, text: found[0], word: undefined }) ?? after;
    }
    if (depth === 0) return after;
  }
  return text.length;
}

function endOfRegex(text: string, from: number): number {
  let inClass = false;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\n') return from;
    if (char === '\\') at += 1;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) return at + 1;
  }
  return from;
}

function judgeSlash(text: string, at: number, lastComment: readonly [number, number]) {
  const before = lastCodeBefore(text, at, lastComment);
  const char = text[before - 1];
  if (char === undefined) return 'string';
  // `</tag>` and `/>` of JSX are no regular expressions either.
  if (char === '<' || text[at + 1] === '>') return undefined;
  if (!/[\w$)\]}"'`]/.test(char)) return 'string';
  return keywordBefore.test(text.slice(Math.max(0, before - 12), before)) ? 'string' : undefined;
}

// In the text of JSX an apostrophe follows a letter; in code only a keyword can stand right before a string.
function judgeApostrophe(text: string, at: number) {
  if (!/[\w$]/.test(text[at - 1] ?? '')) return 'string';
  return keywordBefore.test(text.slice(Math.max(0, at - 12), at)) ? 'string' : undefined;
}
