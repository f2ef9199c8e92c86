import { opens } from './decision-headings.ts';
import type { DecisionScope } from './decision-scope.ts';
import { ownEnd, proseLines } from './decision-scope.ts';

const labels = [
  'relates to',
  'related to',
  'related',
  'related requirements',
  'requirements',
  'requirement',
  'traces',
  'traces to',
  'implements',
  'satisfies',
  'affects',
  'source requirements',
  'drivers',
];
const shaped = /(?<![\w-])[A-Z][A-Z0-9]*(?:[-_][A-Z0-9]+)*[-_.]\d{1,5}[A-Z]?(?![\w-])/g;
const other =
  /^(?:[A-Z]+-)?(?:ADR|RFC|MADR|ISO|UTF|SHA|RS|ES|HS|AES|TLS|HTTP|CVE|GPT|TLSV|PR|SECTION|PHASE|OPTION)[-_]/;
const through =
  /`?([A-Z][A-Z0-9]*(?:[-_][A-Z0-9]+)*[-_])(\d{1,5})`?\s*(?:through|to|\.\.\.?|–|—|~)\s*`?(?:\1)?(\d{1,5})`?/g;

/** Ids of the requirements a decision says that it serves: in its header, or under a heading that lists them. Ranges are written out. */
export function relatedRequirements(scope: DecisionScope): string[] {
  const texts = labels.flatMap((label) => scope.header.get(label)?.value ?? []);
  for (const section of scope.sections.filter((one) => opens(one, 'requirements'))) {
    texts.push(
      ...proseLines(scope.document, section.line + 1, ownEnd(scope.document, section)).map(({ text }) => text),
    );
  }
  const found = new Set<string>();
  for (const text of texts) {
    for (const [, stem, first, last] of text.matchAll(through)) {
      const width = first?.length ?? 0;
      const to = Number(last);
      for (let number = Number(first); number <= to && to - Number(first) < 200; number += 1)
        found.add(`${stem}${String(number).padStart(width, '0')}`);
    }
    for (const pattern of [shaped, ...scope.document.idPatterns.map((source) => new RegExp(source, 'g'))]) {
      for (const [id] of text.matchAll(pattern)) if (!other.test(id)) found.add(id);
    }
  }
  return [...found].sort();
}
