import type { DefinitionProblem, ForeignDialect } from '@iama/sql';
import { detectDialect, isPostgres, readDefinitions, readPrisma, sqlText } from '@iama/sql';
import type { Block, Document } from '../../document/document.ts';
import { readDbml } from './dbml.ts';
import { readEntityDiagram } from './entity-diagrams.ts';
import { isExample, previousBlock } from './is-example.ts';
import type { Form, SchemaDefinition } from './schema-definition.ts';

export interface FenceDefinitions {
  readonly definitions: readonly SchemaDefinition[];
  readonly problems: readonly DefinitionProblem[];
  /** Tables said only in part, as an illustration. */
  readonly excerpts: ReadonlySet<string>;
  /** The dialect of all SQL of the document, when it is surely not PostgreSQL's. */
  readonly dialect?: ForeignDialect;
}

const sqlLabels: Readonly<Record<string, ForeignDialect | ''>> = {
  sql: '',
  ddl: '',
  psql: '',
  pgsql: '',
  postgres: '',
  postgresql: '',
  mysql: 'mysql',
  mariadb: 'mysql',
  sqlite: 'sqlite',
  sqlite3: 'sqlite',
  tsql: 'sqlserver',
  mssql: 'sqlserver',
  plsql: 'oracle',
};
const plainLabels = new Set(['', 'text', 'txt', 'plaintext', 'none']);

/** Everything fenced blocks define: SQL, Prisma, DBML, entity diagrams. */
export function fenceDefinitions(document: Document): FenceDefinitions {
  const fences = document.blocks.filter((block) => block.kind === 'code').flatMap((block) => classify(block));
  const dialect = dialectOf(document, fences);
  const definitions: SchemaDefinition[] = [];
  const problems: DefinitionProblem[] = [];
  const excerpts = new Set<string>();
  for (const { block, form, label } of fences) {
    if (isExample(document, block)) continue;
    const source = sqlText(block.node.value, {
      path: document.path,
      line: block.line + 1,
      column: block.column,
      indented: true,
      section: block.section.heading,
    });
    const from = startOf(document, block);
    const add = (found: readonly Omit<SchemaDefinition, 'form' | 'section' | 'from'>[]) => {
      const first = found.findIndex((one) => one.change.kind === 'create-table');
      for (const [index, one] of found.entries())
        definitions.push({ ...one, form, section: block.section, from: index <= first ? from : one.line });
    };
    if (form === 'prisma') {
      const read = readPrisma([source]);
      for (const table of read.excerpts) excerpts.add(table);
      add(read.definitions);
    } else if (form === 'dbml') add(readDbml(source));
    else if (form === 'diagram') add(readEntityDiagram(source));
    else {
      const read = readDefinitions(source, sqlLabels[label] || detectDialect(block.node.value) || dialect);
      for (const table of read.excerpts) excerpts.add(table);
      add(read.definitions);
      if (definesTables(block.node.value)) problems.push(...read.problems);
    }
  }
  return { definitions, problems, excerpts, ...(dialect === undefined ? {} : { dialect }) };
}

interface Fence {
  readonly block: Block<'code'>;
  readonly form: Form;
  readonly label: string;
}

function classify(block: Block<'code'>): Fence[] {
  const label = (block.node.lang ?? '').toLowerCase().replace(/[{:,].*$/, '');
  const { value } = block.node;
  if (label === 'prisma') return [{ block, form: 'prisma', label }];
  if (label === 'dbml' || (plainLabels.has(label) && /^\s*Table\s+[\w".]+.*\{\s*$/m.test(value)))
    return [{ block, form: 'dbml', label }];
  if (label === 'mermaid') return /\berDiagram\b/.test(value) ? [{ block, form: 'diagram', label }] : [];
  if (label in sqlLabels || (plainLabels.has(label) && /^\s*CREATE\s+(?:TABLE|TYPE)\b/im.test(value)))
    return [{ block, form: 'sql', label }];
  return [];
}

/** The dialect of fences that show none themselves: what the header says, or the others show when none is PostgreSQL's. */
function dialectOf(document: Document, fences: readonly Fence[]): ForeignDialect | undefined {
  const sql = fences.filter((fence) => fence.form === 'sql');
  const said = document.header.get('database')?.value ?? '';
  const named = /(postgres)|(mysql|mariadb)|(sqlite)|(sql ?server|mssql)|(oracle)/i.exec(said);
  if (named) return named[2] ? 'mysql' : named[3] ? 'sqlite' : named[4] ? 'sqlserver' : named[5] ? 'oracle' : undefined;
  const text = sql.map(({ block }) => block.node.value).join('\n;\n');
  if (isPostgres(text) || sql.some(({ label }) => /^(?:pgsql|psql|postgres)/.test(label))) return undefined;
  return sql.map(({ label }) => sqlLabels[label]).find((one) => one) || detectDialect(text);
}

function definesTables(sql: string): boolean {
  return /\bCREATE\s+(?:[A-Z]+\s+)*TABLE\b/i.test(sql);
}

/** Prose and the heading right above a fence belong to what it defines. */
function startOf(document: Document, block: Block): number {
  let first = block.line;
  for (let before = previousBlock(document, block); before; before = previousBlock(document, before)) {
    if (before.kind !== 'paragraph' && before.kind !== 'quote') return first;
    first = before.line;
  }
  return block.section.level > 1 ? block.section.line : first;
}
