import type { EdgeFact, Mention, NodeFact, Part } from '@iama/model';
import { joinBase } from '../api-contract/base-path.ts';
import { readEndpointPath } from '../api-contract/endpoint-path.ts';
import { followRef } from './follow-ref.ts';
import { mentionsIn } from './named-requirements.ts';
import type { Outside } from './operation.ts';
import { readOperation } from './operation.ts';
import type { Tree } from './tree.ts';
import { child, entries, items, words } from './tree.ts';

export const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'];

/** What one operation becomes. */
export interface DescribedEndpoint {
  readonly node: NodeFact<'endpoint'>;
  readonly edges: readonly EdgeFact[];
  readonly mentions: readonly Mention[];
}

export interface DescribedPaths {
  readonly endpoints: readonly DescribedEndpoint[];
  /** Paths whose operations stand in another file. */
  readonly parts: readonly Part[];
}

/** What holds for the whole file: where it is, its version scope, whether anything in it is guarded. */
export interface Setting {
  readonly path: string;
  readonly lines: readonly string[];
  readonly scope: string | undefined;
  readonly base: string;
  readonly idPatterns: readonly string[];
}

/** Every operation below `paths`, with its full path. */
export function describedPaths(root: Tree, setting: Setting, outside: Outside): DescribedPaths {
  const endpoints: DescribedEndpoint[] = [];
  const parts: Part[] = [];
  const guards = child(root, 'security') !== undefined || anySecurity(root);
  for (const [written, { value, line, column }] of entries(child(root, 'paths'))) {
    if (!written.startsWith('/')) continue;
    const ref = words(child(value, '$ref'));
    const base = basePath(value) ?? setting.base;
    const path = readEndpointPath(fullPath(base, written))?.path;
    if (path === undefined) continue;
    if (ref !== undefined && !ref.startsWith('#')) {
      const guarded = guards ? isGuarded(child(root, 'security')) : undefined;
      parts.push({
        kind: 'openapi-path',
        at: { path: setting.path, line, column },
        data: { path, ref, scope: setting.scope, guarded },
      });
      continue;
    }
    const item = ref === undefined ? value : followRef(root, value, outside);
    endpoints.push(...describedItem(root, item, path, setting, guards, outside));
  }
  return { endpoints, parts };
}

/** The operations of one path item. */
export function describedItem(
  root: Tree,
  item: Tree | undefined,
  path: string,
  setting: Setting,
  guards: boolean,
  outside: Outside,
): DescribedEndpoint[] {
  return entries(item).flatMap(([name, { value, line, column }]) => {
    if (!methods.includes(name.toLowerCase()) || value.kind !== 'map') return [];
    return [
      describedOperation(
        root,
        name.toUpperCase(),
        path,
        value,
        { line, column },
        child(item, 'parameters'),
        setting,
        guards,
        outside,
      ),
    ];
  });
}

function describedOperation(
  root: Tree,
  method: string,
  path: string,
  operation: Tree,
  where: { readonly line: number; readonly column: number },
  shared: Tree | undefined,
  setting: Setting,
  guards: boolean,
  outside: Outside,
): DescribedEndpoint {
  const { detail } = readOperation(root, method, path, operation, shared, outside);
  const id = `${method} ${path}`;
  const summary =
    words(child(operation, 'summary')) ??
    words(child(operation, 'operationId')) ??
    words(child(operation, 'description'))?.split(/\n|(?<=[.。])\s/)[0];
  const security = child(operation, 'security') ?? child(root, 'security');
  const guarded = security ? isGuarded(security) : guards ? false : undefined;
  const version = /\/v(\d{1,2})(?:\/|$)/i.exec(path)?.[1];
  const scope = version === undefined ? setting.scope : `V${version}`;
  const place = (line: number, column = 1) => ({ path: setting.path, line, column });
  const node: NodeFact<'endpoint'> = {
    kind: 'endpoint',
    id,
    side: 'specified',
    at: place(where.line, where.column),
    attributes: {
      method,
      path,
      ...(summary ? { summary: summary.trim().slice(0, 200) } : {}),
      ...(scope === undefined ? {} : { version: scope }),
      statuses: [...detail.statuses],
      errorCodes: detail.codes.map(({ code }) => code),
      denialReasons: [...detail.denialReasons],
      request: [...detail.request],
      response: [...detail.replies].sort((a, b) => (a.status ?? 0) - (b.status ?? 0)),
      ...(guarded === undefined ? {} : { protected: guarded }),
      lastLine: Math.max(where.line, lastLine(operation)),
    },
  };
  const edges = detail.codes.map(
    ({ code, line }): EdgeFact => ({
      kind: 'emits',
      from: { kind: 'endpoint', id },
      to: { kind: 'error-code', id: code },
      at: place(line),
      how: 'derived',
      evidence: (setting.lines[line - 1] ?? '').trim().slice(0, 160),
    }),
  );
  return { node, edges, mentions: mentionsIn(operation, { kind: 'endpoint', id }, setting) };
}

/** The greatest line a value of it begins on. */
function lastLine(tree: Tree): number {
  let last = tree.line;
  const seen = new Set<Tree>([tree]);
  for (const at of seen) {
    last = Math.max(last, at.line);
    if (seen.size > 5000) break;
    for (const item of items(at)) seen.add(item);
    for (const [, { line, value }] of entries(at)) {
      last = Math.max(last, line);
      if (value.line >= tree.line) seen.add(value);
    }
  }
  return last;
}

/** An empty list, or an alternative that asks for nothing, lets everybody in. */
export function isGuarded(security: Tree | undefined): boolean {
  const ways = items(security);
  return ways.length > 0 && ways.every((way) => entries(way).length > 0);
}

function anySecurity(root: Tree): boolean {
  return entries(child(root, 'paths')).some(([, { value }]) =>
    entries(value).some(([, operation]) => child(operation.value, 'security') !== undefined),
  );
}

/** Path of the first server, or Swagger 2's `basePath`; variables by their defaults. */
export function basePath(holder: Tree | undefined): string | undefined {
  const old = words(child(holder, 'basePath'));
  if (old !== undefined) return old.replace(/\/+$/, '');
  const server = items(child(holder, 'servers'))[0];
  const url = words(child(server, 'url'));
  if (url === undefined) return undefined;
  const filled = url.replace(
    /\{([^{}]+)\}/g,
    (all, name: string) => words(child(server, 'variables', name, 'default')) ?? all,
  );
  const path = filled
    .replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '')
    .replace(/^\/\/[^/]*/, '')
    .replace(/[?#].*$/, '');
  return `/${path.replace(/^\/+|\/+$/g, '')}`.replace(/^\/$/, '');
}

function fullPath(base: string, path: string): string {
  return path === base || path.startsWith(`${base}/`) ? path : joinBase(base, path);
}
