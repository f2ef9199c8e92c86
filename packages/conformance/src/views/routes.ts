import type { Row } from '@iama/gate';
import { defineView } from '@iama/gate';
import { endpointIndex, isOperational } from '../contract.ts';

/** Endpoints as specified beside routes as observed. */
export const routes = defineView({
  id: 'conformance/routes',
  title: 'Endpoints and routes',
  reads: ['endpoint'],
  columns: [
    { key: 'endpoint', title: 'Endpoint' },
    { key: 'state', title: 'Standing' },
    { key: 'contract', title: 'Contract' },
    { key: 'code', title: 'Code' },
    { key: 'chain', title: 'Before the handler' },
  ],
  *rows(graph) {
    const contract = endpointIndex(graph, 'specified');
    const code = endpointIndex(graph, 'observed');
    const shown = new Set<unknown>();
    const rows: { readonly id: string; readonly row: Row }[] = [];
    for (const endpoint of contract.all) {
      const { method, path } = endpoint.attributes;
      const found = code.find(method, path);
      for (const route of found) shown.add(route);
      rows.push({
        id: endpoint.id,
        row: {
          endpoint: { text: endpoint.id, at: endpoint.at },
          state: { text: found.length > 0 ? 'both' : 'contract only' },
          contract: { text: `${endpoint.at.path}:${endpoint.at.line}`, at: endpoint.at },
          code: found.map(({ at }) => ({ text: `${at.path}:${at.line}`, at })),
          chain: { text: [...new Set(found.flatMap(({ attributes }) => attributes.chain ?? []))].join(', ') },
        },
      });
    }
    for (const route of code.all) {
      if (shown.has(route)) continue;
      const { path, mount, chain } = route.attributes;
      const standing = isOperational(path, graph.settings.operational)
        ? 'operational'
        : mount === 'unknown'
          ? 'prefix unknown'
          : 'code only';
      rows.push({
        id: route.id,
        row: {
          endpoint: { text: route.id, at: route.at },
          state: { text: standing },
          contract: { text: '' },
          code: { text: `${route.at.path}:${route.at.line}`, at: route.at },
          chain: { text: (chain ?? []).join(', ') },
        },
      });
    }
    rows.sort((a, b) => byPath(a.id, b.id));
    for (const { row } of rows) yield row;
  },
});

/** By path, then method: an endpoint stands beside the route that is nearly the same. */
function byPath(a: string, b: string): number {
  const [methodA = '', pathA = ''] = a.split(' ');
  const [methodB = '', pathB = ''] = b.split(' ');
  return pathA < pathB ? -1 : pathA > pathB ? 1 : methodA < methodB ? -1 : methodA > methodB ? 1 : 0;
}
