import type { MigrationOrder } from './migration-part.ts';

/** What a path says of a migration before it is opened. */
export interface MigrationPath {
  readonly set: string;
  readonly tool?: string;
  readonly direction: 'up' | 'down';
  readonly order: MigrationOrder;
  readonly dump: boolean;
}

const elsewhere =
  /(?:^|\/)(?:node_modules|vendor|third_party|tests?|__tests__|test[-_]?data|testing|fixtures?|__fixtures__|spec|e2e|examples?|samples?|seeds?|seeders?|docs?|mocks?|dist|target|\.git|\.?archived?|old|backups?|benchmarks?)\//i;
const folder =
  /(?:^|\/)(?:migrations?|migrate|[\w-]+[-_]migrations?|migrations?[-_][\w-]+|evolutions|drizzle|flyway|changelogs?)(?:\/|$)/i;
/** Folders that hold migrations when the names of their files begin with a long number. */
const numberedFolder = /(?:^|\/)(?:sql|ddl|db|database|schema|versions)$/i;
const dumps =
  /(?:^|\/)(?:structure|schema|init|create[-_]?(?:tables?|schema|db)|database|ddl|tables?|v\d+[-_]?schema|db)\.sql$/i;
const dumpFolders =
  /(?:^|\/)(?:docker-entrypoint-initdb\.d|initdb(?:\.d)?|db\/schema|database\/schema|sql\/schema|schema|schemas)\/[^/]+\.sql$/i;

/** The dialect a folder or file name says: `migrations/mysql/`, `schema.sqlite.sql`; `postgresql` too. */
export function dialectOfPath(path: string): string | undefined {
  const word =
    /(?:^|[/._-])(?:(postgres(?:ql)?|pgsql|pg|cockroach(?:db)?)|(mysql|mariadb)|(sqlite3?|d1)|(mssql|sqlserver)|(oracle)|(h2|clickhouse|bigquery|snowflake|redshift))(?=[/._-])/i.exec(
      path,
    );
  if (!word) return undefined;
  if (word[1]) return 'postgresql';
  return word[2] ? 'mysql' : word[3] ? 'sqlite' : word[4] ? 'sqlserver' : word[5] ? 'oracle' : 'warehouse';
}

/** What a path says when it is a SQL migration or a schema by the conventions of known tools; undefined for any other file. */
export function migrationPath(path: string): MigrationPath | undefined {
  if (!/\.sql$/i.test(path) || elsewhere.test(path)) return undefined;
  const segments = path.split('/');
  const file = (segments.pop() ?? '').replace(/\.sql$/i, '');
  const parent = segments.at(-1) ?? '';
  const above = segments.slice(0, -1).join('/');
  const here = segments.join('/');
  if (
    /^(?:migration|up|down)$/i.test(file) &&
    /^\d/.test(parent) &&
    (folder.test(`${above}/`) || /^\d{14}/.test(parent))
  ) {
    const direction = /^down$/i.test(file) ? 'down' : 'up';
    const tool = /^migration$/i.test(file) ? 'prisma' : 'diesel';
    return { set: above, tool, direction, order: numbered(parent), dump: false };
  }
  if (/^(?:deploy|revert|verify)$/i.test(parent) && !/^\d/.test(file)) {
    if (/^verify$/i.test(parent)) return undefined;
    const direction = /^revert$/i.test(parent) ? 'down' : 'up';
    return {
      set: above,
      tool: 'sqitch',
      direction,
      order: { group: 0, numbers: [], name: file, revision: file },
      dump: false,
    };
  }
  const versioned = /^([VUBR])((?:\d+(?:[._]\d+)*)?)__(.+)$/.exec(file);
  if (versioned?.[1] && (versioned[2] !== '' || versioned[1] === 'R')) {
    const numbers = (versioned[2] ?? '').split(/[._]/).filter(Boolean).map(Number);
    const order: MigrationOrder = { group: versioned[1] === 'R' ? 1 : 0, numbers, name: versioned[3] ?? '' };
    return { set: here, tool: 'flyway', direction: versioned[1] === 'U' ? 'down' : 'up', order, dump: false };
  }
  if (folder.test(`${here}/`) || (numberedFolder.test(here) && /^\d{3,}[_.-]?/.test(file))) {
    const turned = /^(.*?)[._-](up|down|do|undo|rollback|revert)$/i.exec(file);
    const direction = turned && /^(?:down|undo|rollback|revert)$/i.test(turned[2] ?? '') ? 'down' : 'up';
    const side = /^(?:down|rollbacks?|undo|reverts?)$/i.test(parent) ? 'down' : direction;
    const set = /^(?:up|down|do|undo|rollbacks?|reverts?)$/i.test(parent) ? above : here;
    const tool = /(?:^|\/)drizzle(?:\/|$)/i.test(here) ? { tool: 'drizzle' } : {};
    return { set, ...tool, direction: side, order: numbered(turned?.[1] ?? file), dump: false };
  }
  if (dumps.test(path) || dumpFolders.test(path))
    return { set: here, direction: 'up', order: numbered(file), dump: true };
  return undefined;
}

/** The leading number of a name, also as `1.2.3` or `2024-01-31`. */
export function numbered(name: string): MigrationOrder {
  const lead = /^[vV]?(\d+(?:[._-]\d+)*)(?=$|[^A-Za-z0-9]|[A-Za-z_])/.exec(name)?.[1];
  const numbers = lead?.split(/[._-]/).map(Number) ?? [];
  return { group: 0, numbers, name };
}
