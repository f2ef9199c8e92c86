import type { Part } from '@iama/model';
import { beforeAll, describe, expect, it } from 'vitest';
import { typescriptReader } from '../typescript/typescript.ts';
import { drizzle } from './drizzle/drizzle.ts';
import { prisma } from './prisma.ts';
import { schemaOfModels } from './schema-of-models.ts';
import { typeorm } from './typeorm/typeorm.ts';

const readers = [typescriptReader([drizzle, typeorm], 1), prisma];

beforeAll(async () => {
  for (const reader of readers) await reader.prepare?.();
});

/** `users.id UUID not-null`, one column a line. */
function columns(files: Record<string, string>): string[] {
  const parts: Part[] = Object.entries(files).flatMap(([path, text]) =>
    readers
      .filter((one) => one.accepts(path))
      .flatMap((one) => [...one.read({ path, text }, { idPatterns: [] }).parts]),
  );
  return schemaOfModels.resolve(parts, { mounts: {} }).nodes.flatMap((node) => {
    if (node.kind !== 'column') return [];
    const { type, nullable, default: fallback, values, references, unique, primaryKey } = node.attributes;
    const words = [
      node.id,
      type,
      nullable === undefined ? '?' : nullable ? 'null' : 'not-null',
      fallback === undefined ? '' : `=${fallback}`,
      values ? `(${values.join('|')})` : '',
      primaryKey ? 'pk' : '',
      unique ? 'unique' : '',
      references === undefined ? '' : `-> ${references}`,
    ];
    return [words.filter(Boolean).join(' ')];
  });
}

describe('Prisma', () => {
  it('is one schema over the files of a folder', () => {
    expect(
      columns({
        'prisma/schema/base.prisma':
          'datasource db {\n  provider = "postgresql"\n}\nmodel User {\n  id Int @id @default(autoincrement())\n  posts Post[]\n  tags Tag[]\n}\nenum Mood {\n  OK\n  BAD @map("bad")\n}\n',
        'prisma/schema/post.prisma':
          'model Post {\n  id String @id @default(uuid()) @db.Uuid\n  authorId Int @map("author_id")\n  author User @relation(fields: [authorId], references: [id])\n  mood Mood @default(BAD)\n  labels String[]\n  @@map("posts")\n}\nmodel Tag {\n  id Int @id\n  users User[]\n}\n',
      }),
    ).toEqual([
      'User.id SERIAL not-null pk',
      'posts.id UUID not-null pk',
      'posts.author_id INTEGER not-null -> User.id',
      "posts.mood Mood not-null ='bad' (OK|bad)",
      'posts.labels TEXT[] ?',
      'Tag.id INTEGER not-null pk',
      '_TagToUser.A INTEGER not-null -> Tag.id',
      '_TagToUser.B INT not-null -> User.id',
    ]);
  });

  it('for another database says no types', () => {
    const text = 'datasource db {\n  provider = "mysql"\n}\nmodel A {\n  id Int @id\n}\n';
    expect(columns({ 'schema.prisma': text })).toEqual(['A.id not-null pk']);
  });
});

