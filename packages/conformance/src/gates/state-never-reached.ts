import { defineGate } from '@iama/gate';
import { dueStates, matchedMachines } from '../machines.ts';

export const stateNeverReached = defineGate({
  id: 'conformance/state-never-reached',
  title: 'Every state of the machine is reached somewhere in the code',
  phase: 5,
  severity: 'warn',
  since: '0.1.0',
  source: '§7.3, §6.6',
  rationale:
    'A state no code ever enters is a promise without behaviour. Said only for machines that the code is seen to move, and never for the first state.',
  hint: 'Implement the transition that enters it, or take the state out of the machine',
  reads: ['state', 'transition', 'document'],
  messages: {
    unreached: ({ state, machine }: { state: string; machine: string }) =>
      `State \`${state}\` of the state machine \`${machine}\` is entered nowhere in the code`,
  },
  examples: [
    {
      name: 'one of three is never entered',
      files: {
        'docs/prd.md':
          '# Requirements\n\n## Job States\n\nRequired states:\n\n1. `PENDING`\n2. `RUNNING`\n3. `DONE`\n4. `FAILED`\n\nTransitions:\n\n- `PENDING` → `RUNNING`\n- `RUNNING` → `DONE`\n- `RUNNING` → `FAILED`\n',
        'src/job.ts': "export const transitions = {\n  PENDING: ['RUNNING'],\n  RUNNING: ['DONE'],\n} as const;\n",
      },
      expect: ['docs/prd.md:10 unreached'],
    },
    {
      name: 'all are',
      files: {
        'docs/prd.md':
          '# Requirements\n\n## Job States\n\nRequired states:\n\n1. `PENDING`\n2. `RUNNING`\n3. `DONE`\n\nTransitions:\n\n- `PENDING` → `RUNNING`\n- `RUNNING` → `DONE`\n',
        'src/job.ts': "export const transitions = {\n  PENDING: ['RUNNING'],\n  RUNNING: ['DONE'],\n} as const;\n",
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    const machines = new Map<
      string,
      { entered: Set<string>; due: ReturnType<typeof dueStates>; targets: Set<string> }
    >();
    for (const matched of matchedMachines(graph)) {
      const known = machines.get(matched.machine) ?? {
        entered: new Set<string>(),
        due: dueStates(graph, matched),
        targets: new Set(matched.transitions.map(({ attributes }) => attributes.to)),
      };
      for (const { attributes } of matched.observedTransitions) known.entered.add(attributes.to);
      machines.set(matched.machine, known);
    }
    for (const [machine, { entered, due, targets }] of machines) {
      if (entered.size < 2) continue;
      for (const state of due) {
        if (entered.has(state.id) || state.attributes.initial || !targets.has(state.id)) continue;
        yield found.unreached({ state: state.id, machine }, state, { keys: [machine] });
      }
    }
  },
});
