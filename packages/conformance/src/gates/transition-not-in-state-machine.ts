import { defineGate } from '@iama/gate';
import { matchedMachines } from '../machines.ts';

export const transitionNotInStateMachine = defineGate({
  id: 'conformance/transition-not-in-state-machine',
  title: 'Every transition of the code is one the state machine allows',
  phase: 2,
  severity: 'error',
  since: '0.1.0',
  source: '§7.3',
  rationale:
    'An illegal transition corrupts whatever counted on the rules: billing, retries, what a user sees. A transition from any state in the documents allows each source. A transition whose source can not be seen in code is not compared.',
  hint: 'Take the way the machine allows, or define the transition in the requirements first',
  reads: ['state', 'transition', 'document'],
  messages: {
    illegal: ({ from, to, machine }: { from: string; to: string; machine: string }) =>
      `Transition \`${from} -> ${to}\` is not in the state machine \`${machine}\``,
  },
  examples: [
    {
      name: 'backwards',
      files: {
        'docs/prd.md':
          '# Requirements\n\n## Job States\n\nRequired states:\n\n1. `PENDING`\n2. `RUNNING`\n3. `DONE`\n\nTransitions:\n\n- `PENDING` → `RUNNING`\n- `RUNNING` → `DONE`\n',
        'src/job.ts':
          "export const transitions = {\n  PENDING: ['RUNNING'],\n  RUNNING: ['DONE'],\n  DONE: ['PENDING'],\n} as const;\n",
      },
      expect: ['src/job.ts:4 illegal'],
    },
    {
      name: 'from any state',
      files: {
        'docs/prd.md':
          '# Requirements\n\n## Job States\n\nRequired states:\n\n1. `PENDING`\n2. `RUNNING`\n3. `FAILED`\n\nTransitions:\n\n- `PENDING` → `RUNNING`\n- Any state → `FAILED`\n',
        'src/job.ts':
          "export const transitions = {\n  PENDING: ['RUNNING', 'FAILED'],\n  RUNNING: ['FAILED'],\n  FAILED: [],\n} as const;\n",
      },
      expect: [],
    },
  ],
  *evaluate(graph, found) {
    for (const { machine, transitions, observedTransitions } of matchedMachines(graph)) {
      if (transitions.length === 0) continue;
      const allowed = new Set(transitions.map(({ attributes }) => `${attributes.from} -> ${attributes.to}`));
      for (const transition of observedTransitions) {
        const { from, to } = transition.attributes;
        if (from === '*' || from === to || allowed.has(`${from} -> ${to}`) || allowed.has(`* -> ${to}`)) continue;
        yield found.illegal({ from, to, machine }, transition, { keys: [machine, transition.at.path] });
      }
    }
  },
});
