import type { Facts, NodeFact, Problem, Reader, ReadingContext, Source } from '@iama/model';
import { inferScope } from '../../document/infer-scope.ts';
import { describedCodes } from './described-codes.ts';
import type { Setting } from './described-endpoints.ts';
import { basePath, describedPaths } from './described-endpoints.ts';
import { describedFragment } from './fragment.ts';
import { readJson } from './read-json.ts';
import { readYaml } from './read-yaml.ts';
import type { Tree } from './tree.ts';
import { child, words } from './tree.ts';

const named = /(?:^|\/)[^/]*(?:openapi|swagger|api|oas)[^/]*\.(?:ya?ml|json)$/i;
const placed =
  /(?:^|\/)(?:docs?|specs?|specifications?|apis?|contracts?|openapi|swagger|schemas?|reference|paths)\/(?:[^/]+\/)*[^/]+\.(?:ya?ml|json)$/i;
const never =
  /(?:^|\/)(?:package(?:-lock)?|tsconfig[^/]*|composer|angular|jsconfig|nx|turbo|project|manifest|vercel|renovate)\.json$|(?:^|\/)(?:docker-compose|compose|mkdocs|pnpm-lock|pnpm-workspace|\.[^/]+)[^/]*\.ya?ml$|(?:^|\/)(?:node_modules|\.github|fixtures?|testdata|__tests__|locales?|i18n)\//i;
const marked = /^\s{0,3}["']?(?:openapi|swagger)["']?\s*:/m;
const markedJson = /"(?:openapi|swagger)"\s*:\s*"/;
const operation = /^\s*["']?(?:get|post|put|patch|delete)["']?\s*:/m;

/**
 * Reads OpenAPI 3 and Swagger 2 files: the same facts a contract in Markdown gives. Only files whose name or folder suggests
 * it are opened; what they are is decided by their content, and anything else says nothing.
 *
 * @implements IAMA-READ-004
 */
export function openapiReader(): Reader {
  return {
    name: 'openapi',
    version: 1,
    gives: ['document', 'endpoint', 'error-code'],
    accepts: (path) => (named.test(path) || placed.test(path)) && !never.test(path),
    read,
  };
}

function read(source: Source, context: ReadingContext): Facts {
  const text = source.text.replace(/^\uFEFF/, '');
  const json = /\.json$/i.test(source.path);
  const whole = (json ? markedJson : marked).test(text);
  if (!whole && !operation.test(text) && !(json && /"(?:get|post|put|patch|delete)"\s*:/.test(text))) return nothing;
  const tree = json ? readJson(text) : readYaml(text);
  if ('message' in tree) return whole ? { ...nothing, problems: [broken(source.path, tree)] } : nothing;
  const lines = text.split(/\r\n|\r|\n/);
  const version = words(child(tree, 'openapi')) ?? words(child(tree, 'swagger'));
  if (version === undefined)
    return {
      ...nothing,
      parts: describedFragment(tree, {
        path: source.path,
        lines,
        scope: undefined,
        base: '',
        idPatterns: context.idPatterns,
      }),
    };
  return describe(source, context, tree, lines, version);
}

const nothing: Facts = { nodes: [], edges: [], mentions: [], parts: [], problems: [] };

function describe(
  source: Source,
  context: ReadingContext,
  tree: Tree,
  lines: readonly string[],
  version: string,
): Facts {
  const title = words(child(tree, 'info', 'title'));
  const setting: Setting = {
    path: source.path,
    lines,
    scope: inferScope(source.path, title),
    base: basePath(tree) ?? '',
    idPatterns: context.idPatterns,
  };
  const outside = new Map<string, number>();
  const { endpoints, parts } = describedPaths(tree, setting, (ref, at) => {
    if (!outside.has(ref)) outside.set(ref, at.line);
  });
  const nodes: NodeFact[] = [
    documentNode(source.path, context, tree, version, setting.scope),
    ...endpoints.map(({ node }) => node),
    ...describedCodes(tree, endpoints, setting),
  ];
  return {
    nodes,
    edges: endpoints.flatMap(({ edges }) => edges),
    mentions: endpoints.flatMap(({ mentions }) => mentions),
    parts,
    problems: [...outside].map(([ref, line]) => ({
      at: { path: source.path, line, column: 1 },
      code: 'unresolved',
      message: `\`${ref}\` stands in another file; its fields are not known here`,
      hides: [],
    })),
  };
}

function documentNode(
  path: string,
  context: ReadingContext,
  tree: Tree,
  version: string,
  scope: string | undefined,
): NodeFact<'document'> {
  const format = child(tree, 'swagger') ? 'swagger' : 'openapi';
  const title = words(child(tree, 'info', 'title'));
  const edition = words(child(tree, 'info', 'version'));
  return {
    kind: 'document',
    id: path,
    side: 'specified',
    at: { path, line: 1, column: 1 },
    attributes: {
      role: context.role ?? 'api-contract',
      reason: context.role ? 'configuration' : `\`${format}: ${version}\``,
      ...(title === undefined ? {} : { title }),
      ...(edition === undefined ? {} : { version: edition }),
      ...(scope === undefined ? {} : { scope }),
    },
  };
}

function broken(path: string, { line, column, message }: { line: number; column: number; message: string }): Problem {
  return {
    at: { path, line, column },
    code: 'syntax',
    message: `The file does not parse: ${message}`,
    hides: ['endpoint', 'error-code'],
  };
}
