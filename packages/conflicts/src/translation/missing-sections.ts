import type { NodeFact } from '@iama/model';
import { documentLookup } from '../document-lookup.ts';
import type { Twin, TwinGraph } from './twins.ts';

/** Numbered sections of the original that the translation has not, when both number their sections alike. */
export function missingSections(graph: TwinGraph, { original, translation }: Twin): NodeFact<'section'>[] {
  const numbered = (path: string) =>
    documentLookup(graph)
      .sections(path)
      .filter(({ attributes }) => attributes.number !== undefined);
  const [ones, others] = [numbered(original.at.path), numbered(translation.at.path)];
  const known = new Set(others.map(({ attributes }) => attributes.number));
  const shared = ones.filter(({ attributes }) => known.has(attributes.number)).length;
  if (shared < 2 || shared < ones.length / 2) return [];
  const missing = ones.filter(({ attributes }) => !known.has(attributes.number));
  const gone = new Set(missing.map(({ attributes }) => attributes.number));
  return missing.filter(
    ({ attributes }) => !gone.has(attributes.number?.replace(/\.[^.]+$/, '')) || !attributes.number?.includes('.'),
  );
}
