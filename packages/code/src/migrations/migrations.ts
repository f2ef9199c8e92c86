import type { Facts, Part, Reader, Source } from '@iama/model';
import { countStatements, detectDialect, isPostgres, prepareSql } from '@iama/sql';
import type { MigrationPart } from './migration-part.ts';
import type { MigrationPath } from './migration-path.ts';
import { dialectOfPath, migrationPath } from './migration-path.ts';
import { readChanges } from './read-changes.ts';
import { upPart } from './up-part.ts';

/**
 * What SQL migrations do, statement by statement; and the order sqitch and Prisma give them.
 *
 * @implements IAMA-CODE-003
 */
export const migrations: Reader = {
  name: 'migrations',
  version: 1,
  gives: ['migration', 'table', 'column'],
  accepts: (path) => migrationPath(path) !== undefined || isPlan(path),
  prepare: prepareSql,
  read(source): Facts {
    const from = migrationPath(source.path);
    const parts = from ? [migrationPartOf(source, from)] : planPart(source);
    return { nodes: [], edges: [], mentions: [], parts, problems: [] };
  },
};

function isPlan(path: string): boolean {
  return /(?:^|\/)(?:sqitch\.plan|migration_lock\.toml)$/.test(path) && !/(?:^|\/)node_modules\//.test(path);
}

function migrationPartOf({ path, text }: Source, from: MigrationPath): Part {
  const up = upPart(text);
  const said = dialectOfPath(path);
  const postgres = said === 'postgresql' || (said === undefined && isPostgres(up.text));
  const foreign = said ?? detectDialect(up.text);
  const tool = up.tool ?? from.tool;
  const base = {
    set: from.set,
    ...(tool === undefined ? {} : { tool }),
    direction: from.direction,
    ...(up.hasDown ? { hasDown: true } : {}),
    order: from.order,
    dialect: postgres ? 'postgresql' : (foreign ?? 'postgresql'),
    postgres,
    ...(from.dump ? { dump: true } : {}),
  };
  const data: MigrationPart = {
    ...base,
    ...(from.direction === 'up' ? readChanges({ path }, up.text) : countOnly(up.text)),
  };
  return { kind: 'migration', at: { path, line: 1, column: 1 }, data };
}

/** A way back is never applied: only its size is of interest. */
function countOnly(text: string): Pick<MigrationPart, 'statements' | 'changes' | 'unread'> {
  return { statements: countStatements(text), changes: [], unread: [] };
}

/** `sqitch.plan` says the order of its deploy scripts, `migration_lock.toml` the dialect Prisma writes. */
function planPart({ path, text }: Source): Part[] {
  const slash = path.lastIndexOf('/');
  const set = slash < 0 ? '' : path.slice(0, slash);
  const at = { path, line: 1, column: 1 };
  if (path.endsWith('sqitch.plan')) {
    const names = text.split(/\r?\n/).flatMap((line) => /^(?![%#@\s])([\w./-]+)\s/.exec(line)?.[1] ?? []);
    return [{ kind: 'migration-plan', at, data: { set, names } }];
  }
  const provider = /^\s*provider\s*=\s*"([^"]+)"/m.exec(text)?.[1];
  return provider === undefined ? [] : [{ kind: 'migration-plan', at, data: { set, provider } }];
}
