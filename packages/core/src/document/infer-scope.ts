/** The version a whole document belongs to, when its name or title says exactly one: `PRD_V1_EN.md` → `V1`. */
export function inferScope(path: string, title: string | undefined): string | undefined {
  const name = path.split('/').pop() ?? path;
  return onlyVersion(name) ?? (title === undefined ? undefined : onlyVersion(title));
}

function onlyVersion(words: string): string | undefined {
  const found = new Set(
    [...words.matchAll(/(?<![A-Za-z0-9])[vV](\d{1,2})(?![\d.]|[A-Za-z])/g)].map((match) => `V${Number(match[1])}`),
  );
  return found.size === 1 ? [...found][0] : undefined;
}
