import { inScope, twinPaths } from '@iama/gate';
import type { GraphView, NodeFact } from '@iama/model';

export type MachineGraph = GraphView<'state' | 'transition' | 'document'>;

/** A set of states in code that is the same machine as one of the documents. */
export interface MatchedMachine {
  /** Name of the machine in the documents. */
  readonly machine: string;
  /** Every state any document gives that machine, also of later versions. */
  readonly specified: ReadonlyMap<string, NodeFact<'state'>>;
  readonly transitions: readonly NodeFact<'transition'>[];
  readonly observed: readonly NodeFact<'state'>[];
  readonly observedTransitions: readonly NodeFact<'transition'>[];
}

/**
 * Ties enumerations of states in code to machines of the documents: at least two states in common, and at least half of
 * the smaller side. Anything else (a priority list, another service's states) is no state machine of the documents.
 */
export function matchedMachines(graph: MachineGraph): MatchedMachine[] {
  return graph.once('conformance/machines', () => {
    const twins = twinPaths(graph);
    const own = <N extends NodeFact>(nodes: readonly N[]) => nodes.filter((node) => !twins.has(node.at.path));
    const specified = grouped(own(graph.nodes('state', { side: 'specified' })));
    const transitions = own(graph.nodes('transition', { side: 'specified' }));
    const observedTransitions = graph.nodes('transition', { side: 'observed' });
    const matched: MatchedMachine[] = [];
    for (const [name, states] of grouped(graph.nodes('state', { side: 'observed' }))) {
      const seen = new Set(states.map((state) => state.id));
      const [best] = [...specified]
        .map(([machine, known]) => ({
          machine,
          known,
          common: [...seen].filter((id) => known.some((state) => state.id === id)).length,
        }))
        .filter(
          ({ known, common }) =>
            common >= 2 && common * 2 >= Math.min(seen.size, new Set(known.map(({ id }) => id)).size),
        )
        .sort((a, b) => b.common - a.common || (a.machine < b.machine ? -1 : 1));
      if (!best) continue;
      matched.push({
        machine: best.machine,
        specified: new Map(best.known.map((state) => [state.id, state])),
        transitions: transitions.filter(({ attributes }) => attributes.machine === best.machine),
        observed: states,
        observedTransitions: observedTransitions.filter(({ attributes }) => attributes.machine === name),
      });
    }
    return matched;
  });
}

/**
 * States of a machine that are due now. Only documents that share at least two states with the code speak of this machine:
 * another diagram may bear the same name.
 */
export function dueStates(graph: MachineGraph, machine: MatchedMachine): NodeFact<'state'>[] {
  const seen = new Set(machine.observed.map((state) => state.id));
  const states = [...machine.specified.values()];
  const shared = (path: string) => states.filter(({ id, at }) => at.path === path && seen.has(id)).length;
  return states.filter(({ at, attributes }) => inScope(attributes.version, graph.settings) && shared(at.path) >= 2);
}

function grouped(states: readonly NodeFact<'state'>[]): Map<string, NodeFact<'state'>[]> {
  const groups = new Map<string, NodeFact<'state'>[]>();
  for (const state of states)
    groups.set(state.attributes.machine, [...(groups.get(state.attributes.machine) ?? []), state]);
  return groups;
}
