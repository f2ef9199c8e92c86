import type { ModuleReader } from '../typescript/module-reader.ts';
import { madeErrors } from './made-errors.ts';
import { sentBodies } from './sent-bodies.ts';
import { sentFields } from './sent-fields.ts';

const hints = /[eE]rror|[eE]xception|[cC]ode\b|denial|\bthrow\b|\b(reject|deny|fail|abort)\(/;

/** Reads which error and denial codes a file sends or throws, and the bodies of its replies. Tests send nothing. */
export const emissionReader: ModuleReader = {
  name: 'emission',
  kinds: ['error-code', 'reply'],
  wants: (text) => hints.test(text),
  read(module) {
    return { parts: [...sentFields(module), ...madeErrors(module), ...sentBodies(module)] };
  },
};
