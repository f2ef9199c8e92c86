import type { Document, Section } from '../../document/document.ts';
import { versionOf } from '../../document/infer-scope.ts';
import { machineName, ownName, unnamedMachine } from './machine-name.ts';
import { headingsOver } from './state-context.ts';
import type { MachineStatement, StatementForm, StateStatement, TransitionStatement } from './state-statement.ts';

type Placed<T> = T & { readonly section: Section; readonly form: StatementForm };

/** One machine of a document: every state and transition once, at the first place that lays it out, else the first that mentions it. */
export interface Machine {
  readonly name: string;
  readonly states: Placed<StateStatement>[];
  readonly transitions: Placed<TransitionStatement>[];
}

/** Forms that define states; the others only use them. */
const defining: ReadonlySet<StatementForm> = new Set(['diagram', 'list', 'table', 'code']);

/**
 * Puts what a document says of states together, machine by machine. A statement that names no machine of its own joins the
 * one that knows its states. Where states are defined, names that only occur in transitions are no definitions.
 */
export function mergeMachines(statements: readonly MachineStatement[], document: Document): Machine[] {
  const machines = new Map<string, { names: Set<string>; said: MachineStatement[] }>();
  const named = statements.map((said) => ({ said, name: machineName(said, document), names: namesIn(said) }));
  const join = (name: string, one: (typeof named)[number]): void => {
    const machine = machines.get(name) ?? { names: new Set<string>(), said: [] };
    machines.set(name, machine);
    machine.said.push(one.said);
    for (const state of one.names) machine.names.add(state);
  };
  const loose: typeof named = [];
  for (const one of named) {
    const running = one.said.remark || one.said.form === 'inline' || one.said.form === 'sentence';
    if (one.name === unnamedMachine || (running && (ownName(one.said) === '' || knows(named, one)))) loose.push(one);
    else join(one.name, one);
  }
  for (const one of loose) {
    const best = [...machines]
      .map(([name, machine]) => ({
        name,
        shared: [...one.names].filter((state) => machine.names.has(state)).length,
        own: name === one.name,
      }))
      .filter((candidate) => candidate.own || candidate.shared >= Math.max(1, one.names.size * 0.5))
      .sort((a, b) => Number(b.own) - Number(a.own) || b.shared - a.shared)[0];
    join(best?.name ?? one.name, one);
  }
  joinAlike(machines);
  return [...machines].map(([name, machine]) => assemble(name, machine.said, document));
}

/** Two names for one machine: nearly the same states under both, or half of them under `order` and `shop-order`. */
function joinAlike(machines: Map<string, { names: Set<string>; said: MachineStatement[] }>): void {
  for (const [name, machine] of machines) {
    for (const [other, twin] of machines) {
      if (other === name || !machines.has(name) || twin.said.length === 0) continue;
      const smaller = Math.min(machine.names.size, twin.names.size);
      const shared = [...twin.names].filter((state) => machine.names.has(state)).length;
      const nested = name.endsWith(`-${other}`) || other.endsWith(`-${name}`);
      if (!(nested ? shared >= smaller * 0.5 : smaller >= 4 && shared >= smaller * 0.8)) continue;
      machine.said.push(...twin.said);
      for (const state of twin.names) machine.names.add(state);
      machines.delete(other);
    }
  }
}

/** True when what another place lays out already holds every name: a remark on it, not a machine of its own. */
function knows(all: readonly { said: MachineStatement; names: Set<string> }[], one: { names: Set<string> }): boolean {
  return all.some((other) => defining.has(other.said.form) && [...one.names].every((name) => other.names.has(name)));
}

function namesIn(said: MachineStatement): Set<string> {
  const names = new Set([
    ...said.states.map((state) => state.name),
    ...said.transitions.flatMap((step) => [step.from, step.to]),
  ]);
  names.delete('*');
  return names;
}

function assemble(name: string, said: readonly MachineStatement[], document: Document): Machine {
  const running = (one: MachineStatement): number => (one.form === 'inline' || one.form === 'sentence' ? 1 : 0);
  const ordered = [...said].sort((a, b) => running(a) - running(b) || firstLine(a) - firstLine(b));
  const defined = ordered.some((one) => defining.has(one.form) && !one.remark && one.states.length >= 2);
  const states = new Map<string, Placed<StateStatement>>();
  const transitions = new Map<string, Placed<TransitionStatement>>();
  const remarks: Placed<StateStatement>[] = [];
  for (const one of ordered) {
    const version = versionAt(one, document);
    const place = { section: one.section, form: one.form, ...(version === undefined ? {} : { version }) };
    for (const state of one.states) {
      const placed = { ...place, ...state };
      if (one.remark || (defined && !defining.has(one.form))) remarks.push(placed);
      else if (one.form === 'inline') continue;
      else states.set(state.name, mergeState(states.get(state.name), placed));
    }
    for (const step of one.transitions) {
      const key = `${step.from}\n${step.to}`;
      if (!transitions.has(key)) transitions.set(key, { ...place, ...step });
    }
    if (!defined && (one.form === 'table' || one.form === 'arrows')) addEnds(one, place, states);
  }
  for (const state of remarks) {
    const before = states.get(state.name);
    if (before) states.set(state.name, mergeState(before, state));
    else if (
      said.some((one) => one.remark && one.states.some((other) => other.name === state.name)) &&
      (!defined || state.terminal || state.initial)
    )
      states.set(state.name, state);
  }
  return { name, states: [...states.values()], transitions: [...transitions.values()] };
}

/** Without definitions the ends of drawn transitions are the states. */
function addEnds(
  said: MachineStatement,
  place: { section: Section; form: StatementForm; version?: string },
  states: Map<string, Placed<StateStatement>>,
): void {
  for (const step of said.transitions) {
    for (const name of [step.from, step.to]) {
      if (name === '*' || states.has(name)) continue;
      states.set(name, { ...place, name, line: step.line, lastLine: step.lastLine, column: step.column });
    }
  }
}

function mergeState(before: Placed<StateStatement> | undefined, state: Placed<StateStatement>): Placed<StateStatement> {
  if (!before) return state;
  return {
    ...before,
    ...(before.initial || state.initial ? { initial: true } : {}),
    ...(before.terminal || state.terminal ? { terminal: true } : {}),
    ...(before.note === undefined && state.note !== undefined ? { note: state.note } : {}),
  };
}

function firstLine(said: MachineStatement): number {
  return Math.min(...said.states.map((state) => state.line), ...said.transitions.map((step) => step.line));
}

/** `V2` when the words that introduce the statement, its headings or the document say one version. */
function versionAt(said: MachineStatement, document: Document): string | undefined {
  for (const words of [said.machine ?? '', ...headingsOver(said.section)]) {
    const version = versionOf(words);
    if (version !== undefined) return version;
  }
  return document.scope;
}
