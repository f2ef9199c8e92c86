import type { EdgeFact, NodeFact } from '@iama/model';
import type { Span } from '../../document/document.ts';
import type { DocumentReader } from '../../document/document-reader.ts';
import { chooseDefinitions } from './choose-definitions.ts';
import { collectCandidates } from './collect-candidates.ts';
import { criteriaElsewhere } from './elsewhere.ts';
import { findMalformed } from './malformed.ts';
import { compilePatterns } from './read-label.ts';
import { requirementFacts } from './requirement-facts.ts';
import { textLines } from './text-line.ts';

/**
 * Requirements wherever a document defines them, their acceptance criteria, and ids that look like one but do not parse.
 *
 * @implements IAMA-READ-001
 */
export const requirements: DocumentReader = {
  name: 'requirements',
  read(document) {
    const lines = textLines(document);
    const patterns = compilePatterns(document.idPatterns);
    const candidates = collectCandidates(document, lines, patterns);
    if (candidates.length === 0) return {};
    const definitions = chooseDefinitions(document, lines, candidates, patterns);
    const nodes: NodeFact[] = [];
    const edges: EdgeFact[] = [];
    const spans: Span[] = [];
    const elsewhere = criteriaElsewhere(lines, definitions);
    for (const definition of definitions) {
      const more = elsewhere.get(definition.candidate.id);
      const facts = requirementFacts(document, more ? { ...definition, elsewhere: more } : definition);
      nodes.push(...facts.nodes);
      edges.push(...facts.edges);
      spans.push(facts.span);
    }
    const known = definitions.map(({ candidate }) => ({
      id: candidate.id,
      form: candidate.form,
      index: candidate.start,
      ...(candidate.table ? { cell: candidate.table.id } : {}),
    }));
    nodes.push(...findMalformed(document, lines, known));
    return { nodes, edges, spans };
  },
};
