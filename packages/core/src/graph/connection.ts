import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { schemaNumber, tables } from './schema.ts';

export type Connection = Database.Database;

/**
 * Another process holds the graph and did not let go in time: try again.
 *
 * @implements IAMA-GRAPH-002
 */
export class GraphBusyError extends Error {
  override readonly name = 'GraphBusyError';
}

/** How long to wait for another process that writes the graph. */
const patience = 10_000;

/** Opens a graph file that has this schema; undefined when there is none, or it is another one's, or damaged. */
export function openExisting(file: string, writable: boolean): Connection | undefined {
  let connection: Connection | undefined;
  try {
    connection = new Database(file, { readonly: !writable, fileMustExist: true, timeout: patience });
    if (connection.pragma('user_version', { simple: true }) === schemaNumber) return connection;
  } catch (cause) {
    connection?.close();
    if (isBusy(cause)) throw new GraphBusyError('The graph is being written by another process', { cause });
    return undefined;
  }
  connection.close();
  return undefined;
}

/**
 * A new, empty graph. With a file: it is built beside it and moved there by `commit`, so that a reader never sees half a
 * graph and a killed process leaves the old one. Without: it lives in memory.
 */
export function createNew(file: string | undefined): { connection: Connection; commit(): Connection; discard(): void } {
  const beside = file === undefined ? ':memory:' : `${file}.${randomUUID().slice(0, 8)}`;
  if (file !== undefined) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${dirname(file)}/.gitignore`, '*\n');
    rmSync(beside, { force: true });
  }
  const connection = new Database(beside, { timeout: patience });
  connection.pragma('journal_mode = OFF');
  connection.pragma('synchronous = OFF');
  connection.pragma('locking_mode = EXCLUSIVE');
  connection.exec(tables);
  connection.pragma(`user_version = ${schemaNumber}`);
  return {
    connection,
    commit() {
      if (file === undefined) return connection;
      connection.close();
      renameSync(beside, file);
      const reopened = openExisting(file, false);
      if (!reopened) throw new Error('The graph that was just written does not open');
      return reopened;
    },
    discard() {
      connection.close();
      if (file !== undefined) rmSync(beside, { force: true });
    },
  };
}

/** Runs `work` in one transaction that begins by taking the write lock. */
export function inTransaction<T>(connection: Connection, work: () => T): T {
  try {
    return connection.transaction(work).immediate();
  } catch (cause) {
    if (isBusy(cause)) throw new GraphBusyError('The graph is being written by another process', { cause });
    throw cause;
  }
}

/** No file can be written there: read-only folder, full disk, no permission. */
export function isUnwritable(cause: unknown): boolean {
  const code = (cause as { code?: string } | undefined)?.code ?? '';
  return /^(?:EACCES|EPERM|EROFS|ENOSPC|EDQUOT|ENOTDIR|SQLITE_(?:READONLY|FULL|CANTOPEN|IOERR|PERM).*)$/.test(code);
}

/** The file is no graph any more: half a disk page, another program's file. */
export function isDamaged(cause: unknown): boolean {
  return /^SQLITE_(?:CORRUPT|NOTADB)/.test((cause as { code?: string } | undefined)?.code ?? '');
}

function isBusy(cause: unknown): boolean {
  return /^SQLITE_(?:BUSY|LOCKED)/.test((cause as { code?: string } | undefined)?.code ?? '');
}
