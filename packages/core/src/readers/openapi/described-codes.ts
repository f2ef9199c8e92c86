import type { NodeFact } from '@iama/model';
import type { DescribedEndpoint, Setting } from './described-endpoints.ts';
import type { Tree } from './tree.ts';
import { child, entries, items, words } from './tree.ts';

const failure = /error|problem|fault|fail|denial|exception/i;
const codeKey = /^(?:error_?code|err_?code|code|error_?type|error|reason_?code)$/i;
const denialKey = /^denial_?reasons?$/i;
const shaped = /^(?:[A-Z][A-Z0-9]*(?:[_.-][A-Z0-9]+)*|[a-z][a-z0-9]*(?:[_.:/-][a-z0-9]+)+|(?:[A-Z][a-z0-9]+){2,})$/;

interface Listed {
  readonly code: string;
  readonly line: number;
  readonly family: 'error' | 'denial';
  readonly meaning?: string;
}

/**
 * The codes a file defines: members of enums in error schemas, else those its error replies name. The status is known when
 * every reply that names the code has the same.
 */
export function describedCodes(
  root: Tree,
  endpoints: readonly DescribedEndpoint[],
  setting: Setting,
): NodeFact<'error-code'>[] {
  const schemas = [...entries(child(root, 'components', 'schemas')), ...entries(child(root, 'definitions'))];
  const listed = schemas.flatMap(([name, { value }]) => listedIn(name, value));
  const replied = endpoints.flatMap(({ edges }) =>
    edges.map((edge): Listed => ({ code: edge.to.id, line: edge.at.line, family: 'error' })),
  );
  const all = listed.some(({ family }) => family === 'error') ? listed : [...listed, ...replied];
  const statuses = statusOfCodes(endpoints);
  const seen = new Set<string>();
  return all
    .sort((a, b) => a.line - b.line)
    .filter(({ code }) => !seen.has(code) && seen.add(code))
    .map(({ code, line, family, meaning }) => {
      const known = statuses.get(code);
      const only = known?.size === 1 ? [...known][0] : undefined;
      return {
        kind: 'error-code' as const,
        id: code,
        side: 'specified' as const,
        at: { path: setting.path, line, column: 1 },
        attributes: {
          ...(only === undefined ? {} : { httpStatus: only }),
          ...(meaning ? { meaning: meaning.slice(0, 200) } : {}),
          family,
        },
      };
    });
}

function listedIn(name: string, schema: Tree): Listed[] {
  const inName = failure.test(name);
  const family = /denial/i.test(name) ? 'denial' : 'error';
  if (inName && child(schema, 'enum')) return members(schema, family);
  const found: Listed[] = [];
  const walk = (tree: Tree | undefined, depth: number): void => {
    if (!tree || depth > 5) return;
    for (const key of ['allOf', 'oneOf', 'anyOf']) for (const part of items(child(tree, key))) walk(part, depth + 1);
    for (const [key, { value }] of entries(child(tree, 'properties'))) {
      if (denialKey.test(key)) found.push(...members(value, 'denial'));
      else if (codeKey.test(key) && (inName || /err/i.test(key))) found.push(...members(value, family));
      walk(value, depth + 1);
    }
  };
  walk(schema, 0);
  return found;
}

function members(schema: Tree, family: 'error' | 'denial'): Listed[] {
  const told =
    child(schema, 'x-enum-descriptions') ?? child(schema, 'x-enumDescriptions') ?? child(schema, 'x-enum-varnames');
  return items(child(schema, 'enum')).flatMap((one, index) => {
    const code = words(one);
    if (code === undefined || !shaped.test(code)) return [];
    const meaning = words(child(told, code)) ?? words(items(told)[index]);
    return [{ code, line: one.line, family, ...(meaning === undefined ? {} : { meaning }) }];
  });
}

function statusOfCodes(endpoints: readonly DescribedEndpoint[]): Map<string, Set<number>> {
  const statuses = new Map<string, Set<number>>();
  for (const { node } of endpoints) {
    for (const reply of node.attributes.response) {
      // A reply that may carry any code of the enum says nothing about one code's status.
      if (reply.status === undefined || (reply.errorCodes?.length ?? 0) > 6) continue;
      for (const code of reply.errorCodes ?? [])
        statuses.set(code, (statuses.get(code) ?? new Set()).add(reply.status));
    }
  }
  return statuses;
}
