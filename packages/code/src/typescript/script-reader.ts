import type { ModuleReader } from './module-reader.ts';
import { lowerModule } from './script/lower-module.ts';
import { isSilent } from './script/prune-script.ts';

const lays =
  /\b(express|fastify|hono|koa|polka|restify|nestjs)\b|[rR]outer\b|\.(get|post|put|patch|delete|all|use|route|register|routes|mount|basePath)\s*[(<]/i;
const gives = /\bexport\b|\bmodule\.exports\b|\bexports\.\w+\s*=/;
/** A page is read only when it serves. */
const frames = /['"](hono|express|fastify|koa|@nestjs\/common)['"/]|export\s*(\*|\{[^}]*\})\s*from/;
const draws = /from ['"](@angular\/|react['"/]|react-dom|vue['"/]|svelte|solid-js)/;
const takes = /\bimport\b|\brequire\(/;

/** Keeps of every file what decides routes and constants, to be run when all files are known. Tests decide nothing. */
export const scriptReader: ModuleReader = {
  name: 'script',
  kinds: ['endpoint'],
  wants: (text, path) => {
    if (/x$/.test(path) || draws.test(text)) return frames.test(text);
    return lays.test(text) || gives.test(text) || takes.test(text);
  },
  read(module) {
    const script = lowerModule(module);
    if (isSilent(script)) return {};
    return { parts: [{ kind: 'script', at: { path: module.path, line: 1, column: 1 }, data: script }] };
  },
};
