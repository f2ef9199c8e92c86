/**
 * Blanks what is for `psql` and not for the server: lines of backslash commands, and the data lines after
 * `COPY … FROM stdin;`. No character moves.
 */
export function blankClientCommands(text: string): string {
  if (!/^\\/m.test(text)) return text;
  return text
    .replace(/^COPY\s[^;]*\sFROM\s+stdin[^;]*;[^\n]*\n([\s\S]*?)^\\\.[ \t\r]*$/gim, blank)
    .replace(/^\\[^\n]*/gm, blank);
}

/**
 * Blanks a variable that stands for a schema: `:SCHEMA.users`, `${schema}.users`, `{{ schema }}.users`. The table is
 * what matters; no character moves.
 */
export function blankSchemaVariables(text: string): string {
  return text.replace(
    /(?<![:\w]):(?:"\w+"|\w+)\.(?=["\w])|"?(?:\$\{[^{}\n]+\}|\{\{[^{}\n]+\}\}|%\(?\w+\)?[sI])"?\.(?=["\w])/g,
    blank,
  );
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
