import type { Phase } from '@iama/command';
import { viewCommands } from './commands/view-commands.ts';

/** Contract safety and state-machine integrity (§7.2, §7.3): code held against contract, schema, states and decisions. */
export const conformance: Phase = {
  name: 'conformance',
  summary: 'Hold code against contract, schema, state machine and decisions',
  loadGates: async () => (await import('./gates.ts')).gates,
  commands: viewCommands,
};
