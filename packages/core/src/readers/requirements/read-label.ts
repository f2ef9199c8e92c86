import { idToken, parseId, tildeId } from '../../ids/id-grammar.ts';

/** An id that stands as the label of a line. */
export interface Label {
  readonly id: string;
  /** Where the id begins in the line. */
  readonly at: number;
  /** What follows the label, markup kept. */
  readonly rest: string;
  /** Words in brackets right behind the id: `(P0)`, `[Must]`. */
  readonly tags: readonly string[];
  /** What parts label and text: a colon, a dash, only white space, or the end of the line. */
  readonly mark: 'colon' | 'dash' | 'space' | 'end';
  /** The id is bold, code, bracketed or linked: written as a label. */
  readonly marked: boolean;
  readonly struck: boolean;
  /** A list number stands before it, also one that Markdown does not know: `7A.` */
  readonly numbered: boolean;
  /** It stands in round brackets: `(FR-1)`. */
  readonly bracketed: boolean;
  /** Target of the link the id is in. */
  readonly target?: string;
  /** The line goes on naming ids: a list or a range, no label. */
  readonly grouped: boolean;
}

const lead =
  /^(?:\s|\[[ xX~-]\]\s|\p{So}|\uFE0F|\u200D|[✓✔✗✘•▪]|<a\b[^<>]*>(?:<\/a>)?|<\/?(?:b|strong|span|u|ins)\b[^<>]*>|[*_]{1,3}(?=\S)|~~|`|\[(?!\s*\])|[(（【「]|\\(?=\[)|\(?\d{1,3}[A-Za-z]?[.)]\s+(?=\S)|\d{1,2}(?:\.\d{1,3}){1,5}\.?\s+(?=\S))+/u;
const word =
  /^(?:functional |non-functional |system |user |software |business )?(?:requirement|req\.?|feature|user story|story|rule|need|需求|要求|要件|요구사항|требование|anforderung|requisito|exigence)\s*(?:id\s*)?(?:[:：#]\s*)?(?=[`*[(]{0,3}\p{Lu})/iu;
/** A priority in brackets that stands before the id: `[MUST] REQ-201 …`. */
const rank =
  /^[*_`]{0,3}[[(【]\s*(must|should|could|won['’]?t|p[0-5]|high|medium|low|critical|h|m|l|高|中|低)\s*[\])】][*_`]{0,3}[:：]?\s+(?=\S)/iu;
const sticky = [new RegExp(tildeId.source, 'uy'), new RegExp(idToken.source, 'y')];
const closers = /(?:\*{1,3}|_{1,3}|`|~~|<\/?(?:b|strong|span|u|ins|a)\b[^<>]*>)+/y;
const linkTarget = /\(([^()\s]*)(?:\s[^()]*)?\)/y;
const attribute = /\{[#.:][^{}]*\}/y;
const bracket = /\s*[*_`]*[([（【]([^()[\]（）【】]{1,60})[)\]）】][*_`]*/y;
const parting = /\s*(?:([:：]{1,2}|嚗)|([-–—―|→]|->|=>|--)(?=\s|[*_`]|$)|\.(?=\s|$)|\s|$)/y;

/**
 * Reads the id a line is labelled with, through list numbers, check boxes, anchors, bold, code, links and brackets.
 * Undefined when the line does not begin with an id. `patterns` are further id shapes a team declared.
 */
