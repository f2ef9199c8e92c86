import type { GraphView, NodeFact, Place } from '@iama/model';
import { endpointShape } from '@iama/model';
import { standingDocuments } from './standing-documents.ts';

type Passage = NodeFact<'passage'>;
type NeedGraph = GraphView<'passage' | 'endpoint' | 'table' | 'column' | 'document'>;

export interface VersionNeed {
  /** What needs it, with its version, and what is needed, with its own. */
  readonly needs: string;
  readonly version: string;
  readonly needed: string;
  readonly later: string;
  readonly at: Place;
  readonly defined: Place;
  readonly places: readonly Place[];
}

/** Normative lines and tables of one version that need what only a later version defines, one for each thing needed. */
export function versionNeeds(graph: NeedGraph): VersionNeed[] {
  const later = laterThings(graph);
  const found = new Map<string, VersionNeed>();
  const add = (need: Omit<VersionNeed, 'places'>) => {
    const key = `${need.needs}\u0000${need.needed}`;
    const known = found.get(key);
    found.set(key, known ? { ...known, places: [...known.places, need.at] } : { ...need, places: [] });
  };
  for (const passage of graph.nodes('passage')) for (const need of needsOf(graph, passage, later)) add(need);
  for (const column of graph.nodes('column', { side: 'specified' })) {
    const to = column.attributes.references?.split(/[.(]/)[0];
    const target = to === undefined ? undefined : later.get(`table ${to}`);
    const own = graph.node('table', column.attributes.table);
    if (!target || !own || !standingDocuments(graph).has(column.at.path)) continue;
    const version = column.attributes.version ?? own.attributes.version ?? 'V1';
    if (isLater(target.version, version))
      add({ needs: column.id, version, needed: to ?? '', later: target.version, at: column.at, defined: target.at });
  }
  return [...found.values()];
}

interface Thing {
  readonly version: string;
  readonly at: Place;
}

/** Requirements, endpoints and tables that one version after the first defines and no other does. */
function laterThings(graph: NeedGraph): Map<string, Thing> {
  const versions = new Map<string, Thing[]>();
  const add = (key: string, version: string | undefined, at: Place) => {
    if (version !== undefined) versions.set(key, [...(versions.get(key) ?? []), { version, at }]);
  };
  const standing = standingDocuments(graph);
  for (const { at, attributes } of graph.nodes('passage')) {
    const version = /^V(\d+)-/.exec(attributes.anchor)?.[1];
    if (version !== undefined && standing.has(at.path)) add(`id ${attributes.anchor}`, `V${version}`, at);
  }
  for (const { id, at, attributes } of graph.nodes('endpoint', { side: 'specified' })) {
    const version = attributes.version ?? /\/v(\d+)\//i.exec(id)?.[1];
    add(
      `endpoint ${endpointShape(id)}`,
      version === undefined ? undefined : version.replace(/^(?=\d)/, 'V').toUpperCase(),
      at,
    );
  }
  for (const { id, at, attributes } of graph.nodes('table', { side: 'specified' }))
    add(`table ${id}`, attributes.version, at);
  const later = new Map<string, Thing>();
  for (const [key, things] of versions) {
    const [first] = things;
    if (first && things.every(({ version }) => version === first.version) && isLater(first.version, 'V1'))
      later.set(key, first);
  }
  return later;
}

const elsewhere =
  /\b(?:out of scope|future|roadmap|later|deferred|migration|compatib\w+|non-goals?|not in scope|beyond|next version)\b|范围外|範圍外/i;

function needsOf(graph: NeedGraph, passage: Passage, later: ReadonlyMap<string, Thing>): Omit<VersionNeed, 'places'>[] {
  const { anchor, names, coded, strengths, versions } = passage.attributes;
  const document = standingDocuments(graph).get(passage.at.path);
  const version = versionOf(passage, document?.attributes.scope);
  if (!document || version === undefined || elsewhere.test(passage.at.section ?? '')) return [];
  const needs = /-\d/.test(anchor) ? anchor : (passage.at.section ?? passage.at.path);
  const normative = names.filter(({ line }) => strengths.some((strength) => strength.line === line));
  const flow = titled(passage) === version ? coded : [];
  return [...normative, ...flow].flatMap(({ text, line }) => {
    const thing =
      later.get(`id ${text}`) ??
      later.get(`endpoint ${endpointShape(text)}`) ??
      later.get(`table ${text.split('.')[0] ?? ''}`);
    if (!thing || !isLater(thing.version, version)) return [];
    if (versions.some((said) => said.line === line && said.text === thing.version)) return [];
    return [{ needs, version, needed: text, later: thing.version, at: { ...passage.at, line }, defined: thing.at }];
  });
}

/** The version of a passage: of its id, its heading, or its document; none when its document is of another one. */
function versionOf(passage: Passage, scope: string | undefined): string | undefined {
  const id = /^V(\d+)-/.exec(passage.attributes.anchor)?.[1];
  const said = id === undefined ? (titled(passage) ?? scope) : `V${id}`;
  return scope !== undefined && said !== undefined && said !== scope ? undefined : said;
}

function titled({ at }: Passage): string | undefined {
  const found = [
    ...new Set([...(at.section ?? '').matchAll(/(?<![\w.])V\d{1,2}(?![\w.])/g)].map(([version]) => version)),
  ];
  return found.length === 1 ? found[0] : undefined;
}

function isLater(one: string, other: string): boolean {
  const number = (version: string) => Number(/\d+/.exec(version)?.[0] ?? 0);
  return number(one) > number(other);
}
