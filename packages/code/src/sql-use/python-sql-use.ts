import type { Part } from '@iama/model';
import { prepareSql } from '@iama/sql';
import type { PythonModuleReader } from '../python/python-module-reader.ts';
import { looksLikeSql, mayHoldSql } from './looks-like-sql.ts';
import { pythonTexts } from './python-texts.ts';
import type { SqlUsePart } from './sql-use-part.ts';
import { useOfText } from './use-of-text.ts';

/** SQL in strings and f-strings of Python, outside tests and migrations. */
export const pythonSqlUse: PythonModuleReader = {
  name: 'sql-use',
  kinds: [],
  prepare: prepareSql,
  wants: (text, path) =>
    mayHoldSql(text) && !/(?:^|\/)(?:migrations?|alembic|seeds?|seeders?|versions)\/[^/]*$/i.test(path),
  read(module) {
    if (module.test) return {};
    const read = pythonTexts(module)
      .filter((text) => looksLikeSql(text.marked, text.database))
      .map(({ text, holes, placeAt }) => useOfText({ text, holes, placeAt }));
    const data: SqlUsePart = {
      uses: read.flatMap((one) => one.uses),
      undecided: read.flatMap((one) => one.undecided),
      temporary: read.flatMap((one) => one.temporary),
    };
    const at = { path: module.path, line: 1, column: 1 };
    const used = data.uses.length > 0 || data.undecided.length > 0;
    const parts: Part[] = used ? [{ kind: 'sql-use', at, data }] : [];
    return { parts, problems: read.flatMap((one) => one.problems) };
  },
};
