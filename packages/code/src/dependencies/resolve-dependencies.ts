import type { EdgeFact, NodeFact, Part, Place, Resolver } from '@iama/model';
import { localNames } from './local-names.ts';

export interface ManifestPart {
  readonly ecosystem: string;
  readonly origin: 'manifest' | 'image';
  readonly own?: string;
  readonly declared: readonly { name: string; version?: string; development?: boolean; at: Place }[];
}

export interface ImportsPart {
  readonly ecosystem: string;
  readonly test: boolean;
  readonly imports: readonly { name: string; at: Place; evidence: string }[];
}

/** Manifest entries and images as they stand; imports as the manifests call them, imports of the repository's own code left out. */
export const resolvedDependencies: Resolver = {
  name: 'dependencies',
  version: 1,
  parts: ['manifest', 'imports'],
  resolve(parts) {
    const manifests = dataOf<ManifestPart>(parts, 'manifest');
    const importing = dataOf<ImportsPart>(parts, 'imports');
    const nodes: NodeFact<'dependency'>[] = [];
    for (const { ecosystem, origin, declared } of manifests) {
      for (const { name, version, development, at } of declared) {
        nodes.push({
          kind: 'dependency',
          id: name,
          side: 'observed',
          at,
          attributes: {
            ecosystem,
            ...(version === undefined ? {} : { version }),
            ...(development === true ? { development } : {}),
            origin,
          },
        });
      }
    }
    const nameOf = localNames(manifests, importing);
    const edges: EdgeFact[] = [];
    const first = new Map<string, { ecosystem: string; name: string; at: Place; test: boolean }>();
    for (const { ecosystem, test, imports } of importing) {
      for (const one of imports) {
        const name = nameOf(ecosystem, one.name);
        if (name === undefined) continue;
        const key = `${ecosystem} ${name}`;
        const known = first.get(key);
        if (known === undefined || (known.test && !test)) first.set(key, { ecosystem, name, at: one.at, test });
        edges.push({
          kind: 'uses',
          from: { kind: 'file', id: one.at.path },
          to: { kind: 'dependency', id: name },
          at: one.at,
          how: 'derived',
          evidence: one.evidence,
        });
      }
    }
    for (const { ecosystem, name, at, test } of first.values()) {
      const attributes = { ecosystem, ...(test ? { development: true } : {}), origin: 'import' as const };
      nodes.push({ kind: 'dependency', id: name, side: 'observed', at, attributes });
    }
    return { nodes, edges, problems: [] };
  },
};

function dataOf<T>(parts: readonly Part[], kind: string): T[] {
  return parts.filter((part) => part.kind === kind).map((part) => part.data as T);
}
