import type { Part, Problem } from '@iama/model';
import { prepareSql } from '@iama/sql';
import type { Node } from 'oxc-parser';
import type { ModuleReader } from '../typescript/module-reader.ts';
import type { ParsedModule } from '../typescript/parsed-module.ts';
import { propertyName } from '../typescript/property-name.ts';
import type { TextLiteral } from '../typescript/text-literal.ts';
import { textLiterals } from '../typescript/text-literal.ts';
import { looksLikeSql, mayHoldSql } from './looks-like-sql.ts';
import type { SqlUsePart } from './sql-use-part.ts';
import { useOfText } from './use-of-text.ts';

/** SQL in string and template literals of TypeScript and JavaScript. Tests and migrations use tables too, but not as the product. */
export const moduleSqlUse: ModuleReader = {
  name: 'sql-use',
  kinds: [],
  prepare: prepareSql,
  wants: (text, path) => mayHoldSql(text) && !/(?:^|\/)(?:migrations?|migrate|seeds?|seeders?)\//i.test(path),
  read(module) {
    const found = textLiterals(module).filter((literal) => looksLikeSql(marked(literal), inDatabaseCall(literal)));
    const read = found.map(({ text, holes, placeAt }) =>
      useOfText({ text, holes: holes.map((hole) => hole.index), placeAt }),
    );
    const data: SqlUsePart = {
      uses: read.flatMap((one) => one.uses),
      undecided: read.flatMap((one) => one.undecided),
      temporary: read.flatMap((one) => one.temporary),
    };
    const problems: Problem[] = read.flatMap((one) => one.problems);
    return { parts: partsOf(module, data), problems };
  },
};

function partsOf(module: ParsedModule, data: SqlUsePart): Part[] {
  if (data.uses.length === 0 && data.undecided.length === 0) return [];
  return [{ kind: 'sql-use', at: { path: module.path, line: 1, column: 1 }, data }];
}

function marked({ text, holes }: TextLiteral): string {
  let out = '';
  let from = 0;
  for (const { index } of holes) {
    out += `${text.slice(from, index)}\uFFFC`;
    from = index;
  }
  return out + text.slice(from);
}

const calls =
  /^(?:query|queries|execute|exec|run|all|get|each|any|one|none|many|oneOrNone|oneFirst|maybeOne|manyOrNone|raw|unsafe|prepare|sql|text|fetch|fetchAll|\$queryRaw|\$executeRaw|\$queryRawUnsafe|\$executeRawUnsafe|literal|rawQuery|createQueryRunner|batch|stream)$/;

/** True behind a `sql` tag, in a call of `query()` and the like, and as the `text` of a query object. */
function inDatabaseCall(literal: TextLiteral): boolean {
  if (literal.tag !== undefined)
    return /(?:^|[.$])(?:sql|raw|query\w*|execute\w*|db|pg|client|\$queryRaw|\$executeRaw)$/i.test(
      literal.tag.replace(/<[\s\S]*$/, ''),
    );
  const { parent } = literal.node as Node & { parent?: Node };
  if (parent?.type === 'Property') return /^(?:text|sql|query|statement)$/.test(propertyName(parent) ?? '');
  if (parent?.type !== 'CallExpression') return false;
  const { callee } = parent;
  if (callee.type === 'Identifier') return calls.test(callee.name);
  return (
    callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && calls.test(callee.property.name)
  );
}
