/**
 * The pattern of ids that are written like this one: numbers become `\d` of as many digits, words between the first and the
 * last number become `[A-Z]+`: `V1-FR-AUTH-001` → `V\d-FR-[A-Z]+-\d{3}[A-Z]?`. Undefined for ids that do not end in a number.
 */
export function idPattern(id: string): string | undefined {
  const parts = id.split(/([-_.~])/);
  const last = parts.length - 1;
  if (!/^\d+[A-Za-z]?$/.test(parts[last] ?? '')) return undefined;
  const words = parts.filter((_, index) => index % 2 === 0).length;
  return parts
    .map((part, index) => {
      if (index % 2 === 1) return part === '.' ? '\\.' : part;
      if (index === last) return `\\d{${/^\d+/.exec(part)?.[0].length ?? 1}}[A-Z]?`;
      if (words > 3 && index === last - 2) return '[A-Z0-9]+';
      return part.replace(/\d+/g, '\\d+');
    })
    .join('');
}
