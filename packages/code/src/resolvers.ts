import type { Resolver } from '@iama/model';

/** Everything that composes what single code files say. A new one is one line here. */
export const codeResolvers: readonly Resolver[] = [];
