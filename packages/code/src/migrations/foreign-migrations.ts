import type { Facts, Reader } from '@iama/model';
import { migrationLanguage } from './code-migration-path.ts';

/** Migrations in languages nobody reads here: that they are there must be known. */
export const foreignMigrations: Reader = {
  name: 'foreign-migrations',
  version: 1,
  gives: ['table', 'column'],
  accepts: (path) => migrationLanguage(path) !== undefined,
  read({ path }): Facts {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const data = { set: folder, language: migrationLanguage(path) };
    const parts = [{ kind: 'foreign-migration', at: { path, line: 1, column: 1 }, data }];
    return { nodes: [], edges: [], mentions: [], parts, problems: [] };
  },
};
