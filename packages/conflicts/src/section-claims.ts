import type { GraphView, NodeFact } from '@iama/model';
import { documentLookup } from './document-lookup.ts';
import type { CountedKind } from './said-kind.ts';
import { definedOf, kindSaid, versionOf } from './said-kind.ts';
import { sectionIndex } from './section-index.ts';
import { standingDocuments } from './standing-documents.ts';

type Pointer = NodeFact<'pointer'>;
type Section = NodeFact<'section'>;
type ClaimGraph = GraphView<CountedKind | 'pointer' | 'document' | 'section' | 'passage' | 'list'>;

export interface SectionClaim {
  readonly claimed: string;
  readonly what: string;
  /** Sections that show that it is not so. */
  readonly against: readonly Section[];
  /** What is said again in the same wrong way. */
  readonly places: readonly Pointer[];
}

/** What a document says of its own sections and is not so: `V1 tables: Sections 2–14` where Section 12 is called V2. */
export function sectionClaims(graph: ClaimGraph): SectionClaim[] {
  const standing = standingDocuments(graph);
  const claims = new Map<string, { claimed: string; what: string; against: readonly Section[]; places: Pointer[] }>();
  for (const pointer of graph.nodes('pointer')) {
    const { to, document, lead } = pointer.attributes;
    if (to !== 'section' || document !== undefined || lead === '' || !standing.has(pointer.at.path)) continue;
    const against = contradicting(graph, pointer);
    if (against.length === 0) continue;
    const key = `${pointer.at.path}\u0000${against.map(({ id }) => id).join()}`;
    const known = claims.get(key);
    if (known) known.places.push(pointer);
    else
      claims.set(key, {
        claimed: `Section ${pointer.attributes.sections.join('–')}`,
        what: lead.replace(/[:\s]+$/, ''),
        against,
        places: [pointer],
      });
  }
  return [...claims.values()];
}

function contradicting(graph: ClaimGraph, pointer: Pointer): Section[] {
  const { path } = pointer.at;
  const { lead, sections } = pointer.attributes;
  const index = sectionIndex(graph);
  const held = sections.map((number) => index.numbered(path, number));
  const [first, last] = [held[0]?.[0], held.at(-1)?.at(-1)];
  if (!first || !last) return [];
  const isInside = (line: number) => first.at.line <= line && line <= last.attributes.lastLine;
  const version = /(?<![\w.])V(\d{1,2})(?![\w.])/.exec(lead)?.[0];
  const top = documentLookup(graph)
    .sections(path)
    .filter(({ attributes }) => /^\w+$/.test(attributes.number ?? ''));
  const kind = kindSaid(
    lead
      .replace(/[:\s]+$/, '')
      .replace(/\s+(?:is|are)\s+(?:listed|defined|described|specified|given|documented)\s+in$|\s+(?:in|of)$/i, ''),
  );
  if (version !== undefined) {
    const titled = top.filter((section) => {
      const named = versionsIn(section.attributes.title);
      return (
        named.length === 1 &&
        (isInside(section.at.line) ? named[0] !== version : named[0] === version && sections.length > 1)
      );
    });
    return titled.length > 0 || !kind ? titled : sectionsOf(top, outside(graph, kind, path, isInside, version));
  }
  if (!kind || !claimsAll.test(lead)) return [];
  const nodes = definedOf(graph, kind).filter(({ at }) => at.path === path);
  if (nodes.length === 0 || nodes.some(({ at }) => isInside(at.line))) return [];
  return sectionsOf(top, nodes);
}

/** `Settings are listed in`, `invariants in`, `Schema invariants:`: a claim that they stand there. */
const claimsAll = /(?:\b(?:listed|defined|described|specified|given|documented)\s+in|^\W*[\w ]+\s+in|:)\s*$/i;

function outside(
  graph: ClaimGraph,
  kind: CountedKind,
  path: string,
  isInside: (line: number) => boolean,
  version: string,
) {
  return definedOf(graph, kind).filter(
    (node) => node.at.path === path && !isInside(node.at.line) && versionOf(graph, node) === version,
  );
}

function sectionsOf(top: readonly Section[], nodes: readonly NodeFact<CountedKind>[]): Section[] {
  return top.filter((section) =>
    nodes.some(({ at }) => section.at.line <= at.line && at.line <= section.attributes.lastLine),
  );
}

function versionsIn(title: string): string[] {
  return [...new Set([...title.matchAll(/(?<![\w.])V\d{1,2}(?![\w.])/g)].map(([version]) => version))];
}
