export { applyChange } from './catalogue/apply-change.ts';
export { Catalogue } from './catalogue/catalogue.ts';
export type { CatalogueColumn, CatalogueConstraint, CatalogueTable } from './catalogue/catalogue-table.ts';
export type { SchemaFactsOptions } from './catalogue/schema-facts.ts';
export { schemaFacts } from './catalogue/schema-facts.ts';
export type { StatementChanges } from './changes/changes-of.ts';
export { changesOf } from './changes/changes-of.ts';
export { valuesInWords } from './changes/column-comments.ts';
export type {
  ColumnDefinition,
  ConstraintDefinition,
  IndexDefinition,
  SchemaChange,
  TableOrigin,
} from './changes/schema-change.ts';
export type { ForeignDialect } from './dialect/detect-dialect.ts';
export { detectDialect, isPostgres } from './dialect/detect-dialect.ts';
export { prepareSql } from './parser.ts';
export type { PrismaDefinitions } from './prisma/prisma-definitions.ts';
export { readPrisma } from './prisma/prisma-definitions.ts';
export type { Definition, DefinitionProblem, Definitions } from './read-definitions.ts';
export { readDefinitions } from './read-definitions.ts';
export type { BrokenStatement, Statement, Statements } from './read-statements.ts';
export { readStatements } from './read-statements.ts';
export type { Hazard } from './safety/hazards.ts';
export { hazardsOf, tableOf } from './safety/hazards.ts';
export type { TypeChange } from './safety/type-change.ts';
export { typeChange } from './safety/type-change.ts';
export { countStatements, splitStatements } from './text/split-statements.ts';
export type { SqlOrigin, SqlText } from './text/sql-text.ts';
export { sqlText } from './text/sql-text.ts';
export { normalDefault, sameDefault } from './types/same-default.ts';
export { looselySameType, normalType, sameType } from './types/same-type.ts';
export { typeAsWritten } from './types/type-text.ts';
export type { ColumnUse, OpenColumnUse, QueryUse, TableUse, UseMode } from './use/query-use.ts';
export { readQuery } from './use/read-query.ts';
