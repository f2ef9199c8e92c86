import { beforeAll, describe, expect, it } from 'vitest';
import { prepareSql } from './parser.ts';
import { readStatements } from './read-statements.ts';
import { sqlText } from './text/sql-text.ts';

beforeAll(prepareSql);

const read = (text: string) => readStatements(sqlText(text, { path: 'a.sql' }));
const lines = (text: string) => read(text).statements.map((statement) => statement.at.line);

describe('statements', () => {
  it('stand at their first word, comments left out', () => {
    expect(lines('-- one\nselect 1;\n/* two\n */ select 2;')).toEqual([2, 4]);
  });

  it('have UTF-16 columns behind characters of any width', () => {
    const { statements } = read("select 'é漢😀'; select 2");
    expect(statements[1]?.at).toMatchObject({ line: 1, column: 16 });
  });

  it('are kept around a broken one', () => {
    const { statements, broken } = read("select 1;\nselec 2;\nselect ';';\n");
    expect(statements).toHaveLength(2);
    expect(broken).toMatchObject([{ at: { line: 2, column: 1 }, text: 'selec 2;' }]);
  });

  it('are kept behind a quote nobody closed', () => {
    const { statements, broken } = read("create table a (x text default 'b);\ncreate table c (d text default 'e');\n");
    expect(broken).toHaveLength(1);
    expect(statements).toHaveLength(1);
    expect(statements[0]?.at.line).toBe(2);
  });

  it('are read in a dump with client commands and copied rows', () => {
    const dump =
      '\\restrict x\ncreate table a (b int);\nCOPY a (b) FROM stdin;\n1;\n2\n\\.\n\ncreate table c (d int);\n';
    const { statements, broken } = read(dump);
    expect(broken).toEqual([]);
    expect(statements.map((statement) => statement.at.line)).toEqual([2, 8]);
  });

  it('keep function bodies whole when another statement is broken', () => {
    const { statements } = read(
      'selec;\ncreate function f() returns int language sql begin atomic select 1; select case when true then 1 end; end;\nselect 3;',
    );
    expect(statements.map((statement) => statement.at.line)).toEqual([2, 3]);
  });
});
