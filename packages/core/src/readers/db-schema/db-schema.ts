import type { DocumentRole, EdgeFact, NodeFact, Problem } from '@iama/model';
import { applyChange, Catalogue, prepareSql, schemaFacts } from '@iama/sql';
import type { Document, Span } from '../../document/document.ts';
import type { DocumentReader } from '../../document/document-reader.ts';
import { bulletLists } from './bullet-lists.ts';
import type { FenceDefinitions } from './fences.ts';
import { fenceDefinitions } from './fences.ts';
import { markdownTables } from './markdown-tables.ts';
import { inSchema } from './schema-context.ts';
import type { SchemaDefinition } from './schema-definition.ts';
import { forms } from './schema-definition.ts';
import { sectionVersions, versionOfComment } from './section-version.ts';

const defining: ReadonlySet<DocumentRole> = new Set(['db-schema', 'architecture', 'prd', 'guide', 'other', 'index']);
const shaping = new Set(['create-table', 'create-enum', 'create-domain', 'create-index', 'add-constraint']);

/**
 * Tables and columns, from SQL, Prisma, DBML and diagram fences, Markdown tables and lists.
 *
 * @implements IAMA-READ-005
 */
export const dbSchema: DocumentReader = {
  name: 'db-schema',
  prepare: prepareSql,
  read(document) {
    if (!defining.has(document.role)) return {};
    const fences = fenceDefinitions(document);
    const said = [...fences.definitions, ...markdownTables(document), ...bulletLists(document)].filter((one) =>
      counts(document, one, fences),
    );
    const definitions = surestForms(said).sort((one, other) => one.line - other.line);
    if (definitions.length === 0 && fences.problems.length === 0) return {};
    const tables = definitions.filter((one) => one.change.kind === 'create-table');
    const { nodes, edges } = facts(document, definitions, fences.dialect);
    const problems: Problem[] = fences.problems.map((problem) => ({
      ...problem,
      hides: document.role === 'db-schema' ? problem.hides : [],
    }));
    return { nodes, edges, problems, spans: tables.map((table) => span(document, table, tables)) };
  },
};

const placeholder =
  /^(?:(?:your|my|some|a|the|example|sample|test|dummy)_?tables?|table_?names?|tbl_?\w*|foos?|bars?|baz|xxx+|t\d*|examples?)$/i;

/**
 * Outside a schema document only whole definitions count, not changes, excerpts or names that stand for any table; and
 * the looser forms only where the section speaks of a schema.
 */
function counts(document: Document, definition: SchemaDefinition, fences: FenceDefinitions): boolean {
  if (document.role === 'db-schema') return true;
  const { change } = definition;
  if (!shaping.has(change.kind)) return false;
  if (definition.form === 'diagram' || document.role === 'index') return inSchema(document, definition.section);
  if (change.kind !== 'create-table') return true;
  const { like, query } = change.origin;
  if (placeholder.test(change.table) || fences.excerpts.has(change.table)) return false;
  return change.columns.length > 0 && query !== true && like.length === 0;
}

/** One document writes a table down in one form that counts; a diagram or a list beside the SQL only illustrates it. */
function surestForms(definitions: readonly SchemaDefinition[]): SchemaDefinition[] {
  const best = new Map<string, number>();
  const rank = (one: SchemaDefinition) => forms.indexOf(one.form);
  const nameOf = (one: SchemaDefinition) =>
    one.change.kind === 'create-table' ? one.change.table.toLowerCase() : undefined;
  for (const one of definitions) {
    const name = nameOf(one);
    if (name !== undefined) best.set(name, Math.min(best.get(name) ?? forms.length, rank(one)));
  }
  const surest = Math.min(forms.length, ...best.values());
  return definitions.filter((one) => {
    const name = nameOf(one);
    if (name === undefined) return true;
    if (one.form === 'diagram' && surest < rank(one)) return false;
    return best.get(name) === rank(one);
  });
}

/** Every definition as said: a table defined twice is two nodes. */
function facts(
  document: Document,
  definitions: readonly SchemaDefinition[],
  dialect: string | undefined,
): { nodes: NodeFact[]; edges: EdgeFact[] } {
  const catalogues: Catalogue[] = [new Catalogue()];
  const said = new Map<string, SchemaDefinition>();
  for (const one of definitions) {
    const { change } = one;
    if (change.kind === 'create-table') {
      let catalogue = catalogues.find((each) => !each.tables.has(change.table));
      if (!catalogue) {
        catalogue = new Catalogue();
        catalogues.push(catalogue);
      }
      applyChange(catalogue, { ...change, conditional: false });
      said.set(`${catalogues.indexOf(catalogue)} ${change.table}`, one);
    } else {
      const table = 'table' in change ? change.table : undefined;
      const catalogue = table === undefined ? catalogues[0] : catalogues.findLast((each) => each.tables.has(table));
      if (catalogue) applyChange(catalogue, change);
    }
  }
  for (const [name, values] of catalogues[0]?.enums ?? [])
    for (const other of catalogues.slice(1)) other.enums.set(name, values);
  const versionOf = sectionVersions(document);
  const all = catalogues.map((catalogue, index) => {
    const found = schemaFacts(catalogue, { side: 'specified', ...(dialect === undefined ? {} : { dialect }) });
    return { nodes: found.nodes.map((node) => completed(node, said, index, versionOf)), edges: found.edges };
  });
  return { nodes: all.flatMap((one) => one.nodes), edges: all.flatMap((one) => one.edges) };
}

function completed(
  node: NodeFact,
  said: ReadonlyMap<string, SchemaDefinition>,
  catalogue: number,
  versionOf: ReturnType<typeof sectionVersions>,
): NodeFact {
  if (node.kind === 'table') {
    const definition = said.get(`${catalogue} ${node.id}`);
    const version = definition && versionOf(definition.section);
    return {
      ...node,
      attributes: {
        ...node.attributes,
        ...(version === undefined ? {} : { version }),
        ...(definition === undefined ? {} : { lastLine: definition.lastLine }),
      },
    };
  }
  if (node.kind === 'column') {
    const definition = said.get(`${catalogue} ${node.attributes.table}`);
    const name = node.id.slice(node.attributes.table.length + 1);
    const version = versionOfComment(definition?.comments[name] ?? '') ?? (definition && versionOf(definition.section));
    return version === undefined ? node : { ...node, attributes: { ...node.attributes, version } };
  }
  return node;
}

/** A heading over one table alone gives it everything below; else a table takes its own lines and the prose before them. */
function span(document: Document, table: SchemaDefinition, tables: readonly SchemaDefinition[]): Span {
  const id = table.change.kind === 'create-table' ? table.change.table : '';
  const own = document.sections.find((section) => section.line === table.from && section.level > 0);
  const alone =
    own !== undefined && tables.every((other) => other === table || other.line < own.line || other.line > own.lastLine);
  return { node: { kind: 'table', id }, line: table.from, lastLine: alone ? own.lastLine : table.lastLine };
}
