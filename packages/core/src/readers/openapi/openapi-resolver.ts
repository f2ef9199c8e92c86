import type { EdgeFact, NodeFact, Problem, Resolver } from '@iama/model';
import { decoded } from './follow-ref.ts';
import type { FragmentData, PathData } from './fragment.ts';

/** Gives the operations that stand in files of their own the path under which the root file lists them. */
export const openapiResolver: Resolver = {
  name: 'openapi',
  version: 1,
  parts: ['openapi-path', 'openapi-item'],
  resolve(parts) {
    const fragments = new Map<string, FragmentData>();
    for (const part of parts) {
      if (part.kind !== 'openapi-item') continue;
      const data = part.data as FragmentData;
      fragments.set(`${data.file}#${data.pointer}`, data);
    }
    const nodes: NodeFact[] = [];
    const edges: EdgeFact[] = [];
    const problems: Problem[] = [];
    for (const part of parts) {
      if (part.kind !== 'openapi-path') continue;
      const { path, ref, scope, guarded } = part.data as PathData;
      const [file = '', pointer = ''] = ref.split('#');
      const found = fragments.get(`${beside(part.at.path, file)}#${pointer.replace(/\/$/, '')}`);
      if (!found) {
        problems.push({
          at: part.at,
          code: 'unresolved',
          message: `The operations of \`${path}\` stand in \`${ref}\`, which is no path item here`,
          hides: ['endpoint'],
        });
        continue;
      }
      for (const { node, edges: said } of found.endpoints) {
        const id = `${node.attributes.method} ${path}`;
        const version = /\/v(\d{1,2})(?:\/|$)/i.exec(path)?.[1];
        const known = version === undefined ? scope : `V${version}`;
        nodes.push({
          ...node,
          id,
          attributes: {
            ...node.attributes,
            path,
            ...(known === undefined ? {} : { version: known }),
            ...(node.attributes.protected === undefined && guarded !== undefined ? { protected: guarded } : {}),
          },
        });
        edges.push(...said.map((edge) => ({ ...edge, from: { kind: 'endpoint' as const, id } })));
      }
    }
    return { nodes, edges, problems };
  },
};

/** `docs/openapi.yaml` and `./paths/jobs.yaml` → `docs/paths/jobs.yaml`. */
function beside(path: string, file: string): string {
  const folders = path.split('/').slice(0, -1);
  for (const name of decoded(file).split('/')) {
    if (name === '..') folders.pop();
    else if (name !== '.' && name !== '') folders.push(name);
  }
  return folders.join('/');
}
