import type { EdgeFact, NodeFact, Part, Resolver } from '@iama/model';
import type { SchemaChange } from '@iama/sql';
import { applyChange, Catalogue, readPrisma, schemaFacts, sqlText } from '@iama/sql';
import { linkModels } from './link-models.ts';
import type { ModelPart } from './model-part.ts';

/** The schema that models in code declare: a second witness beside the migrations. One catalogue for every framework. */
export const schemaOfModels: Resolver = {
  name: 'schema-of-models',
  version: 1,
  parts: ['model-schema'],
  resolve(parts) {
    const nodes: NodeFact[] = [];
    const edges: EdgeFact[] = [];
    const add = (origin: string, changes: readonly SchemaChange[], dialect: string | undefined) => {
      const catalogue = new Catalogue();
      const shapes = changes.filter((change) => change.kind === 'create-table');
      const rest = changes.filter((change) => change.kind !== 'create-table');
      for (const change of [...rest.filter(isType), ...shapes, ...rest.filter((one) => !isType(one))])
        applyChange(catalogue, change);
      const said = schemaFacts(catalogue, { side: 'observed', origin, ...(dialect === undefined ? {} : { dialect }) });
      nodes.push(...said.nodes);
      edges.push(...said.edges);
    };
    const files = parts
      .map((part) => ({ path: part.at.path, part: part.data as ModelPart }))
      .sort((one, other) => (one.path < other.path ? -1 : 1));
    for (const texts of prismaFolders(parts)) {
      const { definitions, provider } = readPrisma(texts);
      const foreign = provider === undefined || /^(?:postgres|cockroach)/.test(provider) ? undefined : provider;
      const changes = definitions.map((definition) => definition.change);
      add('prisma', foreign === undefined ? changes : changes.map(withoutTypes), foreign);
    }
    const others = files.filter(({ part }) => part.prisma === undefined);
    for (const origin of [...new Set(others.map(({ part }) => part.origin))].sort())
      for (const dialect of [
        ...new Set(others.filter(({ part }) => part.origin === origin).map(({ part }) => part.dialect)),
      ]) {
        const mine = others.filter(({ part }) => part.origin === origin && part.dialect === dialect);
        add(origin, linkModels(mine.map(({ part }) => part)), dialect);
      }
    return { nodes, edges, problems: [] };
  },
};

function isType(change: SchemaChange): boolean {
  return change.kind === 'create-enum';
}

/** Files of one folder are one schema; so are the folders below it. */
function prismaFolders(parts: readonly Part[]): ReturnType<typeof sqlText>[][] {
  const files = parts.flatMap(({ at, data }) => {
    const { prisma } = data as ModelPart;
    return prisma === undefined ? [] : [{ path: at.path, ...prisma }];
  });
  const roots = files.filter(({ text }) => /^\s*datasource\s/m.test(text)).map(({ folder }) => folder);
  const groups = new Map<string, ReturnType<typeof sqlText>[]>();
  for (const { path, folder, text } of files.sort((one, other) => (one.path < other.path ? -1 : 1))) {
    const root = roots.find((one) => folder === one || folder.startsWith(`${one}/`)) ?? folder;
    groups.set(root, [...(groups.get(root) ?? []), sqlText(text, { path })]);
  }
  return [...groups.values()];
}

/** What a type of Prisma is elsewhere than in PostgreSQL is not known here. */
function withoutTypes(change: SchemaChange): SchemaChange {
  if (change.kind !== 'create-table') return change;
  return { ...change, columns: change.columns.map(({ type: _, ...column }) => column) };
}
