import type { GraphView, NodeFact } from '@iama/model';
import type { DocumentLookup } from './document-lookup.ts';
import { documentLookup } from './document-lookup.ts';

type Section = NodeFact<'section'>;

/** Where names stand in documents, by section. */
export interface SectionIndex {
  /** Sections with this number, or below it when only they have numbers: `5` → `5.1`, `5.2`. */
  numbered(path: string, number: string): readonly Section[];
  /** True when the document numbers its headings. */
  isNumbered(path: string): boolean;
  /** Items of lists right in a section, when it has no numbered sections below: `4.2` may mean item 2 of Section 4. */
  hasItem(path: string, number: string): boolean;
  /** Lines on which a name stands, with headings: what defines it comes first. */
  linesOf(path: string, name: string): readonly number[];
  /** True when a name, or a longer name that holds it, stands in a section: in its text, its fences or a heading. */
  holds(section: NodeFact<'section'>, name: string): boolean;
  /** Lines on which a text, a row or a heading begins with an id. */
  definedAt(path: string, id: string): readonly number[];
}

export function sectionIndex(graph: GraphView<'section' | 'document' | 'passage' | 'list'>): SectionIndex {
  return graph.once('conflicts/sections', () => build(graph, documentLookup(graph)));
}

function build(graph: GraphView<'section' | 'document' | 'passage' | 'list'>, lookup: DocumentLookup): SectionIndex {
  const names = new Map<string, number[]>();
  const anchors = new Map<string, number[]>();
  const items = new Map<string, number>();
  const spoken = new Map<string, { line: number; names: string }[]>();
  const add = (map: Map<string, number[]>, key: string, line: number) => {
    const known = map.get(key);
    if (known) known.push(line);
    else map.set(key, [line]);
  };
  for (const { at } of graph.nodes('section'))
    add(names, `${at.path}\u0000${(at.section ?? '').toLowerCase()}`, at.line);
  for (const { at, attributes } of graph.nodes('passage')) {
    add(anchors, `${at.path}\u0000${attributes.anchor}`, at.line);
    const words = [...[...attributes.names, ...attributes.coded].map(({ text }) => text), at.section ?? '']
      .join('\n')
      .toLowerCase();
    const known = spoken.get(at.path);
    if (known) known.push({ line: at.line, names: words });
    else spoken.set(at.path, [{ line: at.line, names: words }]);
    for (const { text } of attributes.names) add(names, `${at.path}\u0000${text.toLowerCase()}`, at.line);
  }
  for (const { at, attributes } of graph.nodes('list')) {
    const key = `${at.path}\u0000${at.section ?? ''}`;
    items.set(key, Math.max(items.get(key) ?? 0, attributes.labels.length));
  }
  const numbered = (path: string, number: string) => {
    const exact = lookup.sections(path).filter(({ attributes }) => attributes.number === number);
    return exact.length > 0
      ? exact
      : lookup.sections(path).filter(({ attributes }) => attributes.number?.startsWith(`${number}.`));
  };
  return {
    numbered,
    isNumbered: (path) => lookup.sections(path).filter(({ attributes }) => attributes.number !== undefined).length > 2,
    hasItem(path, number) {
      const [parent, item] = [number.replace(/\.\d+$/, ''), Number(/\.(\d+)$/.exec(number)?.[1])];
      const [section] = parent === number ? [] : numbered(path, parent);
      if (!section || section.attributes.number !== parent) return false;
      if (lookup.sections(path).some(({ attributes }) => attributes.number?.startsWith(`${parent}.`))) return false;
      return (items.get(`${path}\u0000${section.at.section ?? ''}`) ?? 0) >= item;
    },
    holds({ at, attributes }, name) {
      const bare = name.replace(/^[*.]+|[*.]+$/g, '').toLowerCase();
      const said = (spoken.get(at.path) ?? []).filter(({ line }) => at.line <= line && line <= attributes.lastLine);
      return said.some(({ names }) => names.includes(bare));
    },
    linesOf: (path, name) => names.get(`${path}\u0000${name.toLowerCase()}`) ?? [],
    definedAt: (path, id) => anchors.get(`${path}\u0000${id}`) ?? [],
  };
}
