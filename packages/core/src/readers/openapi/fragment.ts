import type { EdgeFact, Part } from '@iama/model';
import type { DescribedEndpoint, Setting } from './described-endpoints.ts';
import { describedItem, methods } from './described-endpoints.ts';
import type { Tree } from './tree.ts';
import { child, entries } from './tree.ts';

/** Operations that wait for the path a root file gives them. */
export interface FragmentData {
  readonly file: string;
  /** Where in the file the path item stands: empty, or `/jobs`. */
  readonly pointer: string;
  readonly endpoints: readonly Pick<DescribedEndpoint, 'node' | 'edges'>[];
}

/** A path whose operations stand in another file. */
export interface PathData {
  readonly path: string;
  readonly ref: string;
  readonly scope?: string;
  readonly guarded?: boolean;
}

/** Path items in a file of their own, which the root file refers to: their operations wait for a path. */
export function describedFragment(tree: Tree, setting: Setting): Part[] {
  const holders: (readonly [string, Tree])[] = isItem(tree)
    ? [['', tree]]
    : entries(tree).flatMap(([name, { value }]) =>
        isItem(value) ? [[`/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, value] as const] : [],
      );
  return holders.map(([pointer, item]) => {
    const endpoints = describedItem(tree, item, '', setting, false, () => undefined).map(
      ({ node, edges, mentions }) => ({
        node,
        edges: [
          ...edges,
          ...mentions.map(
            (mention): EdgeFact => ({
              kind: 'specifies',
              from: { kind: 'endpoint', id: node.id },
              to: { kind: 'requirement', id: mention.token },
              at: mention.at,
              how: 'derived',
              evidence: mention.evidence,
            }),
          ),
        ],
      }),
    );
    const data: FragmentData = { file: setting.path, pointer, endpoints };
    return { kind: 'openapi-item', at: { path: setting.path, line: item.line, column: item.column }, data };
  });
}

function isItem(tree: Tree): boolean {
  return entries(tree).some(
    ([name, { value }]) =>
      methods.includes(name.toLowerCase()) &&
      (child(value, 'responses') !== undefined || child(value, 'operationId') !== undefined),
  );
}
