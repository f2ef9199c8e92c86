import type { GraphView, NodeFact, Place } from '@iama/model';
import { documentLookup } from './document-lookup.ts';
import type { CountedKind } from './said-kind.ts';
import { definedOf, kindSaid, versionOf } from './said-kind.ts';
import { sectionIndex } from './section-index.ts';
import { assertingDocuments } from './standing-documents.ts';

type Count = NodeFact<'count'>;
type CountGraph = GraphView<CountedKind | 'count' | 'document' | 'section' | 'passage' | 'list' | 'grid'>;

export interface WrongCount {
  readonly count: Count;
  readonly subject: string;
  /** How many there are, what they are, and where they begin. */
  readonly there: number;
  readonly are: string;
  readonly at: Place;
}

const plainAdjectives =
  /^(?:core|functional|v\d+(?:-specific)?|database|db|api|rest|http|defined|required|canonical|logical|following|error|config|configuration|total|distinct|main|all|new)$/;

/** Stated counts that are not what the list behind them, the section they name, or the documents hold. */
export function wrongCounts(graph: CountGraph): WrongCount[] {
  const asserting = assertingDocuments(graph);
  return graph.nodes('count').flatMap((count): WrongCount[] => {
    if (!asserting.has(count.at.path)) return [];
    const { listed, number, noun } = count.attributes;
    if (listed !== undefined) {
      if (listed === number) return [];
      return [
        { count, subject: subjectOf(count), there: listed, are: `${listed} ${plural(noun)} are listed`, at: count.at },
      ];
    }
    return byKind(graph, count) ?? bySection(graph, count) ?? [];
  });
}

/** Against what documents define, when the noun is a kind of thing: quiet when any sensible way of counting agrees. */
function byKind(graph: CountGraph, count: Count): WrongCount[] | undefined {
  const { adjectives, noun, number, sections, in: named } = count.attributes;
  const kind = kindSaid([...adjectives, noun].join(' '));
  if (!kind || !count.attributes.total || adjectives.some((word) => !plainAdjectives.test(word)))
    return kind ? [] : undefined;
  const version =
    count.attributes.version ?? adjectives.map((word) => /^v\d+/.exec(word)?.[0].toUpperCase()).find(Boolean);
  const all = definedOf(graph, kind).filter(
    (node) => kind !== 'state' || sections.length > 0 || node.at.path === count.at.path,
  );
  const of = version === undefined ? all : all.filter((node) => [undefined, version].includes(versionOf(graph, node)));
  const own = of.filter(({ at }) => at.path === count.at.path);
  const within = sections.length > 0 ? inSections(graph, count, of, named) : undefined;
  if (within === undefined && sections.length > 0) return [];
  const counted = within !== undefined && within.length > 0 ? within : own.length > 0 ? own : byDocument(of);
  const sensible = [
    of,
    own,
    within ?? [],
    version === undefined ? all : of.filter((node) => versionOf(graph, node) === version),
    byDocument(of),
  ];
  const [first] = counted;
  if (!first || sensible.some((nodes) => nodes.length > 0 && nodes.length === number) || counted.length < 2) return [];
  const are = `${counted.length} ${version === undefined ? '' : `of ${version} `}are defined`;
  return [
    {
      count,
      subject: `${version === undefined ? '' : `${version} `}${plural(noun)}`,
      there: counted.length,
      are,
      at: first.at,
    },
  ];
}

/** Those of the document that defines most of them. */
function byDocument(nodes: readonly NodeFact<CountedKind>[]): readonly NodeFact<CountedKind>[] {
  const groups = new Map<string, NodeFact<CountedKind>[]>();
  for (const node of nodes) groups.set(node.at.path, [...(groups.get(node.at.path) ?? []), node]);
  return [...groups.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}

function inSections(
  graph: CountGraph,
  count: Count,
  nodes: readonly NodeFact<CountedKind>[],
  named: string | undefined,
): readonly NodeFact<CountedKind>[] | undefined {
  const path = named === undefined ? count.at.path : documentLookup(graph).named(named, count.at.path)?.[0];
  if (path === undefined) return undefined;
  const ranges = rangesOf(graph, path, count.attributes.sections);
  return (
    ranges &&
    nodes.filter(({ at }) => at.path === path && ranges.some(([from, to]) => from <= at.line && at.line <= to))
  );
}

/** Lines of each section or range of sections; undefined when one of them does not exist. */
function rangesOf(graph: CountGraph, path: string, sections: readonly string[]): [number, number][] | undefined {
  const ranges = sections.map((said): [number, number] | undefined => {
    const held = said.split('–').map((number) => sectionIndex(graph).numbered(path, number));
    const [first, last] = [held[0]?.[0], held.at(-1)?.at(-1)];
    return first && last ? [first.at.line, last.attributes.lastLine] : undefined;
  });
  const known = ranges.filter((range) => range !== undefined);
  return known.length === ranges.length ? known : undefined;
}

/** Against the only list or table of the section that the count names. */
function bySection(graph: CountGraph, count: Count): WrongCount[] | undefined {
  const { sections, in: named, number } = count.attributes;
  if (sections.length !== 1) return undefined;
  const path = named === undefined ? count.at.path : documentLookup(graph).named(named, count.at.path)?.[0];
  const [range] = (path && rangesOf(graph, path, sections)) || [];
  if (path === undefined || !range) return undefined;
  const inside = ({ at }: { at: Place }) => at.path === path && range[0] <= at.line && at.line <= range[1];
  const held = [
    ...graph
      .nodes('list')
      .filter(inside)
      .map(({ at, attributes }) => ({ at, items: attributes.labels.length })),
    ...graph
      .nodes('grid')
      .filter(inside)
      .map(({ at, attributes }) => ({ at, items: attributes.rows.length })),
  ];
  const headings = documentLookup(graph)
    .sections(path)
    .filter((section) => inside(section) && section.at.line > range[0]);
  const [only] = held;
  if (!only || held.length !== 1 || headings.length > 0 || only.items === number || only.items < 2) return [];
  const [section] = sectionIndex(graph).numbered(path, sections[0] ?? '');
  const subject = section?.attributes.title.toLowerCase() ?? subjectOf(count);
  return [{ count, subject, there: only.items, are: `the section lists ${only.items}`, at: only.at }];
}

function subjectOf({ attributes }: Count): string {
  return [...attributes.adjectives, plural(attributes.noun)].join(' ');
}

function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
