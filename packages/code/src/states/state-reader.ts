import type { ModuleReader } from '../typescript/module-reader.ts';
import { machineDefinitions } from './machine-definitions.ts';
import { sqlStates } from './sql-states.ts';
import { stateSets } from './state-sets.ts';
import { stateUses } from './state-uses.ts';
import { transitionMaps } from './transition-maps.ts';

const hints =
  /[sS]tat(e|us)|STAT(E|US)|[pP]hase|PHASE|[sS]tage\b|STAGE|[lL]ifecycle|[tT]ransition|createMachine|[fF]low\s*[:=]|\bfrom:/;

/** Reads closed sets of states, transitions, and the places that write or compare a state. Tests do neither. */
export const stateReader: ModuleReader = {
  name: 'state',
  kinds: ['state', 'transition'],
  wants: (text) => hints.test(text),
  read(module) {
    const parts = [stateSets, transitionMaps, machineDefinitions, stateUses, sqlStates].flatMap((read) => read(module));
    return { parts };
  },
};
