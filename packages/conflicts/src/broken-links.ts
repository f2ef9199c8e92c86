import type { GraphView, NodeFact } from '@iama/model';
import type { DocumentLookup } from './document-lookup.ts';
import { documentLookup, resolvePath } from './document-lookup.ts';
import { fragmentKey, headingSlug } from './heading-slug.ts';
import { documentsByPath } from './standing-documents.ts';

type Pointer = NodeFact<'pointer'>;

export interface BrokenLink {
  readonly fault: 'missing' | 'case' | 'fragment';
  /** What it points at, from the top of the repository. */
  readonly target: string;
  /** The document or heading that is nearest. */
  readonly nearest?: string;
  readonly places: readonly Pointer[];
}

/** Links to documents and headings that are not there, one for each target. */
export function brokenLinks(graph: GraphView<'pointer' | 'document' | 'section'>): BrokenLink[] {
  const lookup = documentLookup(graph);
  const copies = documentsByPath(graph);
  const broken = new Map<string, { fault: BrokenLink['fault']; nearest?: string; places: Pointer[] }>();
  for (const pointer of graph.nodes('pointer')) {
    if (pointer.attributes.to !== 'document' || copies.get(pointer.at.path)?.attributes.copyOf) continue;
    const fault =
      pointer.attributes.form === 'link' ? faultOfLink(graph, lookup, pointer) : faultOfPath(lookup, pointer);
    if (!fault) continue;
    const known = broken.get(`${fault.fault} ${fault.target}`);
    if (known) known.places.push(pointer);
    else
      broken.set(`${fault.fault} ${fault.target}`, {
        fault: fault.fault,
        ...(fault.nearest === undefined ? {} : { nearest: fault.nearest }),
        places: [pointer],
      });
  }
  return [...broken].map(([key, link]) => ({ target: key.slice(key.indexOf(' ') + 1), ...link }));
}

type Fault = Pick<BrokenLink, 'fault' | 'target' | 'nearest'>;

function faultOfLink(
  graph: GraphView<'document' | 'section'>,
  lookup: DocumentLookup,
  { at, attributes }: Pointer,
): Fault | undefined {
  const { document: path, fragment } = attributes;
  if (path?.startsWith('/') && lookup.atPath(path, at.path).exact === undefined) return undefined;
  const target = path === undefined ? at.path : resolvePath(at.path, path);
  if (path !== undefined && leavesRepository(at.path, path)) return undefined;
  const found = path === undefined ? { exact: at.path } : lookup.atPath(path, at.path);
  if (found.exact === undefined) {
    if (found.otherCase !== undefined) return { fault: 'case', target, nearest: found.otherCase };
    const nearest = graph.nearest('document', target);
    return { fault: 'missing', target, ...(nearest === undefined ? {} : { nearest }) };
  }
  if (fragment === undefined || hasFragment(lookup, found.exact, fragment)) return undefined;
  const nearest = nearestHeading(lookup, found.exact, fragment);
  return { fault: 'fragment', target: `${found.exact}#${fragment}`, ...(nearest === undefined ? {} : { nearest }) };
}

/** A path in a code span is only a name: broken when nothing but its case differs from the one document it can mean. */
function faultOfPath(lookup: DocumentLookup, { at, attributes }: Pointer): Fault | undefined {
  const path = attributes.document ?? '';
  const beside = lookup.atPath(path, at.path);
  const top = lookup.atPath(`/${path.replace(/^(?:\.\.?\/)+/, '')}`, at.path);
  if (beside.exact !== undefined || top.exact !== undefined) return undefined;
  const otherCase = beside.otherCase ?? top.otherCase;
  return otherCase === undefined
    ? undefined
    : { fault: 'case', target: path.replace(/^(?:\.\.?\/)+/, ''), nearest: otherCase };
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

function hasFragment(lookup: DocumentLookup, path: string, fragment: string): boolean {
  if (/^(?:top|L\d+(?:-L?\d+)?|:~:.*|fn.*|readme)$/i.test(fragment) || fragment.includes('=')) return true;
  const wanted = fragmentKey(fragment);
  const slugs = lookup.sections(path).map(({ at }) => headingSlug(at.section ?? ''));
  return wanted === '' || slugs.some((slug) => slug === wanted || slug === wanted.replace(/-\d+$/, ''));
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
