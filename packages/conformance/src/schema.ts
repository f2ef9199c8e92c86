import { inScope, twinPaths } from '@iama/gate';
import type { GraphView, NodeFact } from '@iama/model';

export type SchemaGraph = GraphView<'table' | 'column' | 'document'>;

/** Both sides of the schema: what documents specify, and what the migrations leave behind (or the models, without any). */
export interface Schema {
  /** Due now: of versions being built. */
  readonly due: ReadonlyMap<string, NodeFact<'table'>>;
  readonly specified: ReadonlyMap<string, NodeFact<'table'>>;
  readonly observed: ReadonlyMap<string, NodeFact<'table'>>;
  readonly specifiedColumns: ReadonlyMap<string, NodeFact<'column'>>;
  readonly observedColumns: ReadonlyMap<string, NodeFact<'column'>>;
}

/** Tables and columns of both sides by lower-case id. */
export function schemaOf(graph: SchemaGraph): Schema {
  return graph.once('conformance/schema', () => {
    const twins = twinPaths(graph);
    const own = <N extends NodeFact>(nodes: readonly N[]) => nodes.filter((node) => !twins.has(node.at.path));
    const tables = own(graph.nodes('table', { side: 'specified' }));
    const all = graph.nodes('table', { side: 'observed' });
    const migrated = all.filter(isMigrated);
    const columns = graph.nodes('column', { side: 'observed' });
    return {
      specified: byId(tables),
      due: byId(tables.filter(({ attributes }) => inScope(attributes.version, graph.settings))),
      observed: byId(migrated.length > 0 ? migrated : all),
      specifiedColumns: byId(own(graph.nodes('column', { side: 'specified' }))),
      observedColumns: byId(migrated.length > 0 ? columns.filter(isMigrated) : columns),
    };
  });
}

function isMigrated(node: NodeFact<'table' | 'column'>): boolean {
  return node.attributes.origin === undefined || node.attributes.origin === 'migrations';
}

/** The first of each id: a second definition is for another gate to report. */
function byId<N extends NodeFact>(nodes: readonly N[]): Map<string, N> {
  const map = new Map<string, N>();
  for (const node of nodes) if (!map.has(node.id.toLowerCase())) map.set(node.id.toLowerCase(), node);
  return map;
}

/** Tables that tools keep for themselves: no document needs to specify them. */
export function isToolTable(id: string): boolean {
  return /^(?:.*\.)?(?:schema_migrations|schema_version|flyway_schema_history|databasechangelog(?:lock)?|_prisma_migrations|__drizzle_migrations|knex_migrations(?:_lock)?|alembic_version|django_(?:migrations|content_type|session|admin_log)|auth_(?:group|permission|user)\w*|goose_db_version|pgmigrations|migrations|typeorm_metadata|sequelizemeta|ar_internal_metadata|spatial_ref_sys)$/i.test(
    id,
  );
}
