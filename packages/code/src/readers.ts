import type { Reader } from '@iama/model';
import { moduleReaders } from './typescript/module-readers.ts';
import { typescriptReader } from './typescript/typescript.ts';

/** Every reader of the observed side, in the order they run. A new one is one line here. */
export const codeReaders: readonly Reader[] = [typescriptReader(moduleReaders, 1)];
