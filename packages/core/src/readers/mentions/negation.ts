import type { Document } from '../../document/document.ts';

const wrongMark = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(?:\*\*|__)?(?:❌|✗|✘|🚫|⛔)/u;
const rightMark =
  /^[\s>|/#*-]*(?:[-*+]\s+|\d+[.)]\s+)?(?:[^\sA-Za-z0-9`*_]{1,4}\s*)?(?:\*\*|__)?(?:✅|✓|✔|(?:correct|right|good|do|instead|use|better)(?:\*\*|__)?\s*[:：])/iu;
const wrongLabel =
  /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(?:[^\sA-Za-z0-9`]{1,4}\s*)?(?:\*\*|__)?(?:wrong|incorrect|bad(?: example)?|invalid example|anti-?pattern|(?:don['’]?t|do not|never|avoid)(?:\s+[a-z]+){0,3}|not allowed|forbidden names?|deprecated(?: names?)?|obsolete|old names?|former names?|renamed|removed|legacy names?|错误(?:示例|做法)?|錯誤(?:示例|範例|做法)?|反例|不要|悪い例|잘못된 예)(?:\*\*|__)?\s*[:：]/iu;
const wrongHeading =
  /^#{1,6}\s+(?:[\d.]+\s+)?(?:❌\s*)?(?:wrong\b|anti-?patterns?\b|deprecated (?:names?|terms?|ids?)|removed (?:names?|ids?|requirements?|endpoints?)|obsolete\b|old names?\b|renamed\b|retired (?:names?|ids?)|names? (?:not to use|to avoid)|what not to do|don['’]?ts?\b)/i;
const codeWrong = /(?:\/\/|#|--|\/\*|<!--)\s*(?:❌|✗|wrong|bad|incorrect|don['’]?t|never|avoid)(?![a-z])/i;
const codeRight = /(?:\/\/|#|--|\/\*|<!--)\s*(?:✅|✓|correct|right|good|do\b|better|instead)/i;
const before =
  /(?:(?:do not|don['’]t|does not|never|must not|shall not|should not|may not|cannot|avoid)\s+(?:use|using|call|calling|name|naming|add|adding|invent|inventing|introduce|introducing|rename(?: it| them)? to)(?:\s+(?:the|a|an|any|old|legacy|names? like|e\.g\.|such as)){0,3}|(?<![A-Za-z])(?:not|never|instead of|rather than|no longer|formerly|previously|was called|used to be|renamed from|replaces the old|as opposed to))[\s`*"“'([]*$/i;
const listBefore =
  /(?:do not use|don['’]t use|never use|must not use|avoid using|not to be used|forbidden|deprecated names?|old names?|renamed from)\b(?![^.;。；]*\b(?:instead|but use|use)\b)[^.;。；]{0,120}$/i;

/** Tells names a document uses from names it warns of. */
export class Negation {
  readonly #document: Document;
  /** 1 for lines that a label, a mark or a heading makes negative as a whole. */
  readonly #lines: Uint8Array;

  constructor(document: Document, code: Uint8Array) {
    this.#document = document;
    this.#lines = new Uint8Array(document.lines.length);
    this.#mark(code);
  }

  /** True when the name at a 1-based line and column stands in a negative example, is struck through, or is said not to be used (`named`). */
  at(line: number, column: number, named = true): boolean {
    if (this.#lines[line - 1] === 1) return true;
    const text = this.#document.lines[line - 1] ?? '';
    const from = Math.max(0, column - 161);
    const head = text.slice(from, column - 1);
    if (
      named &&
      /not|never|no longer|don|avoid|instead|rather|former|previous|forbid|deprecat|old|renam|oppos|used to|was called|replaces/i.test(
        head,
      )
    ) {
      if (before.test(head) || listBefore.test(head)) return true;
    }
    if (text.includes('~~') && text.length < 20_000 && struck(text, column)) return true;
    return text.startsWith('|') || text.includes('❌') ? this.#cell(text, column) : false;
  }

  #cell(text: string, column: number): boolean {
    if (!text.includes('|')) return false;
    const start = text.lastIndexOf('|', column - 2) + 1;
    return /^\s*(?:❌|✗|🚫)\s*\S/u.test(text.slice(start, column - 1) + text.slice(column - 1, column + 4));
  }

  /** One pass over the lines, with what the lines before them opened. */
  #mark(code: Uint8Array): void {
    const { lines } = this.#document;
    let level = 0;
    let open: 'paragraph' | 'list' | 'fence' | undefined;
    let inCode = false;
    for (let index = 0; index < lines.length; index += 1) {
      const text = lines[index] ?? '';
      if (code[index] === 1) {
        inCode = (inCode && code[index - 1] === 1) || open !== undefined || level > 0;
        if (codeWrong.test(text)) open = 'fence';
        else if (codeRight.test(text)) open = undefined;
        if (open === 'fence' || inCode) this.#lines[index] = open === undefined && level === 0 ? 0 : 1;
        continue;
      }
      if (code[index - 1] === 1) open = undefined;
      const heading = /^(#{1,6})\s/.exec(text);
      if (heading) {
        const depth = heading[1]?.length ?? 1;
        if (level > 0 && depth <= level) level = 0;
        if (level === 0 && wrongHeading.test(text)) level = depth;
        open = undefined;
      } else if (text.trim() === '') {
        if (open === 'paragraph') open = undefined;
        continue;
      }
      if (rightMark.test(text)) {
        open = undefined;
        continue;
      }
      if (wrongMark.test(text) || wrongLabel.test(text))
        open = /[:：]\s*(?:\*\*)?\s*$/.test(text) ? 'list' : 'paragraph';
      else if (open === 'paragraph' && /^\s*(?:[-*+]|\d+[.)])\s/.test(text)) open = undefined;
      else if (open === 'list' && !/^\s*(?:[-*+]|\d+[.)])\s|^\s{2,}/.test(text)) open = undefined;
      if (open !== undefined || level > 0) this.#lines[index] = 1;
    }
  }
}

function struck(text: string, column: number): boolean {
  let open = -1;
  for (let at = text.indexOf('~~'); at >= 0; at = text.indexOf('~~', at + 2)) {
    if (open < 0) open = at;
    else {
      if (open < column - 1 && column - 1 < at) return true;
      open = -1;
    }
  }
  return false;
}
