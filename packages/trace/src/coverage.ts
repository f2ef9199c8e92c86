import type { EdgeFact, GraphView, NodeFact, NodeRef, Place } from '@iama/model';

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
  readonly evidence: string;
}

export interface TestTouch extends Touch {
  /** Undefined: the tests named a file, no declared test. */
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

const securityLists = new Set(['security', 'telemetry']);

/** What touches the requirement, from edges in both directions; a thing that is named twice stands once. */
export function coverageOf(graph: CoverageGraph, id: string): Coverage {
  const coverage: Coverage = {
    endpoints: [],
    tables: [],
    transitions: [],
    code: [],
    tests: [],
    security: [],
    decisions: [],
    errorCodes: [],
  };
  const requirement: NodeRef = { kind: 'requirement', id };
  for (const edge of graph.edgesTo(requirement)) sort(graph, coverage, edge.from, edge);
  for (const edge of graph.edgesFrom(requirement, 'mentions')) sort(graph, coverage, edge.to, edge);
  for (const touch of [...coverage.endpoints, ...coverage.tables]) addObserved(graph, coverage.code, touch);
  return coverage;
}

function sort(graph: CoverageGraph, coverage: Coverage, node: NodeRef, edge: EdgeFact): void {
  const touch: Touch = { node, at: edge.at, how: edge.how, evidence: edge.evidence };
  switch (node.kind) {
    case 'endpoint':
      return once(coverage.endpoints, touch);
    case 'table':
      return once(coverage.tables, touch);
    case 'column':
      return once(coverage.tables, {
        ...touch,
        node: { kind: 'table', id: node.id.slice(0, node.id.lastIndexOf('.')) },
      });
    case 'state':
    case 'transition':
      return once(coverage.transitions, touch);
    case 'decision':
      return once(coverage.decisions, touch);
    case 'error-code':
      return once(coverage.errorCodes, touch);
    case 'item':
    case 'invariant':
      return isSecurity(graph, node) ? once(coverage.security, touch) : undefined;
    case 'test':
    case 'file':
      return edge.kind === 'verifies' ? addTest(graph, coverage.tests, touch) : once(coverage.code, touch);
  }
}

function once(list: Touch[], touch: Touch): void {
  const known = list.find((one) => one.node.id === touch.node.id && one.node.kind === touch.node.kind);
  if (!known) list.push(touch);
}

function isSecurity(graph: CoverageGraph, node: NodeRef): boolean {
  if (node.kind === 'invariant') return true;
  const item = graph.node('item', node.id);
  return item !== undefined && securityLists.has(item.attributes.list);
}

function addTest(graph: CoverageGraph, tests: TestTouch[], touch: Touch): void {
  if (tests.some((one) => one.node.id === touch.node.id)) return;
  const test = touch.node.kind === 'test' ? graph.node('test', touch.node.id) : undefined;
  if (!test) {
    tests.push(touch);
    return;
  }
  const { skipped, result } = test.attributes;
  const noEvidence = skipped ? 'skipped' : result !== undefined && result !== 'passed' ? result : undefined;
  tests.push({ ...touch, test, ...(noEvidence ? { noEvidence } : {}) });
}

/** Where the code of a specified endpoint or table stands. */
function addObserved(graph: CoverageGraph, code: Touch[], touch: Touch): void {
  const kind = touch.node.kind === 'endpoint' ? 'endpoint' : 'table';
  for (const node of graph.nodes(kind, { id: touch.node.id, side: 'observed' })) {
    code.push({ node: { kind, id: node.id }, at: node.at, how: 'derived', evidence: `${kind} \`${node.id}\`` });
  }
}

/** The tests that prove something: declared, not skipped, and not seen to fail. */
export function provingTests(coverage: Coverage): TestTouch[] {
  return coverage.tests.filter((touch) => touch.noEvidence === undefined);
}
