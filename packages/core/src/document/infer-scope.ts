/** The version a whole document belongs to, when its name or title says exactly one: `PRD_V1_EN.md` → `V1`. */
export function inferScope(path: string, title: string | undefined): string | undefined {
  const name = path.split('/').pop() ?? path;
  return versionOf(name) ?? (title === undefined ? undefined : versionOf(title));
}

/** The one version a phrase names; undefined when it names none or several. */
export function versionOf(words: string): string | undefined {
  const found = new Set(
    [...words.matchAll(/(?<![A-Za-z0-9])[vV]([1-9]\d?)(?!\d|\.\d|[A-Za-z])/g)].map((match) => `V${Number(match[1])}`),
  );
  return found.size === 1 ? [...found][0] : undefined;
}
