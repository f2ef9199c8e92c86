import type { Place, Problem } from '@iama/model';
import { readQuery } from '@iama/sql';
import type { SqlUsePart, UndecidedUse, UseAt } from './sql-use-part.ts';

/** SQL as code writes it, with the way back to the file. */
export interface SqlInCode {
  readonly text: string;
  /** Indices at which code puts something in. */
  readonly holes: readonly number[];
  readonly placeAt: (index: number) => Place;
}

/** What one text of SQL uses; where it can't be read, at least the tables its words name, and the problem. */
export function useOfText(sql: SqlInCode): SqlUsePart & { readonly problems: readonly Problem[] } {
  const evidence = shortened(sql.text);
  if (isWarehouse(sql.text)) return { uses: [], undecided: [], temporary: [], problems: [] };
  const found = readQuery(sql.text, sql.holes) ?? withoutBackticks(sql);
  if (!found)
    return { uses: namedTables(sql, evidence), undecided: [], temporary: [], problems: [unread(sql, evidence)] };
  const uses: UseAt[] = [...found.tables, ...found.columns].map(({ offset, ...use }) => ({
    ...use,
    at: sql.placeAt(offset),
    evidence,
    ...(found.openNames ? { maybe: true } : {}),
  }));
  const undecided: UndecidedUse[] = found.open.map(({ offset, ...use }) => ({
    ...use,
    at: sql.placeAt(offset),
    evidence,
  }));
  return { uses, undecided, temporary: temporaryTables(sql.text), problems: [] };
}

/** Parameters and functions only analytical stores have: their tables are not the application's. */
function isWarehouse(text: string): boolean {
  return /\{\w+:\s*(?:UUID|String|U?Int\d+|Float\d+|DateTime\d*|Date|Array\(|Nullable\()|\bANY\s+(?:LEFT|INNER)\s+JOIN\b|\b(?:arrayJoin|toStartOf\w+|toDateTime|countIf|sumIf|multiIf|groupArray|quantile)\s*\(|\bPREWHERE\b|\bFROM\s+`[\w-]+\.[\w-]+\.[\w-]+`/i.test(
    text,
  );
}

/** MySQL's quotes, as long as PostgreSQL's. */
function withoutBackticks({ text, holes }: SqlInCode) {
  return text.includes('`') ? readQuery(text.replaceAll('`', '"'), holes) : undefined;
}

const namings =
  /\b(?:(FROM|JOIN)|(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM))\s+(?:ONLY\s+)?"?([A-Za-z_]\w*)"?(?:\."?([A-Za-z_]\w*)"?)?/gi;

function namedTables(sql: SqlInCode, evidence: string): UseAt[] {
  const queries = new Set([...sql.text.matchAll(/\b(\w+)\s+AS\s*\(/gi)].map((match) => match[1]?.toLowerCase()));
  return [...sql.text.matchAll(namings)].flatMap((match): UseAt[] => {
    const [said, reading, first = '', second] = match;
    const end = match.index + said.length;
    if (sql.holes.some((hole) => hole >= match.index && hole <= end) || queries.has(first.toLowerCase())) return [];
    if (/^(?:SELECT|LATERAL|UNNEST|SET)$/i.test(first) || sql.text[end] === '(') return [];
    const deleting = /^DELETE/i.test(said);
    const table = second === undefined ? first : first === 'public' ? second : `${first}.${second}`;
    const mode = reading && !deleting ? 'reads' : 'writes';
    return [{ table, mode, at: sql.placeAt(end - first.length), evidence, maybe: true }];
  });
}

function unread(sql: SqlInCode, evidence: string): Problem {
  return {
    at: sql.placeAt(0),
    code: 'unresolved',
    message: `SQL in code can't be read, so only its tables are known: \`${evidence.slice(0, 80)}\``,
    hides: [],
  };
}

function temporaryTables(text: string): string[] {
  const made = /\bCREATE\s+(?:(?:GLOBAL|LOCAL)\s+)?TEMP(?:ORARY)?\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?"?(\w+)"?/gi;
  return [...text.matchAll(made)].flatMap((match) => match[1] ?? []);
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
