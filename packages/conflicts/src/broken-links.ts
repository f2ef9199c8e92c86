import type { GraphView, NodeFact } from '@iama/model';
import type { DocumentLookup } from './document-lookup.ts';
import { documentLookup, resolvePath } from './document-lookup.ts';
import { fragmentKey, headingSlug } from './heading-slug.ts';
import { documentsByPath, isKept } from './standing-documents.ts';

type Pointer = NodeFact<'pointer'>;
type LinkGraph = GraphView<'pointer' | 'document' | 'section' | 'passage'>;

export interface BrokenLink {
  readonly fault: 'missing' | 'case' | 'fragment' | 'fragments';
  /** What it points at, from the top of the repository. */
  readonly target: string;
  /** The document or heading that is nearest. */
  readonly nearest?: string;
  readonly places: readonly Pointer[];
}

/** What a document that takes in others has: nobody can say which fragments. */
const anyFragment = '*';

/** Headings one document misses of another before it is one fault: a table of contents that lags behind. */
const manyFragments = 4;

/** Links to documents and headings that are not there, one for each target. */
export function brokenLinks(graph: LinkGraph): BrokenLink[] {
  const lookup = documentLookup(graph);
  const fragments = fragmentsOf(graph, lookup);
  const documents = documentsByPath(graph);
  const broken = new Map<string, BrokenLink>();
  for (const pointer of graph.nodes('pointer')) {
    const { path } = pointer.at;
    if (pointer.attributes.to !== 'document' || documents.get(path)?.attributes.copyOf || !isKept(path)) continue;
    const found =
      pointer.attributes.form === 'link'
        ? faultOfLink(graph, lookup, fragments, pointer)
        : faultOfPath(lookup, pointer);
    if (!found) continue;
    const key = `${found.fault} ${found.target}`;
    broken.set(key, { ...found, places: [...(broken.get(key)?.places ?? []), pointer] });
  }
  return lagging([...broken.values()]);
}

/** Joins the missing headings of one document that another one lists. */
function lagging(links: readonly BrokenLink[]): BrokenLink[] {
  const pairOf = ({ places, target }: BrokenLink) =>
    `${places[0]?.at.path}\u0000${target.slice(0, target.indexOf('#'))}`;
  const pairs = new Map<string, BrokenLink[]>();
  for (const link of links)
    if (link.fault === 'fragment') pairs.set(pairOf(link), [...(pairs.get(pairOf(link)) ?? []), link]);
  const many = [...pairs.values()].filter((group) => group.length >= manyFragments);
  const joined = new Set(many.flat());
  return [
    ...links.filter((link) => !joined.has(link)),
    ...many.map((group): BrokenLink => {
      const [first] = group;
      const target = first?.target.slice(0, first.target.indexOf('#')) ?? '';
      return { fault: 'fragments', target, places: group.flatMap(({ places }) => places) };
    }),
  ];
}

type Fault = Pick<BrokenLink, 'fault' | 'target' | 'nearest'>;

function faultOfLink(
  graph: LinkGraph,
  lookup: DocumentLookup,
  fragments: ReadonlyMap<string, ReadonlySet<string>>,
  { at, attributes }: Pointer,
): Fault | undefined {
  const { document: path, fragment } = attributes;
  if (path?.startsWith('/') && lookup.atPath(path, at.path).exact === undefined) return undefined;
  if (path !== undefined && leavesRepository(at.path, path)) return undefined;
  const target = path === undefined ? at.path : resolvePath(at.path, path);
  const found = path === undefined ? { exact: at.path } : lookup.atPath(path, at.path);
  if (found.exact === undefined) {
    if (found.otherCase !== undefined) return { fault: 'case', target, nearest: found.otherCase };
    const nearest = graph.nearest('document', target);
    return { fault: 'missing', target, ...(nearest === undefined ? {} : { nearest }) };
  }
  if (fragment === undefined || hasFragment(fragments.get(found.exact), fragment)) return undefined;
  const nearest = nearestHeading(lookup, found.exact, fragment);
  return { fault: 'fragment', target: `${found.exact}#${fragment}`, ...(nearest === undefined ? {} : { nearest }) };
}

/** A path in a code span is only a name: broken when nothing but its case differs from the one document it can mean. */
function faultOfPath(lookup: DocumentLookup, { at, attributes }: Pointer): Fault | undefined {
  const path = attributes.document ?? '';
  const beside = lookup.atPath(path, at.path);
  const top = path.includes('/') ? lookup.atPath(`/${path.replace(/^(?:\.\.?\/)+/, '')}`, at.path) : {};
  if (beside.exact !== undefined || top.exact !== undefined) return undefined;
  const nearest = beside.otherCase ?? top.otherCase;
  return nearest === undefined ? undefined : { fault: 'case', target: path.replace(/^(?:\.\.?\/)+/, ''), nearest };
}

function leavesRepository(from: string, path: string): boolean {
  let depth = from.split('/').length - 1;
  for (const segment of path.split('/')) {
    if (segment === '..') depth -= 1;
    else if (segment !== '.' && segment !== '') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

/** Every fragment of each document: of its headings, and those it sets by hand. */
function fragmentsOf(graph: LinkGraph, lookup: DocumentLookup): Map<string, Set<string>> {
  const fragments = new Map<string, Set<string>>();
  for (const { at } of graph.nodes('document'))
    fragments.set(at.path, new Set(lookup.sections(at.path).map((section) => headingSlug(section.at.section ?? ''))));
  for (const { at, attributes } of graph.nodes('passage'))
    for (const anchor of attributes.anchors)
      fragments.get(at.path)?.add(anchor === anyFragment ? anchor : fragmentKey(anchor));
  return fragments;
}

function hasFragment(known: ReadonlySet<string> | undefined, fragment: string): boolean {
  if (/^(?:top|L\d+(?:-L?\d+)?|:~:.*|fn.*|readme)$/i.test(fragment) || fragment.includes('=')) return true;
  const wanted = fragmentKey(fragment);
  if (wanted === '' || known === undefined || known.size === 0 || known.has(anyFragment)) return true;
  return known.has(wanted) || known.has(wanted.replace(/-\d+$/, ''));
}

function nearestHeading(lookup: DocumentLookup, path: string, fragment: string): string | undefined {
  const words = fragmentKey(fragment)
    .split('-')
    .filter((word) => word.length > 2);
  const scored = lookup.sections(path).map((section) => {
    const slug = headingSlug(section.at.section ?? '').split('-');
    return { section, score: words.filter((word) => slug.includes(word)).length };
  });
  const [best] = scored.sort((a, b) => b.score - a.score || a.section.at.line - b.section.at.line);
  return best && best.score > 0 ? best.section.at.section : undefined;
}
