import type { Found } from './found.ts';
import type { ScannedText } from './scanned-text.ts';

const number = '(?:\\d{1,3}[A-Za-z]?|[A-Z])(?:\\.\\d{1,3}[A-Za-z]?)*(?![A-Za-z0-9])';
const section = new RegExp(
  `(?:(?<![A-Za-z])(?:[Ss]ections?|[Cc]hapters?|SECTIONS?)\\s+|§{1,2}\\s*)(${number})((?:\\s*(?:,|and|or|&|to|through|–|—|-|\\.\\.)\\s*(?:§\\s*|[Ss]ection\\s+)?${number}(?!\\s*%))*)`,
  'g',
);
const chinese = /第\s*(\d{1,3}(?:\.\d{1,3})*)\s*(?:章|节|節|部分)/g;
/** The document named just before: `API_CONTRACT`, `DB_SCHEMA.md`, `PRD V1`, `the PRD`. */
const named =
  /(?:[`*_"“([]*)([A-Za-z][\w./-]*(?:\.md|[A-Z_][A-Z0-9_]+)|PRD|SRS|BRD|ADR-\d+|(?:(?!(?:Use|See|Per|In|From|As|The|Refer|Read|Follow|Check|Also|And|Under|Of|To|With|By|This|Our)\b)[A-Z][\w-]+ ){0,2}(?:PRD|SRS|BRD|Guide|Contract|Schema|Specification|Spec|Workflow|Architecture)(?: [Vv]\d+)?|PRD [Vv]\d+|[Vv]\d+ PRD)(?:\]\([^()\s]*\))?[`*_"”)\]]*(?:['’]s)?[\s,:]*\(?(?:see )?$/;
/** Section numbers of other people's documents are no references here. */
const foreign =
  /(?:RFC|ISO(?:\/IEC)?|IEC|IEEE|NIST(?: SP)?|GDPR|HIPAA|WCAG|PCI[- ]DSS|U\.?S\.?C|CFR|BGB|DO-178[BC]?)[\s-]*[\d.:-]*[A-Za-z]?[\s,:(]*$/;
const law = /(?:Act|Code|Law|Regulation|Directive),?\s*$/;
const longestSpread = 60;

/**
 * References to sections: `Section 13`, `§6.3`, `API_CONTRACT Section 5`, `Sections 2–14`. The token is `Section 13`, with the
 * document's name before it when one is named; a range gives one for each section.
 */
export function scanReferences(text: ScannedText): Found[] {
  const found: Found[] = [];
  const { prose } = text;
  for (const match of prose.matchAll(section)) {
    const before = prose.slice(Math.max(0, match.index - 80), match.index);
    const line = before.slice(before.lastIndexOf('\n') + 1);
    if (foreign.test(line) || law.test(line) || /^\s*#{1,6}\s*$/.test(line)) continue;
    const document = named.exec(line)?.[1]?.trim();
    const prefix = document === undefined ? '' : `${document} `;
    const first = match[1] ?? '';
    const push = (token: string, range?: string) =>
      found.push({
        form: 'reference',
        token: `${prefix}Section ${token}`,
        offset: match.index,
        ...(range === undefined ? {} : { range }),
      });
    push(first);
    let last = first;
    for (const more of (match[2] ?? '').matchAll(
      new RegExp(`(,|and|or|&|to|through|–|—|-|\\.\\.)\\s*(?:§\\s*|[Ss]ection\\s+)?(${number})`, 'g'),
    )) {
      const next = more[2] ?? '';
      const spread = /^(?:,|and|or|&)$/.test(more[1] ?? '') ? [] : between(last, next);
      for (const inner of spread) push(inner, match[0].replace(/\s+/g, ' '));
      push(next);
      last = next;
    }
  }
  if (/第\s*\d/.test(prose)) {
    for (const match of prose.matchAll(chinese)) {
      found.push({ form: 'reference', token: `Section ${match[1]}`, offset: match.index });
    }
  }
  return found;
}

/** Whole numbers strictly between two. */
function between(from: string, to: string): string[] {
  if (!/^\d+$/.test(from) || !/^\d+$/.test(to)) return [];
  const count = Number(to) - Number(from) - 1;
  if (count <= 0 || count > longestSpread) return [];
  return Array.from({ length: count }, (_, index) => String(Number(from) + 1 + index));
}
