import { defineGate } from '@iama/gate';
import { matchedMachines } from '../machines.ts';

export const stateNotInStateMachine = defineGate({
  id: 'conformance/state-not-in-state-machine',
  title: 'Every state the code knows is one of the state machine',
  phase: 2,
  severity: 'error',
  since: '0.1.0',
  source: '§7.3',
  rationale:
    'A state nobody defined has no rules: nobody knows what may follow it, who sees it, and whether it ends. An enumeration in code is held against a machine of the documents when it shares states with it; other enumerations are left alone.',
  hint: 'Use the state of the machine, or define the new one in the requirements first',
  reads: ['state', 'transition', 'document'],
  messages: {
    undefined: ({ state, machine, nearest }: { state: string; machine: string; nearest?: string | undefined }) =>
      `State \`${state}\` is not in the state machine \`${machine}\`${nearest ? `; the nearest one there is \`${nearest}\`` : ''}`,
  },
  examples: [
    {
      name: 'one state too many',
      files: {
        'docs/prd.md':
          '# Requirements\n\n## Job States\n\nRequired states:\n\n1. `PENDING`\n2. `RUNNING`\n3. `DONE`\n\nTransitions:\n\n- `PENDING` → `RUNNING`\n- `RUNNING` → `DONE`\n',
        'src/job.ts': "export type JobStatus = 'PENDING' | 'RUNNING' | 'DONE' | 'ZOMBIE';\n",
      },
      expect: ['src/job.ts:1 undefined'],
    },
    {
      name: 'another enumeration',
      files: {
        'docs/prd.md':
          '# Requirements\n\n## Job States\n\nRequired states:\n\n1. `PENDING`\n2. `RUNNING`\n3. `DONE`\n\nTransitions:\n\n- `PENDING` → `RUNNING`\n- `RUNNING` → `DONE`\n',
        'src/job.ts': "export type JobStatus = 'PENDING' | 'RUNNING' | 'DONE';\nexport type Level = 'LOW' | 'HIGH';\n",
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    const told = new Set<string>();
    for (const { machine, specified, observed } of matchedMachines(graph)) {
      for (const state of observed) {
        if (specified.has(state.id) || told.has(`${machine} ${state.id}`)) continue;
        told.add(`${machine} ${state.id}`);
        const near = graph.nearest('state', state.id);
        const nearest = near !== undefined && specified.has(near) ? near : undefined;
        yield found.undefined({ state: state.id, machine, nearest }, state, { keys: [machine] });
      }
    }
  },
});
