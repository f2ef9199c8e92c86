import type { GraphView, NodeFact } from '@iama/model';

type Document = NodeFact<'document'>;
type Section = NodeFact<'section'>;

/** Finds documents by what others call them, and sections by their numbers and lines. */
export interface DocumentLookup {
  /** Paths a name can mean; undefined: no document of this repository. */
  named(name: string, from: string): string[] | undefined;
  /** Paths that a relative path can mean as it is written, without regard to case. */
  atPath(path: string, from: string): { readonly exact?: string; readonly otherCase?: string };
  sections(path: string): readonly Section[];
  /** Innermost section of a line. */
  sectionAt(path: string, line: number): Section | undefined;
}

export function documentLookup(graph: GraphView<'document' | 'section'>): DocumentLookup {
  return graph.once('conflicts/lookup', () => build(graph));
}

function build(graph: GraphView<'document' | 'section'>): DocumentLookup {
  const documents = graph.nodes('document');
  const paths = new Set(documents.map(({ at }) => at.path));
  const byLower = new Map(documents.map(({ at }) => [at.path.toLowerCase(), at.path]));
  const byName = nameIndex(documents);
  const sections = new Map<string, Section[]>();
  for (const section of graph.nodes('section')) {
    const known = sections.get(section.at.path);
    if (known) known.push(section);
    else sections.set(section.at.path, [section]);
  }
  const sectionsOf = (path: string) => sections.get(path) ?? [];
  return {
    named(name, from) {
      for (const words of tails(name)) {
        const beside = byLower.get(resolvePath(from, words).toLowerCase());
        if (beside !== undefined && /\.\w+$/.test(words)) return [beside];
        const found = byName.get(key(words));
        if (found) return found;
      }
      return undefined;
    },
    atPath(path, from) {
      const candidates = path.startsWith('/') ? [path.slice(1)] : [resolvePath(from, path)];
      const exact = candidates.find((candidate) => paths.has(candidate));
      if (exact !== undefined) return { exact };
      const otherCase = candidates
        .map((candidate) => byLower.get(candidate.toLowerCase()))
        .find((found) => found !== undefined);
      return otherCase === undefined ? {} : { otherCase };
    },
    sections: sectionsOf,
    sectionAt(path, line) {
      let found: Section | undefined;
      for (const section of sectionsOf(path)) {
        if (section.at.line > line) break;
        found = section;
      }
      return found;
    },
  };
}

/** Names of each document: its file name with and without ending, its id, its title, and `PRD V1` for a role with a version. */
function nameIndex(documents: readonly Document[]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  const add = (name: string | undefined, path: string) => {
    const normal = key(name ?? '');
    if (normal.length < 2) return;
    const known = names.get(normal) ?? [];
    if (!known.includes(path)) names.set(normal, [...known, path]);
  };
  const originals = documents.filter(({ attributes }) => !attributes.translationOf && !attributes.copyOf);
  for (const { at, attributes } of [...originals, ...documents]) {
    const file = at.path.split('/').pop() ?? at.path;
    if (originals.some((original) => original.at.path === at.path) || !names.has(key(file))) {
      add(file, at.path);
      add(file.replace(/\.\w+$/, ''), at.path);
      add(at.path, at.path);
    }
    if (attributes.documentId) add(attributes.documentId, at.path);
    if (attributes.title) add(attributes.title, at.path);
  }
  for (const { at, attributes } of originals) {
    for (const word of roleWords[attributes.role] ?? []) {
      add(word, at.path);
      if (attributes.scope) {
        add(`${word} ${attributes.scope}`, at.path);
        add(`${attributes.scope} ${word}`, at.path);
      }
    }
    const number = /\badr[-_ ]?(\d+)/i.exec(at.path)?.[1];
    if (number) add(`ADR-${number}`, at.path);
    if (/design[-_ ]?system/i.test(at.path)) add('design system', at.path);
  }
  return names;
}

const roleWords: Readonly<Record<string, readonly string[]>> = {
  prd: ['PRD', 'product requirements', 'requirements document'],
  'api-contract': ['API contract', 'contract', 'API spec'],
  'db-schema': ['DB schema', 'database schema', 'schema'],
  workflow: ['development workflow'],
  architecture: ['architecture', 'service architecture'],
};

function key(name: string): string {
  return name
    .replace(/^(?:\.\.?\/)+/, '')
    .replace(/[`*"']/g, '')
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** `see the API contract` → the whole, then without its first words. */
function tails(name: string): string[] {
  const words = name.split(/\s+/);
  return words.map((_, index) => words.slice(index).join(' '));
}

/** A relative path from a document's folder, as one from the top. */
export function resolvePath(from: string, path: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') parts.pop();
    else if (segment !== '.' && segment !== '') parts.push(segment);
  }
  return parts.join('/');
}
