import type { Cell } from '@iama/gate';
import { defineView, inScope } from '@iama/gate';
import type { NodeFact } from '@iama/model';
import type { Coverage, TestTouch, Touch } from '../coverage.ts';
import { coverageKinds, coverageOf, provingTests } from '../coverage.ts';
import { needs, requirementsOnce } from '../scope.ts';

/**
 * Which requirements the matrix shows.
 *
 * @implements IAMA-TRACE-001
 */
export interface MatrixQuestion {
  readonly ids?: readonly string[];
  readonly scope?: string;
  readonly priority?: string;
  readonly status?: 'uncovered' | 'untested' | 'orphan';
  /** Counts instead of names: what fits a terminal. */
  readonly compact: boolean;
}

/** The Requirement Trace Matrix of the workflow (§6.2): its six columns, and the code. */
export const matrix = defineView<MatrixQuestion>({
  id: 'trace/matrix',
  title: 'Requirement trace matrix',
  reads: coverageKinds,
  columns: [
    { key: 'id', title: 'Requirement' },
    { key: 'priority', title: 'Priority', short: 'P' },
    { key: 'endpoints', title: 'API endpoints', short: 'API' },
    { key: 'tables', title: 'DB entities', short: 'DB' },
    { key: 'transitions', title: 'Workflow transitions', short: 'Flow' },
    { key: 'code', title: 'Code', short: 'Code' },
    { key: 'tests', title: 'Tests', short: 'Tests' },
    { key: 'security', title: 'Security and compliance', short: 'Sec' },
    { key: 'open', title: 'Open', short: 'Open' },
  ],
  *rows(graph, asked) {
    for (const requirement of requirementsOnce(graph)) {
      if (asked.ids && !asked.ids.includes(requirement.id)) continue;
      const { version, priority } = requirement.attributes;
      if (asked.scope !== undefined && version !== asked.scope) continue;
      if (asked.priority !== undefined && priority?.toUpperCase() !== asked.priority.toUpperCase()) continue;
      const coverage = coverageOf(graph, requirement.id);
      if (asked.status && !hasStatus(coverage, asked.status)) continue;
      const list = (touches: readonly Touch[]) => cells(touches, asked.compact);
      yield {
        id: { text: requirement.id, at: requirement.at },
        priority: { text: priority ?? '' },
        endpoints: list(coverage.endpoints),
        tables: list(coverage.tables),
        transitions: list(coverage.transitions),
        code: asked.compact ? count(coverage.code.length) : places(coverage.code),
        tests: asked.compact ? testCount(coverage.tests) : coverage.tests.map(testCell),
        security: list(coverage.security),
        open: { text: open(requirement, coverage, graph.settings).join(', ') },
      };
    }
  },
});

function hasStatus(coverage: Coverage, status: NonNullable<MatrixQuestion['status']>): boolean {
  const untested = provingTests(coverage).length === 0;
  const uncovered = coverage.code.length === 0;
  if (status === 'untested') return untested;
  if (status === 'uncovered') return uncovered;
  return (
    uncovered && untested && coverage.endpoints.length + coverage.tables.length + coverage.transitions.length === 0
  );
}

function open(
  requirement: NodeFact<'requirement'>,
  coverage: Coverage,
  settings: Parameters<typeof needs>[2],
): string[] {
  const { attributes } = requirement;
  if (!inScope(attributes.version, settings)) return ['later version'];
  const missing: string[] = [];
  if (attributes.acceptance.length === 0) missing.push('acceptance');
  if (settings.code) {
    if (needs(requirement, settings.implementation, settings) && coverage.code.length === 0) missing.push('code');
    if (needs(requirement, settings.test, settings) && provingTests(coverage).length === 0) missing.push('test');
  }
  return missing;
}

function count(number: number): Cell {
  return { text: number === 0 ? '' : String(number) };
}

function cells(touches: readonly Touch[], compact: boolean): Cell | Cell[] {
  if (compact) return count(touches.length);
  return touches.map(({ node, at, how }) => ({ text: how === 'guessed' ? `${node.id}?` : node.id, at }));
}

function places(touches: readonly Touch[]): Cell[] {
  const seen = new Set<string>();
  return touches.flatMap(({ at }) => {
    const text = `${at.path}:${at.line}`;
    if (seen.has(text)) return [];
    seen.add(text);
    return [{ text, at }];
  });
}

function testCount(tests: readonly TestTouch[]): Cell {
  const proving = tests.filter((test) => test.noEvidence === undefined).length;
  if (tests.length === 0) return { text: '' };
  return { text: proving === tests.length ? String(proving) : `${proving}/${tests.length}` };
}

function testCell({ node, at, test, noEvidence }: TestTouch): Cell {
  const result = noEvidence ?? test?.attributes.result;
  return { text: `${node.id}${result ? ` (${result})` : ''}`, at: test?.at ?? at };
}
