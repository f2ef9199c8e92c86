import type { ParseResult } from 'libpg-query';

let parse: ((sql: string) => ParseResult) | undefined;

/** Loads PostgreSQL's own parser. Comes once before anything else here; costs nothing when called again. */
export async function prepareSql(): Promise<void> {
  if (parse) return;
  const library = await import('libpg-query');
  await library.loadModule();
  parse = library.parseSync;
}

/** Parses text that holds whole statements. Throws PostgreSQL's error on the first mistake. */
export function parseSql(sql: string): ParseResult {
  if (!parse) throw new Error('parseSql: prepareSql() comes before the first statement');
  return parse(sql);
}
