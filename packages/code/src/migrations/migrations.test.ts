import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ResolvedFacts } from '@iama/model';
import { beforeAll, describe, expect, it } from 'vitest';
import { djangoMigrations } from '../django/migration-reader.ts';
import { pythonReader } from '../python/python.ts';
import { typescriptReader } from '../typescript/typescript.ts';
import { alembic } from './alembic/alembic.ts';
import { foreignMigrations } from './foreign-migrations.ts';
import { migrationPath } from './migration-path.ts';
import { migrations } from './migrations.ts';
import { moduleMigrations } from './module-migrations.ts';
import { schemaAfterMigrations } from './schema-after-migrations.ts';

const root = fileURLToPath(new URL('../../../../fixtures/formats/migrations/', import.meta.url));

const readers = [
  migrations,
  foreignMigrations,
  typescriptReader([moduleMigrations], 1),
  pythonReader([alembic, djangoMigrations], 1),
];

beforeAll(async () => {
  for (const reader of readers) await reader.prepare?.();
});

/** Every folder holds the migrations of one repository and what they leave, one fact a line. */
// @verifies IAMA-CODE-003
describe('migrations in the style of', () => {
  for (const name of readdirSync(root).sort()) {
    it(name, async () => {
      await expect(listing(read(join(root, name)))).toMatchFileSnapshot(join(root, name, 'facts.txt'));
    });
  }

  it('any tool, whatever order the files come in', () => {
    for (const name of ['numbered', 'sqitch', 'hazards'])
      expect(listing(read(join(root, name), true))).toBe(listing(read(join(root, name))));
  });
});

describe('a path', () => {
  it.each([
    'db/seeds/001_x.sql',
    'node_modules/x/migrations/001_x.sql',
    'test/migrations/001_x.sql',
    'src/queries/users.sql',
    'verify/users.sql',
  ])('%s is no migration', (path) => {
    expect(migrationPath(path)).toBeUndefined();
  });
});

function read(folder: string, reversed = false): ResolvedFacts {
  const paths = filesIn(folder).map((path) => relative(folder, path));
  const parts = (reversed ? paths.reverse() : paths).flatMap((path) => {
    const source = { path, text: readFileSync(join(folder, path), 'utf8') };
    const wanting = readers.filter((reader) => reader.accepts(path));
    return wanting.flatMap((reader) => [...reader.read(source, { idPatterns: [] }).parts]);
  });
  return schemaAfterMigrations.resolve(parts, { mounts: {} });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesIn(path) : [path];
    });
}

function listing({ nodes, problems }: ResolvedFacts): string {
  const lines = nodes.flatMap((node) => {
    const place = `${node.at.path}:${node.at.line}`;
    if (node.kind === 'migration') {
      const { order, direction, dialect, statements, tool, hasDown, changes } = node.attributes;
      return [
        `migration ${order} ${direction} ${node.id} ${dialect} ${statements}${tool ? ` ${tool}` : ''}${hasDown ? ' and back' : ''}`,
        ...(changes ?? []).map(
          ({ kind, table, column, line, hazards, detail }) =>
            `  :${line} ${[kind, [table, column].filter(Boolean).join('.'), detail && `(${detail})`, hazards.length > 0 ? `! ${hazards.join(', ')}` : ''].filter(Boolean).join(' ')}`,
        ),
      ];
    }
    if (node.kind === 'table') return [`table ${node.id} pk(${node.attributes.primaryKey.join()}) ${place}`];
    if (node.kind !== 'column') return [];
    const { type, nullable, default: fallback, values } = node.attributes;
    const rest = [
      type,
      nullable ? 'null' : 'not-null',
      fallback === undefined ? '' : `default=${fallback}`,
      values ? `(${values.join('|')})` : '',
    ];
    return [`  ${node.id} ${rest.filter(Boolean).join(' ')} ${place}`];
  });
  const told = problems.map(
    ({ at, code, message, hides }) => `${at.path}:${at.line} ${code} [${hides.join()}] ${message}`,
  );
  return `${[...lines, ...told].join('\n')}\n`;
}
