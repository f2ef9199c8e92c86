import type { Facts, Reader } from '@iama/model';
import type { ModelPart } from './model-part.ts';

/** Prisma schemas, in one file or a folder of them. */
export const prisma: Reader = {
  name: 'prisma',
  version: 1,
  gives: ['table', 'column'],
  accepts: (path) =>
    /\.prisma$/.test(path) && !/(?:^|\/)(?:node_modules|tests?|__tests__|fixtures?|examples?)\//.test(path),
  read({ path, text }): Facts {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const data: ModelPart = { origin: 'prisma', prisma: { folder, text }, tables: [], enums: [] };
    const parts = [{ kind: 'model-schema', at: { path, line: 1, column: 1 }, data }];
    return { nodes: [], edges: [], mentions: [], parts, problems: [] };
  },
};
