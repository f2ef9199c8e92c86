import { createHash } from 'node:crypto';
import type { NodeKind } from '@iama/model';
import type { Connection } from '../connection.ts';

/** The distinct names of the given kinds, and a key that changes exactly when one of them does. */
export function definedNames(
  connection: Connection,
  kinds: readonly NodeKind[],
): { names: Map<NodeKind, Set<string>>; key: string } {
  const rows = connection.prepare('SELECT DISTINCT id FROM node WHERE kind = ? ORDER BY id').pluck();
  const names = new Map<NodeKind, Set<string>>();
  const hash = createHash('sha256');
  for (const kind of kinds) {
    const ids = rows.all(kind) as string[];
    names.set(kind, new Set(ids));
    hash.update(`${kind}\0${ids.join('\0')}\0\0`);
  }
  return { names, key: hash.digest('hex').slice(0, 16) };
}
