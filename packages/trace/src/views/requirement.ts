import type { Cell, Row } from '@iama/gate';
import { defineView } from '@iama/gate';
import type { Place } from '@iama/model';
import { coverageKinds, coverageOf } from '../coverage.ts';

/** One requirement with everything it touches, each with its place. */
export const requirementTrace = defineView<string>({
  id: 'trace/requirement',
  title: 'Requirement',
  reads: coverageKinds,
  columns: [
    { key: 'what', title: 'What' },
    { key: 'name', title: 'Name' },
    { key: 'place', title: 'Place' },
    { key: 'known', title: 'Known by' },
  ],
  *rows(graph, id) {
    for (const requirement of graph.nodes('requirement', { id })) {
      yield row('defined', requirement.attributes.title, requirement.at, requirement.attributes.form);
      for (const criterion of graph.edgesTo(requirement, 'accepts')) {
        const node = graph.nodes('acceptance', { id: criterion.from.id, path: requirement.at.path })[0];
        if (node && criterion.at.path === requirement.at.path)
          yield row('acceptance', node.attributes.text, node.at, 'document');
      }
    }
    const coverage = coverageOf(graph, id);
    const lists = [
      ['endpoint', coverage.endpoints],
      ['table', coverage.tables],
      ['transition', coverage.transitions],
      ['error code', coverage.errorCodes],
      ['security', coverage.security],
      ['decision', coverage.decisions],
      ['code', coverage.code],
    ] as const;
    for (const [what, touches] of lists) {
      for (const { node, at, how } of touches) yield row(what, node.id, at, how);
    }
    for (const { node, at, how, test, noEvidence } of coverage.tests) {
      const result = noEvidence ?? test?.attributes.result;
      yield row(`test${result ? ` (${result})` : ''}`, node.id, test?.at ?? at, how);
    }
    for (const edge of graph.edgesTo({ kind: 'requirement', id }, 'mentions')) {
      yield row('mentioned', edge.from.id, edge.at, edge.how);
    }
  },
});

function row(what: string, name: string, at: Place, known: string): Row {
  const cell = (text: string): Cell => ({ text });
  return {
    what: cell(what),
    name: { text: name, at },
    place: { text: `${at.path}:${at.line}`, at },
    known: cell(known),
  };
}
