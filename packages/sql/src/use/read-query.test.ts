import { beforeAll, describe, expect, it } from 'vitest';
import { prepareSql } from '../parser.ts';
import { readQuery } from './read-query.ts';

beforeAll(prepareSql);

/** `reads a.b`, `writes a`, `open b of a,c`; `§` marks a hole. */
function use(marked: string): string[] | undefined {
  const holes: number[] = [];
  let text = '';
  for (const piece of marked.split('§')) {
    text += piece;
    holes.push(text.length);
  }
  const found = readQuery(text, holes.slice(0, -1));
  if (!found) return undefined;
  const lines = [
    ...found.tables.map((one) => `${one.mode} ${one.table}`),
    ...found.columns.map((one) => `${one.mode} ${one.table}.${one.column}`),
    ...found.open.map((one) => `open ${one.column} of ${one.tables.join()}${one.open ? '?' : ''}`),
  ];
  return [...new Set(lines)].sort();
}

describe('a query uses', () => {
  it.each([
    [
      'select id, u.name from users u where u.state = $1 order by id',
      ['reads users', 'reads users.id', 'reads users.name', 'reads users.state'],
    ],
    [
      'select a.x, y from a join b on a.id = b.a_id',
      ['open y of a,b', 'reads a', 'reads a.id', 'reads a.x', 'reads b', 'reads b.a_id'],
    ],
    ['select * from a join b using (k)', ['reads a', 'reads a.k', 'reads b', 'reads b.k']],
    ['with t as (select id from a) select id, n from t', ['reads a', 'reads a.id']],
    [
      'with t as (select id as k from a) select k, name from t join b on b.id = t.k',
      ['open name of b', 'reads a', 'reads a.id', 'reads b', 'reads b.id']
        .filter((line) => !line.startsWith('open'))
        .concat('reads b.name')
        .sort(),
    ],
    [
      'with recursive t as (select id from a union all select a.id from a join t on a.up = t.id) select * from t',
      ['reads a', 'reads a.id', 'reads a.up'],
    ],
    ['select count(*) as n from a group by kind order by n', ['reads a', 'reads a.kind']],
    [
      'select (select max(at) from b where b.a_id = a.id) from a',
      ['open at of b,a', 'reads a', 'reads a.id', 'reads b', 'reads b.a_id'],
    ],
    ['select x.v from (select v from a) x', ['reads a', 'reads a.v']],
    ['select row_to_json(u) from users u', ['reads users']],
    ['select g, name from users, generate_series(1, 2) g', ['open name of users?', 'reads users']],
    ['select relname from pg_class', []],
    ['select f.a from auth.f', ['reads auth.f', 'reads auth.f.a']],
    [
      'insert into t (a, b) values ($1, $2) on conflict (a) do update set b = excluded.b, n = t.n + 1 returning id',
      ['reads t.a', 'reads t.b', 'reads t.id', 'reads t.n', 'writes t', 'writes t.a', 'writes t.b', 'writes t.n'],
    ],
    ['insert into t (a) select b from s', ['reads s', 'reads s.b', 'writes t', 'writes t.a']],
    [
      'update t set a = s.b from s where s.id = t.id',
      ['reads s', 'reads s.b', 'reads s.id', 'reads t.id', 'writes t', 'writes t.a'],
    ],
    ['delete from t where at < now()', ['reads t.at', 'writes t']],
    ['truncate a, b', ['writes a', 'writes b']],
    [
      'merge into t using s on t.id = s.id when matched then update set a = s.a when not matched then insert (id) values (s.id)',
      ['reads s', 'reads s.a', 'reads s.id', 'reads t.id', 'writes t', 'writes t.a', 'writes t.id'],
    ],
  ])('%s', (sql, expected) => {
    expect(use(sql)).toEqual(expected);
  });
});

describe('a query with holes', () => {
  it.each([
    ['select id from users where id = § and state in (§)', ['reads users', 'reads users.id', 'reads users.state']],
    ['select id from users § order by at', ['open at of users?', 'open id of users?', 'reads users']],
    ['select id from users where § limit §', ['reads users', 'reads users.id']],
    ['select id from § where a = 1', []],
    ['update users set § where id = §', ['reads users.id', 'writes users']],
    ['insert into users (§) values (§)', ['writes users']],
    ['insert into users (a) values §', ['writes users', 'writes users.a']],
    ['select id from users order by § §', ['reads users', 'reads users.id']],
    ['select id from users_§', []],
    ['select id from "§"."users"', []],
    ["select id from users where name like '%§%'", ['reads users', 'reads users.id', 'reads users.name']],
    ["select now() - interval '§ days', id from users", ['reads users', 'reads users.id']],
    ['select § from users where at > now() - interval §', ['reads users', 'reads users.at']],
    ['select id from users where ok § and a = §', ['reads users', 'reads users.a', 'reads users.id', 'reads users.ok']],
  ])('%s', (sql, expected) => {
    expect(use(sql)).toEqual(expected);
  });
});

describe('a query with the placeholders of a driver', () => {
  it.each([
    ['select id from users where id = ? and a in (?, ?)'],
    ['select id from users where id = :id and a in :all and b::text = :b'],
    ['select id from users where id = %s and a = %(name)s'],
    ['select id from users where id = @id and a = {name}'],
  ])('%s', (sql) => {
    expect(use(sql)).toEqual(expect.arrayContaining(['reads users', 'reads users.a', 'reads users.id']));
  });
});

describe('places', () => {
  it('are indices into the text as given', () => {
    const text = "select 'é', u.name from users u where u.id =  and u.at > now()";
    const found = readQuery(text, [text.indexOf('=') + 2]);
    expect(found?.columns.map(({ column, offset }) => [column, text.slice(offset, offset + 4)])).toEqual([
      ['name', 'u.na'],
      ['id', 'u.id'],
      ['at', 'u.at'],
    ]);
    expect(found?.tables.map(({ offset }) => offset)).toEqual([text.indexOf('users')]);
  });

  it('are missing for what is no SQL', () => {
    expect(readQuery('select the best one from everything, please')).toBeUndefined();
  });
});
