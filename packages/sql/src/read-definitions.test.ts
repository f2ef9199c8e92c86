import { beforeAll, describe, expect, it } from 'vitest';
import { detectDialect } from './dialect/detect-dialect.ts';
import { prepareSql } from './parser.ts';
import { readDefinitions } from './read-definitions.ts';
import { sqlText } from './text/sql-text.ts';

beforeAll(prepareSql);

const read = (text: string) => readDefinitions(sqlText(text, { path: 'a.md', line: 10 }), detectDialect(text));
function columns(text: string) {
  return read(text).definitions.flatMap(({ change }) =>
    change.kind === 'create-table'
      ? change.columns.map(({ name, type, nullable, default: fallback, values }) =>
          [change.table, name, type, nullable === false ? 'NOT NULL' : '', fallback ?? '', values?.join('|') ?? '']
            .join(' ')
            .trim()
            .replace(/ +/g, ' '),
        )
      : [],
  );
}

describe('definitions', () => {
  it('keep what comments say beside a column', () => {
    const { definitions } = read(`CREATE TABLE a (
  scope TEXT NOT NULL,  -- 'GLOBAL' | 'ORG'
  kind TEXT, -- see below,
             -- goes on
  -- above the next one
  state TEXT, -- one of: on, off
  PRIMARY KEY (scope) -- 'no' | 'column'
); -- 'after' | 'it'`);
    const [table] = definitions;
    expect(table?.comments).toEqual({
      scope: "'GLOBAL' | 'ORG'",
      kind: 'see below, goes on',
      state: 'one of: on, off',
    });
    expect(table?.change).toMatchObject({
      columns: [
        { values: ['GLOBAL', 'ORG'], at: { line: 11, column: 3 } },
        { name: 'kind' },
        { values: ['on', 'off'] },
      ],
    });
    expect(table).toMatchObject({ line: 10, lastLine: 17 });
  });

  it('of MySQL are read word by word, names as written', () => {
    expect(
      columns(
        "CREATE TABLE `Users` (\n `id` int unsigned NOT NULL AUTO_INCREMENT COMMENT 'the, id',\n `role` enum('a','b') NOT NULL DEFAULT 'a',\n `at` datetime(6) DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),\n PRIMARY KEY (`id`), KEY `k` (`role`), CONSTRAINT `f` FOREIGN KEY (`role`) REFERENCES `r` (`id`) ON DELETE NO ACTION) ENGINE=InnoDB;",
      ),
    ).toEqual([
      'Users id INT UNSIGNED NOT NULL',
      "Users role ENUM NOT NULL 'a'",
      'Users at DATETIME(6) CURRENT_TIMESTAMP(6)',
    ]);
  });

  it('of SQLite and SQL Server too', () => {
    expect(
      columns("create table T (Id integer primary key autoincrement, b text default (datetime('now')) not null);"),
    ).toEqual(['T Id INTEGER NOT NULL', "T b TEXT NOT NULL (datetime('now'))"]);
    expect(columns('CREATE TABLE [dbo].[Users] ([Id] INT IDENTITY(1,1) PRIMARY KEY, [At] DATETIME2(7) NULL)')).toEqual([
      'Users Id INT NOT NULL',
      'Users At DATETIME2(7)',
    ]);
  });

  it('PostgreSQL refuses for a comma are read, and named', () => {
    const text = 'CREATE TABLE A (\n id uuid primary key,\n name text not null\n mail text,\n);';
    expect(columns(text)).toEqual(['a id UUID NOT NULL', 'a name TEXT NOT NULL', 'a mail TEXT']);
    expect(read(text).problems).toMatchObject([{ code: 'syntax', hides: [] }]);
  });

  it('that leave columns out say so', () => {
    expect(read('CREATE TABLE a (id int, ...);').problems).toMatchObject([{ code: 'partial', hides: ['column'] }]);
    expect(read('CREATE TABLE a (id int -- other columns\n);').problems).toMatchObject([{ code: 'partial' }]);
  });

  it('nobody can read hide what they may hold', () => {
    expect(read('CREATE TABLE a (id int, what is this?);').problems).toMatchObject([
      { code: 'syntax', hides: ['column'], at: { line: 10 } },
    ]);
    expect(read('ALTER TABLE a MODIFY COLUMN `b` int unsigned;').problems).toMatchObject([
      { code: 'dialect', hides: ['table', 'column'] },
    ]);
    expect(read('CREATE INDEX x ON a USING;').problems).toEqual([]);
  });
});
