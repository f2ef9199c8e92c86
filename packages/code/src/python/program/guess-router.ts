import type { Program } from './program.ts';

/** What a router of unknown origin most likely is, by what its file imports: the dotted name of what would have made it. */
export function guessRouter(program: Program, path: string): string | undefined {
  const scope = program.scopeOf(path);
  const ways = scope.names.flatMap((name) => {
    const value = scope.get(name);
    return value?.is === 'external' || value?.is === 'made' ? [value.way] : [];
  });
  if (ways.some((way) => /^(?:fastapi|starlette)\b/.test(way))) return 'fastapi.FastAPI';
  if (ways.some((way) => /^aiohttp\b/.test(way))) return 'aiohttp.web.Application';
  return ways.some((way) => /^(?:flask|quart|sanic|bottle)/.test(way)) ? 'flask.Flask' : undefined;
}
