import type { Constraint } from 'libpg-query';
import type { Statement } from '../read-statements.ts';
import { checkFacts } from './check-values.ts';
import { relationName, words } from './names.ts';
import type { ConstraintDefinition } from './schema-change.ts';
import { insideBrackets } from './source-slices.ts';

/**
 * A key, check or reference as a table constraint. `column` is the column it is written behind, if it is.
 * Undefined for the constraints that are attributes of the column (NOT NULL, DEFAULT, GENERATED).
 */
export function readConstraint(
  node: Constraint,
  statement: Statement,
  column?: string,
): ConstraintDefinition | undefined {
  const offset = statement.offset(node.location);
  const own = column === undefined ? [] : [column];
  const base = {
    at: statement.source.place(offset),
    ...(node.conname === undefined ? {} : { name: node.conname }),
    ...(node.skip_validation ? { notValid: true } : {}),
    ...(node.indexname === undefined ? {} : { usingIndex: node.indexname }),
  };
  switch (node.contype) {
    case 'CONSTR_PRIMARY':
      return { form: 'primary', ...base, columns: node.keys ? words(node.keys) : own };
    case 'CONSTR_UNIQUE':
      return { form: 'unique', ...base, columns: node.keys ? words(node.keys) : own };
    case 'CONSTR_EXCLUSION':
      return { form: 'exclude', ...base, columns: [] };
    case 'CONSTR_FOREIGN':
      return {
        form: 'foreign',
        ...base,
        columns: node.fk_attrs ? words(node.fk_attrs) : own,
        references: { table: relationName(node.pktable), columns: words(node.pk_attrs) },
      };
    case 'CONSTR_CHECK': {
      const facts = checkFacts(node.raw_expr);
      return {
        form: 'check',
        ...base,
        columns: column === undefined ? facts.columns : own,
        text: insideBrackets(statement.source, offset),
        ...(Object.keys(facts.values).length > 0 ? { values: facts.values } : {}),
        ...(facts.notNull.length > 0 ? { notNull: facts.notNull } : {}),
      };
    }
    default:
      return undefined;
  }
}
