import type { GraphView, NodeFact, Place } from '@iama/model';
import { documentLookup } from './document-lookup.ts';
import type { SectionIndex } from './section-index.ts';

type Section = NodeFact<'section'>;
type OtherGraph = GraphView<'pointer' | 'document' | 'section' | 'passage' | 'list'>;

export interface Elsewhere {
  /** Heading of the section that was cited. */
  readonly there: string;
  readonly what: string;
  readonly where: Place;
  /** False: only names link the reference to the other section. */
  readonly certain: boolean;
}

/**
 * The section that really holds what a reference is about, when the cited one does not: by an id it defines, by an endpoint or name
 * that is a heading, or by words that are another heading.
 */
export function otherSection(
  graph: OtherGraph,
  index: SectionIndex,
  { attributes }: NodeFact<'pointer'>,
  path: string,
  number: string,
): Elsewhere | undefined {
  const cited = index.numbered(path, number);
  const there = cited[0]?.at.section ?? '';
  const isInside = (line: number) =>
    cited.some((section) => section.at.line <= line && line <= section.attributes.lastLine);
  const heading = (line: number) => headingAt(graph, path, line, number);
  const title = byTopic(graph, path, cited, attributes.topic);
  if (title) return { there, what: attributes.topic ?? '', where: title.at, certain: true };
  for (const id of attributes.names) {
    const lines = index.definedAt(path, id);
    if (lines.some(isInside)) return undefined;
    const where = lines[0] === undefined ? undefined : heading(lines[0]);
    if (where && /-\d/.test(id))
      return { there, what: id, where: { ...where.at, line: lines[0] ?? where.at.line }, certain: true };
  }
  const candidates = attributes.names.some((name) => index.linesOf(path, name).length > 0)
    ? attributes.names
    : attributes.around;
  const known = candidates
    .map((name) => ({ name, lines: index.linesOf(path, name) }))
    .filter(({ lines }) => lines.length > 0);
  if (known.length === 0 || candidates.some((name) => cited.some((section) => index.holds(section, name))))
    return undefined;
  const headings = new Set(known.flatMap(({ lines }) => lines.map((line) => heading(line)?.at.section)));
  const [first] = known;
  const where = first?.lines[0] === undefined ? undefined : heading(first.lines[0]);
  if (headings.size !== 1 || !first || !where || isPlainWord(first.name)) return undefined;
  const certain = isHeading(graph, path, first.name);
  if (known.length < 2 && !certain) return undefined;
  return {
    there,
    what: known.map(({ name }) => `\`${name}\``).join(', '),
    where: where.at,
    certain,
  };
}

/** The section of a line that is as deep as the cited number. */
function headingAt(graph: OtherGraph, path: string, line: number, number: string): Section | undefined {
  const depth = number.split('.').length;
  const around = documentLookup(graph)
    .sections(path)
    .filter(
      (section) =>
        section.at.line <= line && line <= section.attributes.lastLine && section.attributes.number !== undefined,
    );
  return around.filter(({ attributes }) => (attributes.number ?? '').split('.').length <= depth).at(-1);
}

/** Another section of the document that is called by the very words of the reference, when the cited one shares none of them. */
function byTopic(
  graph: OtherGraph,
  path: string,
  cited: readonly Section[],
  topic: string | undefined,
): Section | undefined {
  const words = new Set(wordsOf(topic ?? ''));
  if (words.size < 2 || cited.some(({ attributes }) => wordsOf(attributes.title).some((word) => words.has(word))))
    return undefined;
  return documentLookup(graph)
    .sections(path)
    .find(({ attributes }) => {
      const title = wordsOf(attributes.title);
      return title.length > 1 && attributes.number !== undefined && title.every((word) => words.has(word));
    });
}

function wordsOf(text: string): string[] {
  const small = /^(?:the|a|an|of|and|or|in|for|to|is|are|v\d|section)$/;
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !small.test(word))
    .map((word) => word.replace(/s$/, ''));
}

/** True when a heading is the name: there it is defined. */
function isHeading(graph: OtherGraph, path: string, name: string): boolean {
  return documentLookup(graph)
    .sections(path)
    .some(({ at }) => at.section?.toLowerCase() === name.toLowerCase());
}

function isPlainWord(name: string): boolean {
  return /^[a-z]+$/.test(name) || name.length < 4;
}
