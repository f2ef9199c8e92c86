import { beforeAll, describe, expect, it } from 'vitest';
import { changesOf } from '../changes/changes-of.ts';
import { prepareSql } from '../parser.ts';
import { readStatements } from '../read-statements.ts';
import { sqlText } from '../text/sql-text.ts';
import { applyChange } from './apply-change.ts';
import { Catalogue } from './catalogue.ts';
import { schemaFacts } from './schema-facts.ts';

beforeAll(prepareSql);

function load(sql: string) {
  const catalogue = new Catalogue();
  const missing: string[] = [];
  for (const statement of readStatements(sqlText(sql, { path: 'a.sql' })).statements)
    for (const change of changesOf(statement).changes) {
      const missed = applyChange(catalogue, change);
      if (missed) missing.push(missed);
    }
  const { nodes, edges } = schemaFacts(catalogue, { side: 'observed', origin: 'migrations' });
  const columns = Object.fromEntries(
    nodes.flatMap((node) => (node.kind === 'column' ? [[node.id, node.attributes] as const] : [])),
  );
  const tables = Object.fromEntries(
    nodes.flatMap((node) => (node.kind === 'table' ? [[node.id, node.attributes] as const] : [])),
  );
  return { catalogue, missing, nodes, edges, columns, tables };
}

