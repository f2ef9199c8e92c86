import type { ModuleReader } from './module-reader.ts';

/** Everything that reads parsed TypeScript and JavaScript. A new matter is one line here. */
export const moduleReaders: readonly ModuleReader[] = [];
