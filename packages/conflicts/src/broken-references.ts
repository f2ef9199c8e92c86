import type { GraphView, NodeFact, Place } from '@iama/model';
import { documentLookup } from './document-lookup.ts';
import { otherSection } from './other-section.ts';
import type { SectionIndex } from './section-index.ts';
import { sectionIndex } from './section-index.ts';
import { standingDocuments } from './standing-documents.ts';

type Pointer = NodeFact<'pointer'>;

export interface BrokenReference {
  readonly fault: 'missing' | 'misplaced';
  /** The document, and the number in it. */
  readonly path: string;
  readonly number: string;
  /** Missing: the last section there is. Misplaced: what the section is called. */
  readonly there: string;
  /** Misplaced: what is looked for, and the heading it stands under. */
  readonly what?: string;
  readonly where?: Place;
  /** False: no document was named, so that only the same one can be meant; or only names say that another section is. */
  readonly certain: boolean;
  readonly places: readonly Pointer[];
}

type ReferenceGraph = GraphView<'pointer' | 'document' | 'section' | 'passage' | 'list'>;
type Found = Omit<BrokenReference, 'places'>;

/** References to sections that do not exist, or that hold something else; one for each target. Where only names say so, another reference to the same target must prove it. */
export function brokenReferences(graph: ReferenceGraph): BrokenReference[] {
  const standing = standingDocuments(graph);
  const index = sectionIndex(graph);
  const broken = new Map<string, { found: Found; places: Pointer[] }>();
  for (const pointer of graph.nodes('pointer')) {
    if (pointer.attributes.to !== 'section' || !standing.has(pointer.at.path) || isForeign(pointer)) continue;
    for (const found of judge(graph, index, pointer)) {
      const key = `${found.fault} ${found.path}#${found.number}`;
      const known = broken.get(key);
      if (!known) broken.set(key, { found, places: [pointer] });
      else if (found.certain && !known.found.certain) broken.set(key, { found, places: [...known.places, pointer] });
      else known.places.push(pointer);
    }
  }
  return [...broken.values()]
    .filter(({ found }) => found.fault === 'missing' || found.certain)
    .map(({ found, places }) => ({ ...found, places }));
}

function judge(graph: ReferenceGraph, index: SectionIndex, pointer: Pointer): Found[] {
  const lookup = documentLookup(graph);
  const { document: named, sections, documents } = pointer.attributes;
  if (named !== undefined) {
    const meant = lookup.named(named, pointer.at.path)?.filter((path) => index.isNumbered(path));
    if (!meant || meant.length === 0) return [];
    const missing = sections.filter((number) => !meant.some((path) => exists(index, path, number)));
    if (missing.length > 0) return missing.map((number) => missingIn(graph, meant[0] ?? '', number));
    const [number] = sections;
    const held = meant.filter((path) => number !== undefined && exists(index, path, number));
    if (number === undefined || sections.length > 1 || held.length !== 1) return [];
    const other = otherSection(graph, index, pointer, held[0] ?? '', number);
    return other ? [{ fault: 'misplaced', path: held[0] ?? '', number, ...other }] : [];
  }
  const own = pointer.at.path;
  if (!index.isNumbered(own)) return [];
  const others = documents.flatMap((name) => lookup.named(name, own) ?? []);
  const missing = sections.filter(
    (number) => ![own, ...others].some((path) => exists(index, path, number)) && isNear(graph, own, number),
  );
  return missing.map((number) => ({ ...missingIn(graph, own, number), certain: false }));
}

const standards =
  /\b(?:CFR|ISO|IEC|RFC|ICH|GDPR|HIPAA|GAMP|GCP|NIST|OWASP|PCI|SOC ?2|FDA|EU|WCAG|ECMA|IEEE|W3C|ANSI|Act|Directive|Regulation|Part \d+|Annex \d+|Licen[cs]e|OAuth|OpenID)\b/;

/** A section of a standard or a law, named in the sentence or in the heading above it. */
function isForeign({ at, attributes }: Pointer): boolean {
  return (
    attributes.document === undefined &&
    (standards.test(attributes.words) || standards.test(at.section ?? '') || /\s§|^§/.test(attributes.lead))
  );
}

/** True when a number could once have been one of the document: one far behind its last is of something else. */
function isNear(graph: ReferenceGraph, path: string, number: string): boolean {
  const parts = (said: string) => said.split('.').map((part) => Number.parseInt(part, 10));
  const [major, minor] = parts(number);
  if (major === undefined || Number.isNaN(major)) return true;
  const numbers = documentLookup(graph)
    .sections(path)
    .map(({ attributes }) => parts(attributes.number ?? ''));
  const last = (at: number) => Math.max(0, ...numbers.map((all) => all[at] ?? 0).filter((part) => !Number.isNaN(part)));
  return major <= 2 * last(0) + 3 && (minor === undefined || Number.isNaN(minor) || minor <= last(1) + 10);
}

function exists(index: SectionIndex, path: string, number: string): boolean {
  return index.numbered(path, number).length > 0 || index.hasItem(path, number);
}

function missingIn(graph: ReferenceGraph, path: string, number: string): Found {
  const sections = documentLookup(graph).sections(path);
  const parent = number.replace(/\.[^.]+$/, '');
  const below =
    parent === number ? [] : sections.filter(({ attributes }) => attributes.number?.startsWith(`${parent}.`));
  const last = (
    below.length > 0 ? below : sections.filter(({ attributes }) => /^\w+$/.test(attributes.number ?? ''))
  ).at(-1);
  return { fault: 'missing', path, number, there: last?.at.section ?? '', certain: true };
}
