import { defineView } from '@iama/gate';
import type { NodeFact } from '@iama/model';
import { matchedMachines } from '../machines.ts';

/** States and transitions as specified beside those of the code that belong to the same machine. */
export const states = defineView({
  id: 'conformance/states',
  title: 'States and transitions',
  reads: ['state', 'transition', 'document'],
  columns: [
    { key: 'machine', title: 'Machine' },
    { key: 'what', title: 'State or transition' },
    { key: 'state', title: 'Standing' },
    { key: 'places', title: 'Places' },
  ],
  *rows(graph) {
    const matched = matchedMachines(graph);
    const machines = new Map<string, Map<string, { specified: NodeFact[]; observed: NodeFact[] }>>();
    const add = (machine: string, node: NodeFact<'state' | 'transition'>) => {
      const things = machines.get(machine) ?? new Map<string, { specified: NodeFact[]; observed: NodeFact[] }>();
      machines.set(machine, things);
      const both = things.get(node.id) ?? { specified: [], observed: [] };
      things.set(node.id, both);
      both[node.side === 'specified' ? 'specified' : 'observed'].push(node);
    };
    for (const kind of ['state', 'transition'] as const) {
      for (const node of graph.nodes(kind, { side: 'specified' })) add(node.attributes.machine, node);
    }
    for (const { machine, observed, observedTransitions } of matched) {
      for (const node of [...observed, ...observedTransitions]) add(machine, node);
    }
    for (const [machine, things] of [...machines].sort(([a], [b]) => (a < b ? -1 : 1))) {
      for (const [id, { specified, observed }] of things) {
        yield {
          machine: { text: machine },
          what: { text: id },
          state: {
            text:
              specified.length > 0 && observed.length > 0
                ? 'both'
                : specified.length > 0
                  ? 'document only'
                  : 'code only',
          },
          places: [...specified, ...observed].map(({ at }) => ({ text: `${at.path}:${at.line}`, at })),
        };
      }
    }
  },
});
