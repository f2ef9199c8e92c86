import type { EdgeFact, NodeFact, Part, Place } from '@iama/model';
import type { Run } from '../typescript/evaluation/run.ts';
import { textOf } from '../typescript/evaluation/value.ts';
import type { Expression } from '../typescript/script/script.ts';
import type { StateSet, StateStep, StateUse } from './state-part.ts';
import { isStateText, ownerWords } from './state-words.ts';

interface Machine {
  readonly name: string;
  readonly at: Place;
  readonly set: StateSet;
  readonly values: ReadonlyMap<string, Place>;
  readonly words: ReadonlySet<string>;
}

/** States and transitions of all files; what is written and compared joins the set of states it belongs to. */
export function observedStates(
  parts: readonly Part[],
  run: Run,
): { readonly nodes: NodeFact[]; readonly edges: EdgeFact[] } {
  const machines = machinesOf(parts, run);
  const nodes: NodeFact[] = machines.flatMap((machine) =>
    [...machine.values].map(([id, at]) => stateNode(id, machine.name, at, machine.set)),
  );
  const byPlace = new Map(machines.map((machine) => [`${machine.at.path}\n${machine.set.name}`, machine.name]));
  for (const part of parts) {
    if (part.kind !== 'state-step') continue;
    const step = part.data as StateStep;
    const [from, to] = [textFrom(step.from, part.at, run), textFrom(step.to, part.at, run)];
    const machine = byPlace.get(`${part.at.path}\n${step.machine}`) ?? step.machine;
    if (from !== undefined && to !== undefined) nodes.push(transitionNode(from, to, machine, part.at, step.trigger));
  }
  const uses = usesOf(parts, machines, run);
  return { nodes: distinct([...nodes, ...uses.nodes]), edges: uses.edges };
}

function machinesOf(parts: readonly Part[], run: Run): Machine[] {
  const sets = parts.filter((part) => part.kind === 'state-set');
  const files = new Map<string, Set<string>>();
  for (const { at, data } of sets) {
    const { name } = data as StateSet;
    files.set(name, new Set([...(files.get(name) ?? []), at.path]));
  }
  return sets.flatMap(({ at, data }): Machine[] => {
    const set = data as StateSet;
    const values = new Map<string, Place>();
    for (const state of set.states) {
      const text = textFrom(state.value, at, run);
      if (text !== undefined && isStateText(text) && !values.has(text)) values.set(text, state.at);
    }
    if (values.size < 2) return [];
    // The same name in several files may mean different things.
    const name = (files.get(set.name)?.size ?? 0) > 1 ? `${set.name} (${at.path})` : set.name;
    return [{ name, at, set, values, words: new Set(ownerWords(set.name)) }];
  });
}

interface Use {
  readonly use: StateUse;
  readonly text: string;
  readonly at: Place;
}

function usesOf(
  parts: readonly Part[],
  machines: readonly Machine[],
  run: Run,
): { nodes: NodeFact[]; edges: EdgeFact[] } {
  const groups = new Map<string, Use[]>();
  for (const { kind, at, data } of parts) {
    if (kind !== 'state-use') continue;
    const use = data as StateUse;
    const text = textFrom(use.value, at, run);
    if (text === undefined || !isStateText(text)) continue;
    // What names no owner is only compared with what else stands in the file.
    const key = use.enumeration ?? (use.owner === '' ? `${at.path}#${use.field}` : `${use.owner}.${use.field}`);
    groups.set(key, [...(groups.get(key) ?? []), { use, text, at }]);
  }
  const nodes: NodeFact[] = [];
  const edges: EdgeFact[] = [];
  for (const uses of groups.values()) {
    const machine = machineOf(uses, machines);
    if (machine === undefined) continue;
    const kin = machines.filter(
      (other) => other.set.name === machine.set.name || [...other.words].some((word) => machine.words.has(word)),
    );
    for (const { use, text, at } of uses) {
      // A value another set of the same thing holds is no stranger.
      if (!kin.some(({ values }) => values.has(text))) nodes.push(stateNode(text, machine.name, at));
      edges.push(useEdge(use, text, at));
      if (use.does !== 'writes') continue;
      for (const from of use.from ?? ['*']) nodes.push(transitionNode(from, text, machine.name, at));
    }
  }
  return { nodes, edges };
}

/**
 * The set of states a group of uses belongs to: the one named after the same thing, else the one that holds most of the
 * values, if it holds at least two and most of them.
 */
function machineOf(uses: readonly Use[], machines: readonly Machine[]): Machine | undefined {
  const values = new Set(uses.map(({ text }) => text));
  const [first] = uses;
  const enumeration = first?.use.enumeration;
  if (enumeration !== undefined) {
    const named = machines.find(({ set }) => set.name === enumeration);
    if (named !== undefined) return named;
  }
  const owner = (first?.use.owner ?? '').split(' ').filter((word) => word !== '');
  const scored = machines
    .map((machine) => ({
      machine,
      common: [...values].filter((value) => machine.values.has(value)).length,
      named: owner.some((word) => machine.words.has(word)),
      near: machine.at.path === first?.at.path,
    }))
    .filter(({ common, named }) => (named ? common * 2 >= values.size : common >= 2 && common * 2 > values.size));
  const [best] = scored.sort(
    (a, b) =>
      Number(b.named) - Number(a.named) ||
      b.common - a.common ||
      Number(b.near) - Number(a.near) ||
      (a.machine.name < b.machine.name ? -1 : 1),
  );
  return best?.machine;
}

function stateNode(id: string, machine: string, at: Place, set?: StateSet): NodeFact {
  return {
    kind: 'state',
    id,
    side: 'observed',
    at,
    attributes: {
      machine,
      ...(set?.initial === id ? { initial: true } : {}),
      ...(set?.terminal?.includes(id) ? { terminal: true } : {}),
    },
  };
}

function transitionNode(from: string, to: string, machine: string, at: Place, trigger?: string): NodeFact {
  return {
    kind: 'transition',
    id: `${from} -> ${to}`,
    side: 'observed',
    at,
    attributes: { machine, from, to, ...(trigger === undefined ? {} : { trigger }) },
  };
}

function useEdge(use: StateUse, text: string, at: Place): EdgeFact {
  return {
    kind: use.does,
    from: { kind: 'file', id: at.path },
    to: { kind: 'state', id: text },
    at,
    how: use.owner === '' ? 'guessed' : 'derived',
    evidence: `${use.owner === '' ? use.field : `${use.owner}.${use.field}`} ${text}`,
  };
}

function textFrom(expression: Expression, at: Place, run: Run): string | undefined {
  return typeof expression === 'string' ? expression : textOf(run.evaluateIn(at.path, expression));
}

function distinct(nodes: readonly NodeFact[]): NodeFact[] {
  return [
    ...new Map(nodes.map((node) => [JSON.stringify([node.kind, node.id, node.at, node.attributes]), node])).values(),
  ];
}