export function readLabel(line: string, patterns: readonly RegExp[] = [], worded = false): Label | undefined {
  if (line === '' || line.length > 20_000) return undefined;
  const before = rank.exec(line);
  let at = before?.[0].length ?? 0;
  at += lead.exec(line.slice(at))?.[0].length ?? 0;
  const marks = line.slice(before?.[0].length ?? 0, at);
  if (worded) at += word.exec(line.slice(at))?.[0].length ?? 0;
  const wrapped = lead.exec(line.slice(at))?.[0] ?? '';
  at += wrapped.length;
  const id = idAt(line, at, patterns);
  if (id === undefined) return undefined;
  const opened = marks + wrapped;
  const struck = opened.includes('~~');
  const linked = opened.includes('[') && !/\[[ xX~-]\]\s$/.test(opened);
  let end = at + id.length;
  let target: string | undefined;
  const tags: string[] = before?.[1] ? [before[1]] : [];
  let enumerated = false;
  for (let guard = 0; guard < 12; guard += 1) {
    const before = end;
    end = skip(closers, line, end);
    if (line[end] === ')' && !/[(（]/.test(opened)) enumerated = true;
    if (/[\])）】」]/.test(line[end] ?? '')) {
      end += 1;
      linkTarget.lastIndex = end;
      const link = linked && line[end - 1] === ']' ? linkTarget.exec(line) : null;
      if (link) {
        target = link[1] ?? '';
        end = linkTarget.lastIndex;
      }
    }
    end = skip(attribute, line, end);
    bracket.lastIndex = end;
    const tag = tags.length < 3 ? bracket.exec(line) : null;
    if (tag?.[1] && isTag(line, bracket.lastIndex, tag[1])) {
      tags.push(tag[1].trim());
      end = bracket.lastIndex;
    }
    if (end === before) break;
  }
  parting.lastIndex = end;
  const part = parting.exec(line);
  if (!part) return grouped(line, id, at, struck);
  const after = parting.lastIndex;
  const more = line.slice(skip(closers, line, after)).trim();
  const mark = part[1]
    ? 'colon'
    : part[2]
      ? 'dash'
      : more === ''
        ? 'end'
        : /^\./.test(part[0].trim())
          ? 'colon'
          : 'space';
  const outer = line.slice(after);
  const rest = mark === 'space' || !/^[*_`~]+\s/.test(outer) ? outer.trim() : outer.replace(/^[*_`~]+\s+/, '').trim();
  return {
    id,
    at,
    rest: mark === 'end' ? '' : balance(rest, opened),
    tags,
    mark: nextMark(mark, rest, enumerated),
    marked: /[*_`[【「]|<(?:b|strong)/.test(opened),
    bracketed: /[(（]$/.test(opened),
    numbered: /^\s*\(?\d{1,3}[A-Za-z]?[.)]\s/.test(opened),
    struck,
    ...(target === undefined ? {} : { target }),
    grouped:
      mark !== 'colon' &&
      /^(?:[,，、/&+~～–—]|(?:and|or|to|through|thru|und|et|y|和|及|至|到|から)(?![\p{L}]))/iu.test(outer.trim()),
  };
}

/** `**FR-1** : text` and `FR-1) text` are parted too. */
function nextMark(mark: Label['mark'], rest: string, enumerated: boolean): Label['mark'] {
  return mark === 'space' && (enumerated || /^(?:\*\*|__)?\s*[:：]/.test(rest)) ? 'colon' : mark;
}

function grouped(line: string, id: string, at: number, struck: boolean): Label | undefined {
  const next = line[at + id.length] ?? '';
  if (!/[,，、/&+~～–—.;；]/.test(next)) return undefined;
  return {
    id,
    at,
    rest: line.slice(at + id.length),
    tags: [],
    mark: 'space',
    marked: false,
    bracketed: false,
    numbered: false,
    struck,
    grouped: true,
  };
}

function idAt(line: string, at: number, patterns: readonly RegExp[]): string | undefined {
  for (const pattern of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(line)?.[0];
    if (match) return match;
  }
  for (const pattern of sticky) {
    pattern.lastIndex = at;
    const token = pattern.exec(line)?.[0];
    if (token && parseId(token)) return token;
  }
  return undefined;
}

function skip(pattern: RegExp, line: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(line) ? pattern.lastIndex : at;
}

/** A bracket behind the id belongs to the label when something parts it from the text, or nothing follows. */
function isTag(line: string, end: number, words: string): boolean {
  return words.length <= 24 || /^\s*[*_`]*\s*(?:[:：–—-]|$)/.test(line.slice(end, end + 12));
}

/** Takes off the closing marks of a label that was opened before the id: `**FR-1: Title** text` keeps its marks. */
function balance(rest: string, opened: string): string {
  const bold = opened.includes('**') ? '**' : opened.includes('__') ? '__' : '';
  if (bold === '' || !rest.includes(bold) || rest.startsWith(bold)) return rest;
  return rest.split(bold).length % 2 === 0 ? `${bold}${rest}` : rest;
}

/** Makes the id patterns a team declared ready to be tried at one position; a pattern that is no regular expression is skipped. */
export function compilePatterns(patterns: readonly string[]): RegExp[] {
  return patterns.flatMap((pattern) => {
    try {
      return [new RegExp(`(?:${pattern})(?![A-Za-z0-9])`, 'y')];
    } catch {
      return [];
    }
  });
}
