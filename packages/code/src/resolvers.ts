import type { Resolver } from '@iama/model';
import { resolvedDependencies } from './dependencies/resolve-dependencies.ts';
import { schemaAfterMigrations } from './migrations/schema-after-migrations.ts';
import { testResults } from './results/test-results.ts';
import { routes } from './routes/routes.ts';

/** Everything that composes what single code files say. A new one is one line here. */
export const codeResolvers: readonly Resolver[] = [testResults, resolvedDependencies, routes, schemaAfterMigrations];
