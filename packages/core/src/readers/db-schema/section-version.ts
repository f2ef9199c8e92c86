import type { Document, Section } from '../../document/document.ts';

const overviewLine =
  /^\W*(V\d{1,2})\b[^:：|]{0,60}[:：|]\s*(?:sections?|chapters?|§+|第)\s*(\d[\d\s,.–—〜~&-]*(?:and\s+\d+)?)/gim;

/** The version a section belongs to: its own heading says it, or one above, or an overview (`V2 additions: Sections 15–18`), or the document. */
export function sectionVersions(document: Document): (section: Section) => string | undefined {
  const overview = new Map<number, string>();
  for (const match of document.text.matchAll(overviewLine))
    for (const number of numbers(match[2] ?? '')) if (match[1]) overview.set(number, match[1].toUpperCase());
  return (section) => {
    for (let one: Section | undefined = section; one && one.level > 1; one = one.parent) {
      const said = versionIn(one.title);
      if (said !== undefined) return said;
    }
    for (let one: Section | undefined = section; one; one = one.parent) {
      const listed = overview.get(Number.parseInt(one.number ?? '', 10));
      if (listed !== undefined) return listed;
    }
    return document.scope;
  };
}

/** `15–18`, `2, 4 and 6` → every number meant. */
function numbers(text: string): number[] {
  const found: number[] = [];
  for (const match of text.matchAll(/(\d+)(?:\s*[–—〜~-]\s*(\d+))?/g)) {
    const first = Number(match[1]);
    const last = Math.min(Number(match[2] ?? first), first + 200);
    for (let number = first; number <= last; number += 1) found.push(number);
  }
  return found;
}

/** The one version words name: `V2 Compliance Entities`. Two versions, or an id that begins like one, say nothing. */
export function versionIn(words: string): string | undefined {
  const found = new Set([...words.matchAll(/(?<![\w-])V(\d{1,2})(?![\w-]|\.\d)/gi)].map((match) => `V${match[1]}`));
  return found.size === 1 ? [...found][0] : undefined;
}

/** The version the comment beside a column says: it begins with it, or has it alone in brackets. */
export function versionOfComment(comment: string): string | undefined {
  const said =
    /^(V\d{1,2})(?=\s|:|,|;|$)(?!\s*-)/i.exec(comment) ??
    /\(\s*(?:since |from |added in )?(V\d{1,2})(?: only)?\s*\)/i.exec(comment);
  return said?.[1]?.toUpperCase();
}
