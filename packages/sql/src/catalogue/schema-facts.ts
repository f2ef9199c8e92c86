import type { EdgeFact, NodeAttributes, NodeFact, Side } from '@iama/model';
import { normalDefault } from '../types/same-default.ts';
import { normalType } from '../types/same-type.ts';
import { typeKey } from './apply-type-change.ts';
import type { Catalogue } from './catalogue.ts';
import type { CatalogueColumn, CatalogueTable } from './catalogue-table.ts';

export interface SchemaFactsOptions {
  readonly side: Side;
  /** Where an observed schema comes from: `migrations`, or the model framework. */
  readonly origin?: string;
  readonly dialect?: string;
}

/** A catalogue as facts: every table that is one of its own, its columns, what contains and what references what. */
export function schemaFacts(
  catalogue: Catalogue,
  options: SchemaFactsOptions,
): { nodes: NodeFact[]; edges: EdgeFact[] } {
  const nodes: NodeFact[] = [];
  const edges: EdgeFact[] = [];
  for (const table of catalogue.tables.values()) {
    if (table.partitionOf !== undefined) continue;
    const from = { kind: 'table', id: table.name } as const;
    nodes.push({ ...from, side: options.side, at: table.at, attributes: tableAttributes(table, options) });
    for (const column of table.columns.values()) {
      const node = columnNode(catalogue, table, column, options);
      nodes.push(node);
      const to = { kind: 'column', id: node.id } as const;
      edges.push({ kind: 'contains', from, to, at: node.at, how: 'derived', evidence: evidence(column) });
      const target = node.attributes.references;
      if (target?.includes('.'))
        edges.push({
          kind: 'references',
          from: to,
          to: { kind: 'column', id: target },
          at: node.at,
          how: 'derived',
          evidence: `${column.name} references ${target}`,
        });
    }
  }
  return { nodes, edges };
}

function tableAttributes(table: CatalogueTable, options: SchemaFactsOptions): NodeAttributes['table'] {
  return {
    primaryKey: [...(table.constraints.find((one) => one.form === 'primary')?.columns ?? [])],
    unique: uniqueSets(table).map((columns) => [...columns]),
    indexes: table.indexes.map((index) => ({
      ...(index.name === undefined ? {} : { name: index.name }),
      columns: [...index.columns],
      unique: index.unique,
    })),
    checks: table.constraints.flatMap((one) => (one.form === 'check' && one.text !== undefined ? [one.text] : [])),
    ...(options.origin === undefined ? {} : { origin: options.origin }),
    ...(options.dialect === undefined ? {} : { dialect: options.dialect }),
  };
}

/** Sets of columns whose values stand together only once: constraints, and unique indexes over all rows. */
function uniqueSets(table: CatalogueTable): (readonly string[])[] {
  const sets = [
    ...table.constraints.filter((one) => one.form === 'unique').map((one) => one.columns),
    ...table.indexes.filter((index) => index.unique && !index.partial).map((index) => index.columns),
  ];
  const seen = new Set<string>();
  return sets.filter((columns) => {
    const key = columns.join(',');
    return !seen.has(key) && seen.add(key);
  });
}

function columnNode(
  catalogue: Catalogue,
  table: CatalogueTable,
  column: CatalogueColumn,
  options: SchemaFactsOptions,
): NodeFact<'column'> {
  const allowed = allowedValues(catalogue, table, column);
  const references = referenced(catalogue, table, column);
  const comparable = options.dialect === undefined && !column.loose;
  const fallback = normalDefault(column.default);
  const primary = table.constraints.find((one) => one.form === 'primary')?.columns.includes(column.name);
  const alone = uniqueSets(table).some((set) => set.length === 1 && set[0] === column.name);
  return {
    kind: 'column',
    id: `${table.name}.${column.name}`,
    side: options.side,
    at: column.at,
    attributes: {
      table: table.name,
      ...(column.type === undefined ? {} : { type: column.type.replaceAll('"', '') }),
      ...(comparable && column.type !== undefined ? { normalType: normalType(column.type) } : {}),
      ...(column.nullable === undefined ? {} : { nullable: column.nullable }),
      ...(fallback === '' ? {} : { default: column.default ?? '', normalDefault: fallback }),
      ...allowed,
      ...(primary ? { primaryKey: true } : {}),
      ...(alone ? { unique: true } : {}),
      ...(references === undefined ? {} : { references }),
      ...(options.origin === undefined ? {} : { origin: options.origin }),
    },
  };
}

/** The closed list of values a column may hold, and what closes it. */
function allowedValues(
  catalogue: Catalogue,
  table: CatalogueTable,
  column: CatalogueColumn,
): Pick<NodeAttributes['column'], 'values' | 'valuesFrom'> {
  for (const constraint of table.constraints) {
    const values = constraint.values?.[column.name];
    if (values) return { values: [...values], valuesFrom: 'check' };
  }
  const key = typeKey(column.type ?? '');
  const listed =
    catalogue.enums.get(column.type ?? '') ?? catalogue.enums.get(key) ?? catalogue.enums.get(catalogue.created(key));
  if (listed) return { values: [...listed], valuesFrom: 'type' };
  const domain = catalogue.domains.get(key)?.values;
  if (domain) return { values: [...domain], valuesFrom: 'type' };
  if (column.values) return { values: [...column.values], valuesFrom: 'comment' };
  return {};
}

/** `users.id` when the column alone references it; the table when its key is not known. */
function referenced(catalogue: Catalogue, table: CatalogueTable, column: CatalogueColumn): string | undefined {
  for (const constraint of table.constraints) {
    if (constraint.form !== 'foreign' || !constraint.references) continue;
    const index = constraint.columns.indexOf(column.name);
    if (index < 0) continue;
    const { table: target, columns } = constraint.references;
    const key = catalogue.tables.get(target)?.constraints.find((one) => one.form === 'primary')?.columns;
    const name = columns[index] ?? (columns.length === 0 ? key?.[index] : undefined);
    return name === undefined ? target : `${target}.${name}`;
  }
  return undefined;
}

function evidence(column: CatalogueColumn): string {
  return [column.name, column.type, column.nullable === false ? 'NOT NULL' : ''].filter(Boolean).join(' ');
}