describe('a catalogue', () => {
  it('keeps types as written and everything a column is', () => {
    const { columns, tables, edges } = load(`
      CREATE TABLE users (
        id bigserial PRIMARY KEY,
        email varchar( 255 ) NOT NULL UNIQUE,
        role TEXT NOT NULL DEFAULT 'user' CHECK (role IN ('user', 'admin')),
        tags text[] DEFAULT '{}'::text[],
        seen timestamp with time zone,
        price numeric(10, 2),
        boss int8 REFERENCES users
      );`);
    expect(columns['users.id']).toMatchObject({ type: 'BIGSERIAL', nullable: false, primaryKey: true });
    expect(columns['users.email']).toMatchObject({ type: 'VARCHAR(255)', nullable: false, unique: true });
    expect(columns['users.role']).toMatchObject({ default: "'user'", values: ['user', 'admin'], valuesFrom: 'check' });
    expect(columns['users.tags']).toMatchObject({ type: 'TEXT[]', default: "'{}'::text[]", nullable: true });
    expect(columns['users.seen']?.type).toBe('TIMESTAMP WITH TIME ZONE');
    expect(columns['users.price']?.type).toBe('NUMERIC(10,2)');
    expect(columns['users.boss']).toMatchObject({ type: 'INT8', references: 'users.id' });
    expect(tables.users).toMatchObject({ primaryKey: ['id'], unique: [['email']] });
    expect(edges.filter((edge) => edge.kind === 'references')).toMatchObject([
      { from: { id: 'users.boss' }, to: { id: 'users.id' } },
    ]);
  });

  it('applies alterations in order, at the place of the last one', () => {
    const { nodes, columns, missing } = load(`CREATE TABLE a (id int, b text, c text);
ALTER TABLE a ADD COLUMN d uuid NOT NULL DEFAULT gen_random_uuid(), DROP COLUMN c;
ALTER TABLE a RENAME COLUMN b TO e;
ALTER TABLE a ALTER COLUMN e TYPE varchar(9),
  ALTER COLUMN e SET NOT NULL,
  ALTER COLUMN e SET DEFAULT 'x';
ALTER TABLE a RENAME TO f;
ALTER TABLE f ADD PRIMARY KEY (id);`);
    expect(missing).toEqual([]);
    expect(Object.keys(columns)).toEqual(['f.id', 'f.e', 'f.d']);
    expect(columns['f.e']).toMatchObject({ type: 'VARCHAR(9)', nullable: false, default: "'x'" });
    expect(columns['f.id']).toMatchObject({ nullable: false, primaryKey: true });
    expect(nodes.map((node) => [node.id, node.at.line])).toEqual([
      ['f', 7],
      ['f.id', 1],
      ['f.e', 6],
      ['f.d', 2],
    ]);
  });

  it('follows lists of values through types, checks and their ends', () => {
    const { columns } = load(`
      CREATE TYPE mood AS ENUM ('sad');
      ALTER TYPE mood ADD VALUE 'ok' BEFORE 'sad';
      CREATE DOMAIN level AS text CHECK (VALUE = ANY (ARRAY['low', 'high']));
      CREATE TABLE a (m mood, l level, s text, t text, n int CHECK (n = 1 OR n = 2 OR n IS NULL));
      ALTER TABLE a ADD CONSTRAINT s_list CHECK (s = ANY (ARRAY['x'::text, 'y'::text])), ADD CHECK (t IN ('q', 'r'));
      ALTER TABLE a DROP CONSTRAINT a_t_check;`);
    expect(columns['a.m']).toMatchObject({ values: ['ok', 'sad'], valuesFrom: 'type' });
    expect(columns['a.l']?.values).toEqual(['low', 'high']);
    expect(columns['a.s']?.values).toEqual(['x', 'y']);
    expect(columns['a.n']?.values).toEqual(['1', '2']);
    expect(columns['a.t']?.values).toBeUndefined();
  });

  it('copies columns for LIKE and INHERITS, and keeps partitions out', () => {
    const { columns, tables } = load(`
      CREATE TABLE base (id int NOT NULL DEFAULT 1);
      CREATE TABLE one (LIKE base INCLUDING ALL, x int);
      CREATE TABLE two () INHERITS (base);
      CREATE TABLE log (at date NOT NULL) PARTITION BY RANGE (at);
      CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM ('2000-01-01') TO ('2001-01-01');
      ALTER TABLE base ADD COLUMN late text;
      ALTER TABLE log ADD COLUMN why text;`);
    expect(Object.keys(columns)).toEqual([
      'base.id',
      'base.late',
      'one.id',
      'one.x',
      'two.id',
      'two.late',
      'log.at',
      'log.why',
    ]);
    expect(columns['one.id']).toMatchObject({ nullable: false, default: '1' });
    expect(Object.keys(tables)).toEqual(['base', 'one', 'two', 'log']);
  });

  it('runs what a DO block guards, and finds nothing missing in it', () => {
    const { columns, missing } = load(`
      CREATE TABLE a (b int);
      DO $$ BEGIN
        IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'a') THEN
          ALTER TABLE a ADD COLUMN c text;
        END IF;
        CREATE TYPE t AS ENUM ('x');
      EXCEPTION WHEN duplicate_object THEN NULL; END $$;
      DO $$ BEGIN EXECUTE 'ALTER TABLE a ADD COLUMN d int'; ALTER TABLE gone DROP COLUMN x; END $$;`);
    expect(Object.keys(columns)).toEqual(['a.b', 'a.c', 'a.d']);
    expect(missing).toEqual([]);
  });

  it('says what a change needs and does not find', () => {
    const { missing } = load(
      'ALTER TABLE a ADD b int; DROP TABLE c; DROP TABLE IF EXISTS d; CREATE TABLE e (f int); ALTER TABLE e DROP g;',
    );
    expect(missing).toEqual(['table a', 'table c', 'column e.g']);
  });

  it('takes names from the search path, and leaves `public` out of ids', () => {
    const { tables } = load(`
      CREATE TABLE public.a (b int);
      CREATE TABLE auth.c (d int);
      SET search_path TO app;
      CREATE TABLE e (f int);
      ALTER TABLE e ADD g int;`);
    expect(Object.keys(tables)).toEqual(['a', 'auth.c', 'app.e']);
  });

  it('says when a block builds statements nobody can read', () => {
    const { statements } = readStatements(
      sqlText("DO $$ BEGIN EXECUTE format('ALTER TABLE %I ADD COLUMN x int', 'a'); END $$;", { path: 'a.sql' }),
    );
    expect(statements.map((statement) => changesOf(statement).dynamic)).toEqual([true]);
  });
});
