import type { GraphView, NodeFact } from '@iama/model';

type Document = NodeFact<'document'>;
export type Passage = NodeFact<'passage'>;
export type TwinGraph = GraphView<'document' | 'section' | 'passage' | 'grid'>;

/** A document and its translation, with what of both can be compared. */
export interface Twin {
  readonly original: Document;
  readonly translation: Document;
  readonly passages: readonly Passage[];
  readonly translated: readonly Passage[];
  /** Encoding errors ate so much of the translation that what is missing in it proves little. */
  readonly damaged: boolean;
}

/** Pairs of an original and its translation. */
export function twins(graph: TwinGraph): Twin[] {
  const byPath = new Map<string, Passage[]>();
  for (const passage of graph.nodes('passage')) {
    const known = byPath.get(passage.at.path);
    if (known) known.push(passage);
    else byPath.set(passage.at.path, [passage]);
  }
  return graph.nodes('document').flatMap((translation): Twin[] => {
    const { translationOf } = translation.attributes;
    const original = translationOf === undefined ? undefined : graph.node('document', translationOf);
    if (!original) return [];
    const translated = byPath.get(translation.at.path) ?? [];
    const bad = translated.filter(({ attributes }) => attributes.damaged).length;
    const passages = byPath.get(original.at.path) ?? [];
    return [{ original, translation, passages, translated, damaged: bad > translated.length / 5 }];
  });
}

/** True for the id of a requirement or decision: letters, a dash, digits at the end. */
export function isId(anchor: string): boolean {
  return /^[A-Z][A-Z0-9]*(?:[-_.][A-Z0-9]+)*[-_.]\d+[A-Z]?$/.test(anchor);
}
