import { tokenize } from '../text/tokens.ts';

/** `warehouse`: Hive, Flink, ClickHouse, BigQuery and their like, whose tables are no application's. */
export type ForeignDialect = 'mysql' | 'sqlite' | 'sqlserver' | 'oracle' | 'warehouse';

const signs: readonly (readonly [ForeignDialect, RegExp])[] = [
  [
    'warehouse',
    /\b(?:ROW|MAP|ARRAY|STRUCT|Nullable|LowCardinality)\s*[<(]\s*(?:STRING|U?Int\d+|FLOAT64|INT64|\w+\s+STRING)\b|\bWATERMARK FOR\b|\bENGINE\s*=\s*\w*MergeTree|\bSTORED AS\b|\bPARTITIONED BY\b|\bDISTKEY\b|\bSORTKEY\b|\bCLUSTER BY\b|WITH\s*\(\s*'connector'/i,
  ],
  [
    'mysql',
    /\bAUTO_INCREMENT\b|\bENGINE\s*=|\bUNSIGNED\b|\bON UPDATE CURRENT_TIMESTAMP\b|\b(?:MEDIUM|LONG|TINY)(?:TEXT|BLOB)\b|\b(?:TINY|MEDIUM)INT\b|\bCHARACTER SET\b|\bCHARSET\s*=|^\s*DELIMITER\b|(?<!\bAS\s+)\bENUM\s*\(\s*'|\bUNIQUE KEY\b/im,
  ],
  [
    'sqlite',
    /\bAUTOINCREMENT\b|\bPRAGMA\s+\w+|\bWITHOUT ROWID\b|\bstrftime\s*\(|\bdatetime\s*\(\s*'|\bunixepoch\s*\(/i,
  ],
  [
    'sqlserver',
    /\bNVARCHAR\b|\bIDENTITY\s*\(\s*\d+\s*,\s*\d+\s*\)|\bUNIQUEIDENTIFIER\b|\bGETDATE\s*\(|\bDATETIME2\b|\bCLUSTERED\b|(?:^|[\s.(,])\[\w+\]\s*(?:\.\s*\[|\(|\[?\w+\]?)|^\s*GO\s*;?\s*$/im,
  ],
  ['oracle', /\bN?VARCHAR2\s*\(|\bNUMBER\s*\(\s*\d|\bSYSDATE\b|\bSYSTIMESTAMP\b/i],
];

const postgres =
  /\bTIMESTAMPTZ\b|\bJSONB\b|\b(?:BIG|SMALL)?SERIAL\b|\bgen_random_uuid\s*\(|\buuid_generate_v\d|::\s*[a-z]|\bBYTEA\b|\bplpgsql\b|\bPARTITION OF\b|\bCREATE (?:EXTENSION|POLICY|DOMAIN)\b|\bAS ENUM\b|\b(?:TEXT|UUID|INTEGER)\[\]|\bUSING (?:gin|gist|brin)\b|\bCITEXT\b|\bTSVECTOR\b/i;

/** True when a text has words only PostgreSQL knows. */
export function isPostgres(text: string): boolean {
  return postgres.test(withoutComments(text));
}

/**
 * The dialect a text is surely written in when it is not PostgreSQL's, by words no other dialect has. Comments do not
 * count; strings count only as quote marks. Backticks alone say MySQL, which SQLite takes too.
 */
export function detectDialect(text: string): ForeignDialect | undefined {
  const code = withoutComments(text);
  const found = signs.find(([, pattern]) => pattern.test(code));
  if (found) return found[0];
  return /`\w+`/.test(code) ? 'mysql' : undefined;
}

function withoutComments(text: string): string {
  const pieces: string[] = [];
  let end = 0;
  for (const token of tokenize(text)) {
    pieces.push(text.slice(end, token.start));
    const word = text.slice(token.start, token.end);
    if (token.kind === 'string') pieces.push("''");
    else if (token.kind !== 'comment' && token.kind !== 'dollar') pieces.push(word);
    end = token.end;
  }
  return pieces.join('');
}