describe('Drizzle', () => {
  it('is linked over files: enumerations, references, shared columns', () => {
    expect(
      columns({
        'src/db/shared.ts':
          "import { timestamp, pgEnum } from 'drizzle-orm/pg-core';\nexport const stamps = { createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull() };\nexport const role = pgEnum('user_role', ['admin', 'guest']);\n",
        'src/db/users.ts':
          "import { integer, jsonb, pgSchema, pgTable, primaryKey, text, uniqueIndex, uuid, varchar } from 'drizzle-orm/pg-core';\nimport { sql } from 'drizzle-orm';\nimport { role, stamps } from './shared';\nexport const users = pgTable('users', {\n  id: uuid('id').primaryKey().defaultRandom(),\n  email: varchar('email', { length: 200 }).notNull().unique(),\n  role: role('role').default('guest').notNull(),\n  bag: jsonb('bag').default(sql`'{}'::jsonb`),\n  ...stamps,\n});\nexport const seats = pgTable('seats', { a: integer(), b: uuid('b_id').references(() => users.id) }, (t) => [primaryKey({ columns: [t.a, t.b] })]);\nconst auth = pgSchema('auth');\nexport const keys = auth.table('keys', { name: text('name').array() }, (t) => ({ u: uniqueIndex('u').on(t.name) }));\n",
      }),
    ).toEqual([
      'users.created_at TIMESTAMP WITH TIME ZONE not-null =now()',
      'users.id UUID not-null =gen_random_uuid() pk',
      'users.email VARCHAR(200) not-null unique',
      "users.role user_role not-null ='guest' (admin|guest)",
      "users.bag JSONB null ='{}'::jsonb",
      'seats.a INTEGER not-null pk',
      'seats.b_id UUID not-null pk -> users.id',
      'auth.keys.name TEXT[] null unique',
    ]);
  });

  it('knows creators that change names, and other databases', () => {
    expect(
      columns({
        'a.ts':
          "import { pgTableCreator, serial } from 'drizzle-orm/pg-core';\nconst table = pgTableCreator((name) => `app_${name}`);\nexport const posts = table('posts', (d) => ({ id: d.serial('id').primaryKey() }));\n",
        'b.ts':
          "import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';\nexport const t = sqliteTable('t', { id: integer('id').primaryKey() });\n",
      }),
    ).toEqual(['app_posts.id SERIAL not-null pk', 't.id not-null pk']);
  });
});

describe('TypeORM', () => {
  it('is read from decorators, base classes and types', () => {
    expect(
      columns({
        'src/base.ts':
          "import { CreateDateColumn, PrimaryGeneratedColumn } from 'typeorm';\nexport abstract class Base {\n  @PrimaryGeneratedColumn('uuid') id: string;\n  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;\n}\n",
        'src/user.ts':
          "import { Column, DeleteDateColumn, Entity, JoinColumn, ManyToOne, OneToMany, Unique } from 'typeorm';\nimport { Base } from './base';\nimport { Team } from './team';\nenum Kind { A = 'a', B = 'b' }\n@Entity()\n@Unique(['name', 'team'])\nexport class UserProfile extends Base {\n  @Column({ length: 80 }) name: string;\n  @Column('numeric', { precision: 8, scale: 2, nullable: true }) price?: number;\n  @Column({ type: 'enum', enum: Kind, default: Kind.A }) kind: Kind;\n  @Column({ default: () => 'now()' }) seen: Date;\n  @Column('text', { array: true, default: '{}' }) tags: string[];\n  @DeleteDateColumn() gone?: Date;\n  @ManyToOne(() => Team, { nullable: false }) @JoinColumn({ name: 'team_id' }) team: Team;\n  @ManyToOne(() => Team) other: Team;\n  @OneToMany(() => Team, (team) => team.id) teams: Team[];\n}\n",
        'src/team.ts':
          "import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';\n@Entity({ name: 'teams', schema: 'org' })\nexport class Team {\n  @PrimaryGeneratedColumn() id: number;\n  @Column({ unique: true }) title: string;\n}\n",
      }),
    ).toEqual([
      'org.teams.id INTEGER not-null pk',
      'org.teams.title CHARACTER VARYING not-null unique',
      'user_profile.id UUID not-null =uuid_generate_v4() pk',
      'user_profile.created_at TIMESTAMPTZ not-null =now()',
      'user_profile.name CHARACTER VARYING(80) not-null',
      'user_profile.price NUMERIC(8,2) null',
      "user_profile.kind not-null ='a' (a|b)",
      'user_profile.seen TIMESTAMP not-null =now()',
      "user_profile.tags TEXT[] not-null ='{}'",
      'user_profile.gone TIMESTAMP null',
      'user_profile.team_id INTEGER not-null -> org.teams.id',
      'user_profile.otherId INTEGER null -> org.teams.id',
    ]);
  });
});
