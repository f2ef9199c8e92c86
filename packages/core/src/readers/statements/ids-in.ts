/** Ids as requirements have them. */
export function idsIn(text: string): string[] {
  return [
    ...new Set([...text.matchAll(/(?<![\w-])[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-\d{1,4}[A-Z]?(?![\w-])/g)].map(([id]) => id)),
  ];
}
