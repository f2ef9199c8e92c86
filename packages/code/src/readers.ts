import type { Reader } from '@iama/model';
import { annotations } from './annotations/annotations.ts';
import { dependencies } from './dependencies/dependencies.ts';
import { foreignMigrations } from './migrations/foreign-migrations.ts';
import { migrations } from './migrations/migrations.ts';
import { prisma } from './models/prisma.ts';
import { pythonModuleReaders } from './python/module-readers.ts';
import { pythonReader } from './python/python.ts';
import { reports } from './results/reports.ts';
import { sqlFiles } from './sql-use/sql-files.ts';
import { aliasReader } from './typescript/alias-reader.ts';
import { moduleReaders } from './typescript/module-readers.ts';
import { typescriptReader } from './typescript/typescript.ts';

/** Every reader of the observed side, in the order they run. A new one is one line here. */
export const codeReaders: readonly Reader[] = [
  annotations,
  reports,
  dependencies,
  migrations,
  foreignMigrations,
  sqlFiles,
  prisma,
  typescriptReader(moduleReaders, 8),
  aliasReader,
  pythonReader(pythonModuleReaders, 2),
];
