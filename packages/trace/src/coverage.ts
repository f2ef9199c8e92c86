import type { EdgeFact, GraphView, NodeFact, NodeKind, NodeRef, Place } from '@iama/model';

/** The kinds that say what covers a requirement. */
export const coverageKinds = [
  'requirement',
  'document',
  'endpoint',
  'table',
  'column',
  'state',
  'transition',
  'test',
  'file',
  'item',
  'invariant',
  'error-code',
  'config-key',
  'decision',
  'acceptance',
] as const;

export type CoverageGraph = GraphView<(typeof coverageKinds)[number]>;

/** Something that touches a requirement, and how that is known. */
export interface Touch {
  readonly node: NodeRef;
  readonly at: Place;
  readonly how: EdgeFact['how'];
}

export interface TestTouch extends Touch {
  /** Undefined: a whole test file names the requirement, no declared test does. */
  readonly test?: NodeFact<'test'>;
  /** Why it proves nothing; undefined when it does. */
  readonly noEvidence?: string;
}

/** Everything that touches one requirement: the columns of the trace matrix. */
export interface Coverage {
  readonly endpoints: Touch[];
  readonly tables: Touch[];
  readonly transitions: Touch[];
  readonly code: Touch[];
  readonly tests: TestTouch[];
  readonly security: Touch[];
  readonly decisions: Touch[];
  readonly errorCodes: Touch[];
}

const lists: Partial<Record<NodeKind, keyof Coverage>> = {
  endpoint: 'endpoints',
  table: 'tables',
  column: 'tables',
  state: 'transitions',
  transition: 'transitions',
  decision: 'decisions',
  'error-code': 'errorCodes',
  item: 'security',
  invariant: 'security',
};

/** What touches the requirement; empty lists when nothing does. */
export function coverageOf(graph: CoverageGraph, id: string): Coverage {
  return graph.once('trace/coverage', () => allCoverage(graph)).get(id) ?? emptyCoverage();
}

/** The tests that prove something: not skipped, and not seen to fail. */
export function provingTests(coverage: Coverage): TestTouch[] {
  return coverage.tests.filter((touch) => touch.noEvidence === undefined);
}

function emptyCoverage(): Coverage {
  return {
    endpoints: [],
    tables: [],
    transitions: [],
    code: [],
    tests: [],
    security: [],
    decisions: [],
    errorCodes: [],
  };
}

/** Reads every edge once. A thing that is tied to a requirement in several ways stands once in its list. */
function allCoverage(graph: CoverageGraph): Map<string, Coverage> {
  const covered = new Map<string, Coverage>();
  const tests = new Map(graph.nodes('test').map((test) => [test.id, test]));
  const security = securityItems(graph);
  const observed = observedNodes(graph);
  const add = (id: string, node: NodeRef, edge: EdgeFact) => {
    const coverage = covered.get(id) ?? emptyCoverage();
    covered.set(id, coverage);
    const touch: Touch = { node, at: edge.at, how: edge.how };
    if (node.kind === 'test' || node.kind === 'file') {
      if (edge.kind === 'verifies') once(coverage.tests, testTouch(touch, tests));
      else once(coverage.code, touch);
      return;
    }
    const list = lists[node.kind];
    if (list === undefined || (node.kind === 'item' && !security.has(node.id))) return;
    const owner =
      node.kind === 'column' ? { kind: 'table' as const, id: node.id.slice(0, node.id.lastIndexOf('.')) } : node;
    once(coverage[list], { ...touch, node: owner });
    for (const at of observed.get(`${owner.kind} ${owner.id}`) ?? [])
      coverage.code.push({ node: owner, at, how: 'derived' });
  };
  for (const kind of ['specifies', 'implements', 'verifies', 'mentions'] as const) {
    for (const edge of graph.edges(kind)) {
      if (edge.to.kind === 'requirement') add(edge.to.id, edge.from, edge);
      else if (edge.from.kind === 'requirement') add(edge.from.id, edge.to, edge);
    }
  }
  return covered;
}

function once(list: Touch[], touch: Touch): void {
  const { kind, id } = touch.node;
  if (!list.some(({ node }) => node.kind === kind && node.id === id)) list.push(touch);
}

function testTouch(touch: Touch, tests: ReadonlyMap<string, NodeFact<'test'>>): TestTouch {
  const test = tests.get(touch.node.id);
  if (!test) return touch;
  const { skipped, result } = test.attributes;
  const noEvidence = skipped ? 'skipped' : result !== undefined && result !== 'passed' ? result : undefined;
  return { ...touch, test, ...(noEvidence ? { noEvidence } : {}) };
}

function securityItems(graph: CoverageGraph): Set<string> {
  const items = graph.nodes('item').filter(({ attributes: { list } }) => list === 'security' || list === 'telemetry');
  return new Set(items.map((item) => item.id));
}

/** Where the code of endpoints and tables stands, by kind and id. */
function observedNodes(graph: CoverageGraph): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const kind of ['endpoint', 'table'] as const) {
    for (const { id, at } of graph.nodes(kind, { side: 'observed' })) {
      const key = `${kind} ${id}`;
      places.set(key, [...(places.get(key) ?? []), at]);
    }
  }
  return places;
}
