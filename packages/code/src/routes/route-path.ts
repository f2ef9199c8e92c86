/** Puts prefixes and a path together: one slash between, none at the end. */
export function joinPaths(...parts: readonly string[]): string {
  const joined = parts
    .filter((part) => part !== '')
    .join('/')
    .replace(/\/{2,}/g, '/');
  const rooted = joined.startsWith('/') ? joined : `/${joined}`;
  return rooted.length > 1 ? rooted.replace(/\/$/, '') : rooted;
}

/**
 * Says a framework's path with parameters as `:name` and wildcards as `*`. A path with optional parts is several paths:
 * without and with each.
 */
export function normalPaths(path: string): string[] {
  const optional = /\{(\/?[^{}]*)\}|(\/:\w+(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?)\?/.exec(path);
  // `{[0-9]+}` right after a parameter is its pattern, not an optional part.
  if (optional !== null && !/:\w+$/.test(path.slice(0, optional.index))) {
    const [before, after] = [path.slice(0, optional.index), path.slice(optional.index + optional[0].length)];
    const inner = optional[1] ?? optional[2] ?? '';
    return [...new Set([...normalPaths(before + after), ...normalPaths(before + inner + after)])];
  }
  return [joinPaths(withoutPatterns(path))];
}

function withoutPatterns(path: string): string {
  return path
    .replace(/(:\w+)\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}\??/g, '$1')
    .replace(/:\w+\(\.?\*\)|:\w+\*|\(\.\*\)|\*\w+/g, '*')
    .replace(/(:\w+)\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replace(/(:\w+)[?+]/g, '$1');
}
