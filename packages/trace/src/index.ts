import type { Phase } from '@iama/command';
import { overview } from './commands/overview.ts';
import { trace as traceCommand } from './commands/trace.ts';

/** Phase 1 of the workflow: the requirement trace matrix and every orphan in it. */
export const trace: Phase = {
  name: 'trace',
  summary: 'Map every requirement to what implements and proves it',
  loadGates: async () => (await import('./gates.ts')).gates,
  commands: [traceCommand, overview],
};
