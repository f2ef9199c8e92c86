import type { Part } from '@iama/model';
import { beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../migrations/migrations.ts';
import { pythonReader } from '../python/python.ts';
import { typescriptReader } from '../typescript/typescript.ts';
import { looksLikeSql } from './looks-like-sql.ts';
import { moduleSqlUse } from './module-sql-use.ts';
import { pythonSqlUse } from './python-sql-use.ts';
import { sqlUse } from './resolve-sql-use.ts';
import { sqlFiles } from './sql-files.ts';

const typescript = typescriptReader([moduleSqlUse], 1);
const readers = [typescript, pythonReader([pythonSqlUse], 1), migrations, sqlFiles];

beforeAll(async () => {
  for (const reader of readers) await reader.prepare?.();
});

const schema = `CREATE TABLE users (id int, email text, team_id int);
CREATE TABLE teams (id int, title text);
CREATE VIEW active_users AS SELECT id FROM users;
CREATE TABLE log (at date) PARTITION BY RANGE (at);
CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM ('2000-01-01') TO ('2001-01-01');`;

function uses(files: Record<string, string>): { edges: string[]; problems: string[] } {
  const parts: Part[] = [];
  const problems: string[] = [];
  for (const [path, text] of Object.entries(files))
    for (const reader of readers.filter((one) => one.accepts(path))) {
      const facts = reader.read({ path, text }, { idPatterns: [] });
      parts.push(...facts.parts);
      problems.push(...facts.problems.map(({ at, code }) => `${at.line} ${code}`));
    }
  const { edges } = sqlUse.resolve(parts, { mounts: {} });
  return { edges: edges.map(({ kind, to, at }) => `${kind} ${to.id} ${at.line}:${at.column}`), problems };
}

const query = (code: string) => uses({ 'migrations/1_a.sql': schema, 'src/a.ts': code });

describe('SQL in code', () => {
  it('uses tables and columns at their places', () => {
    expect(query('db.query(`\n  SELECT u.id, title\n  FROM users u JOIN teams t ON t.id = u.team_id`);').edges).toEqual(
      [
        'reads users 3:8',
        'reads teams 3:21',
        'reads teams.id 3:32',
        'reads users.team_id 3:39',
        'reads users.id 2:10',
        'reads teams.title 2:16',
      ],
    );
  });

  it('is put together from pieces and constants', () => {
    const code = "const table = 'users';\ndb.query('SELECT email ' + `FROM ${table} WHERE id = ${id}` + more);";
    expect(query(code).edges.map((edge) => edge.replace(/ \S+$/, ''))).toEqual([
      'reads users',
      'reads users.email',
      'reads users.id',
    ]);
  });

  it('names views, partitions and temporary tables without using tables of those names', () => {
    const code =
      'db.query("SELECT id FROM active_users");\ndb.query("INSERT INTO log_1 (at) VALUES (now())");\ndb.query("CREATE TEMP TABLE t (a int)");\ndb.query("SELECT a FROM t");';
    expect(query(code).edges).toEqual(['writes log 2:23', 'writes log.at 2:30']);
  });

  it('says that a column is missing when every table in sight is known', () => {
    const { edges } = query('db.query("SELECT nick FROM users, teams");');
    expect(edges).toContain('reads users.nick 1:18');
  });

  it('that nobody can read names its tables, and is told', () => {
    const { edges, problems } = query('db.query("SELECT FROM WHERE users; SELECT x FROM users u, LATERAL");');
    expect(problems).toEqual(['1 unresolved']);
    expect(edges).toEqual(['reads users 1:50']);
  });

  it('in tests, migrations and another language of queries is not the product’s', () => {
    const code = 'db.query("SELECT id FROM users");';
    expect(uses({ 'src/a.test.ts': code, 'src/migrations/1.ts': code }).edges).toEqual([]);
    expect(query('ch.query("SELECT id FROM users WHERE id = {id:UUID}");').edges).toEqual([]);
  });

  it('of Python is read from strings, f-strings and their sums', () => {
    const python = `
TABLE = "users"

def one(conn, id):
    """select nothing from docstrings where x = 1"""
    conn.execute(text("select email from users where id = :id"))
    conn.execute(f"UPDATE {TABLE} SET email = %s WHERE id = {id}", (1,))
    cur.execute("SELECT title "
                "FROM teams WHERE id = %(id)s" % {"id": 1})
    log.info("select a user from the list")
    cur.execute("DELETE FROM {} WHERE id = 1".format(name))
`;
    const { edges, problems } = uses({ 'migrations/1_a.sql': schema, 'app/store.py': python });
    expect(problems).toEqual([]);
    expect(edges).toEqual([
      'reads users 6:42',
      'reads users.email 6:31',
      'reads users.id 6:54',
      'writes users 7:28',
      'writes users.email 7:39',
      'reads users.id 7:56',
      'reads teams 9:23',
      'reads teams.title 8:25',
      'reads teams.id 9:35',
    ]);
  });

  it('may stand in a file of its own', () => {
    const sql =
      '-- name: one\nSELECT email FROM users WHERE id = $1;\nCREATE FUNCTION f() RETURNS int AS $$ SELECT 1 $$ LANGUAGE sql;';
    expect(uses({ 'src/queries/users.sql': sql }).edges).toEqual([
      'reads users 2:19',
      'reads users.email 2:8',
      'reads users.id 2:31',
    ]);
  });
});

describe('a text', () => {
  it.each([
    ['SELECT id FROM users', false],
    ['select * from users', false],
    ['select name from users', true],
    ['insert into users (a, b) values (1, 2)', false],
    ['UPDATE users SET a = 1', false],
    ['  -- one\n WITH x AS (SELECT 1) SELECT * FROM x', false],
    ['TRUNCATE TABLE users', false],
  ])('%s is SQL', (text, database) => {
    expect(looksLikeSql(text, database)).toBe(true);
  });

  it.each([
    ['Select a file from the list'],
    ['select name from list'],
    ['Update your settings to set a limit'],
    ['Delete from cart'],
    ['truncate font-medium hover:underline'],
    ['with pleasure as (always)'],
    ['Copy from clipboard'],
  ])('%s is prose', (text) => {
    expect(looksLikeSql(text, false)).toBe(false);
  });
});
