import type { Mention, NodeRef } from '@iama/model';
import type { Setting } from './described-endpoints.ts';
import type { Tree } from './tree.ts';
import { entries, items } from './tree.ts';

const id = /(?<![\w.-])[A-Z][A-Z0-9]*(?:[-_.][A-Z0-9]+)*[-_.]\d+[A-Za-z]?(?![\w-])/g;
const telling = /^(?:summary|description|tags|operationId|externalDocs|x-.*(?:req|trace|spec|story|ticket).*)$/i;

/** Requirement ids that an operation names in its words: description, summary, tags and `x-requirement` keys. */
export function mentionsIn(operation: Tree, within: NodeRef, setting: Setting): Mention[] {
  const found: Mention[] = [];
  const patterns = [id, ...setting.idPatterns.flatMap((source) => compiled(source))];
  const read = (tree: Tree): void => {
    for (const item of items(tree)) read(item);
    for (const [, { value }] of entries(tree)) read(value);
    if (tree.kind !== 'scalar' || typeof tree.value !== 'string') return;
    for (const [index, text] of tree.value.split('\n').entries()) {
      for (const pattern of patterns) {
        for (const [token] of text.matchAll(pattern)) {
          const line = placed(setting.lines, tree.line, index, token);
          if (token === '' || found.some((one) => one.token === token && one.at.line === line)) continue;
          found.push({
            form: 'id',
            token,
            at: { path: setting.path, line, column: 1 },
            within,
            evidence: (setting.lines[line - 1] ?? text).trim().slice(0, 160),
          });
        }
      }
    }
  };
  for (const [name, { value }] of entries(operation)) if (telling.test(name)) read(value);
  return found;
}

/** The line a word of a scalar stands on: block scalars begin below their key. */
function placed(lines: readonly string[], from: number, offset: number, token: string): number {
  for (const line of [from + offset, from + offset + 1, from]) if (lines[line - 1]?.includes(token)) return line;
  const found = lines.findIndex((text, index) => index >= from - 1 && text.includes(token));
  return found < 0 ? from : found + 1;
}

function compiled(source: string): RegExp[] {
  try {
    return [new RegExp(source, 'g')];
  } catch {
    return [];
  }
}
