const opening = '^\\s*(?:(?:--[^\\n]*\\n|/\\*[\\s\\S]*?\\*/)\\s*)*\\(*\\s*';
const name = '["`\\w.\\uFFFC]+';
const shapes = [
  'SELECT\\b[\\s\\S]*?\\bFROM\\b\\s*["`\\w(\\uFFFC]',
  `INSERT\\s+INTO\\s+${name}`,
  `UPDATE\\s+(?:ONLY\\s+)?${name}(?:\\s+(?:AS\\s+)?\\w+)?\\s+SET\\b`,
  `DELETE\\s+FROM\\s+(?:ONLY\\s+)?${name}`,
  'WITH\\s+(?:RECURSIVE\\s+)?["\\w]+(?:\\s*\\([^()]*\\))?\\s+AS\\s+(?:NOT\\s+)?(?:MATERIALIZED\\s*)?\\(',
  `MERGE\\s+INTO\\s+${name}`,
  `TRUNCATE\\s+TABLE\\s+${name}`,
  `TRUNCATE\\s+${name}\\s*(?:$|,|;|RESTART|CASCADE)`,
  `LOCK\\s+TABLE\\s+${name}`,
  `COPY\\s+${name}\\s*(?:\\([^()]*\\)\\s*)?(?:FROM|TO)\\b`,
  '(?:EXPLAIN|DECLARE)\\b[\\s\\S]*\\bSELECT\\b[\\s\\S]*\\bFROM\\b',
  `CREATE\\s+(?:(?:GLOBAL|LOCAL|TEMP|TEMPORARY|UNLOGGED)\\s+)*TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?${name}`,
  `(?:ALTER|DROP)\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?${name}`,
];
const anyCase = new RegExp(`${opening}(?:${shapes.join('|')})`, 'i');
const capitals = new RegExp(`${opening}(?:${shapes.join('|')})`);
/** Marks prose has none of: operators, parameters, a star, a list in brackets, a qualified name. */
const marks = /[=*?<>\uFFFC]|\$\d|:\w|%s|\b\w+\.\w+\b|\(\s*\w+\s*,/;

/**
 * True when a text is a statement, not prose that begins like one. `database`: it stands where only SQL does, in a call of
 * `query()` or behind a `sql` tag. Holes are marked by `\uFFFC`.
 */
export function looksLikeSql(text: string, database: boolean): boolean {
  if (!anyCase.test(text)) return false;
  return database || capitals.test(text) || (marks.test(text) && /^\s*(?:--|\/\*|\(|[a-z])/.test(text));
}

/** A cheap look at a whole file: false promises that it holds no statement. */
export function mayHoldSql(text: string): boolean {
  return /\b(?:select\s[\s\S]{1,3000}?\bfrom\b|insert\s+into\b|update\s+\S[\s\S]{1,200}?\bset\b|delete\s+from\b|with\s[\s\S]{1,200}?\bas\s*\(|merge\s+into\b|truncate\b|lock\s+table\b|copy\s|(?:create|alter|drop)\s+(?:\w+\s+){0,4}table\b)/i.test(
    text,
  );
}
