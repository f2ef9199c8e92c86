import type { Resolver } from '@iama/model';
import { resolvedDependencies } from './dependencies/resolve-dependencies.ts';
import { schemaAfterMigrations } from './migrations/schema-after-migrations.ts';
import { schemaOfModels } from './models/schema-of-models.ts';
import { pythonProgram } from './python/python-program.ts';
import { testResults } from './results/test-results.ts';
import { sqlUse } from './sql-use/resolve-sql-use.ts';
import { typescriptProgram } from './typescript-program.ts';

/** Everything that composes what single code files say. A new one is one line here. */
export const codeResolvers: readonly Resolver[] = [
  testResults,
  resolvedDependencies,
  typescriptProgram,
  pythonProgram,
  schemaAfterMigrations,
  schemaOfModels,
  sqlUse,
];
