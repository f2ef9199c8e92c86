import type { GraphView, NodeFact, Problem } from '@iama/model';
import { describe, expect, it } from 'vitest';
import { defineGate } from './gate.ts';
import { judge } from './judge.ts';
import { runGates } from './run-gates.ts';

const requirement = (id: string, path: string, line: number): NodeFact<'requirement'> => ({
  kind: 'requirement',
  id,
  side: 'specified',
  at: { path, line, column: 1 },
  attributes: {
    title: id,
    text: id,
    strength: 'MUST',
    acceptance: [],
    fields: {},
    form: 'list',
    fingerprint: '',
    lastLine: line,
  },
});

function graphOf(nodes: readonly NodeFact[], problems: readonly Problem[] = []): GraphView {
  return {
    settings: {
      versions: [],
      implementation: { priorities: [], exceptStatuses: [] },
      test: { priorities: [], exceptStatuses: [] },
      code: true,
      operational: [],
    },
    nodes: (kind) => nodes.filter((node) => node.kind === kind) as never,
    node: () => undefined,
    edgesFrom: () => [],
    edgesTo: () => [],
    edges: () => [],
    mentions: () => [],
    nearest: () => undefined,
    problems: () => [...problems],
    once: (_name, compute) => compute(),
  };
}

const everyRequirement = defineGate({
  id: 'trace/every-requirement',
  title: 'Nothing is required',
  phase: 1,
  severity: 'error',
  since: '0.1.0',
  source: '§6.2',
  rationale: 'For this test',
  hint: 'None',
  reads: ['requirement'],
  messages: { there: ({ id }: { id: string }) => `There is \`${id}\`` },
  examples: [
    { name: 'one', files: {}, expect: [] },
    { name: 'none', files: {}, expect: [] },
  ],
  *evaluate(graph, found) {
    for (const node of graph.nodes('requirement'))
      yield found.there({ id: node.id }, node, node.id === 'C-1' ? { stop: 'S4' } : {});
  },
});

const options = { command: 'check', graph: 'key', looked: { requirements: 1 } };

// @verifies IAMA-CLI-001
describe('gates', () => {
  it('give findings in order of place, with ids that survive a move and tell repeats apart', () => {
    const before = runGates(
      [everyRequirement],
      graphOf([requirement('B-1', 'b.md', 9), requirement('A-1', 'a.md', 4), requirement('A-1', 'a.md', 8)]),
    );
    const after = runGates(
      [everyRequirement],
      graphOf([requirement('B-1', 'c.md', 1), requirement('A-1', 'a.md', 5), requirement('A-1', 'a.md', 9)]),
    );
    expect(before.findings.map(({ at }) => `${at.path}:${at.line}`)).toEqual(['a.md:4', 'a.md:8', 'b.md:9']);
    expect(new Set(before.findings.map(({ id }) => id)).size).toBe(3);
    expect(after.findings.map(({ id }) => id)).toEqual(before.findings.map(({ id }) => id));
  });

  it('may not read what they did not declare', () => {
    const liar = { ...everyRequirement, reads: ['endpoint' as const] };
    expect(() => runGates([liar], graphOf([]))).toThrow('reads `requirement` without declaring it');
  });

  it.each([
    ['nothing found', [], 'pass', 0],
    ['an error', ['A-1'], 'fail', 1],
    ['a stop outranks an error', ['A-1', 'C-1'], 'stop', 3],
  ])('%s', (_, ids, verdict, exit) => {
    const run = runGates([everyRequirement], graphOf(ids.map((id) => requirement(id, 'a.md', 1))));
    expect(judge(run, options)).toMatchObject({ verdict, exit });
  });

  it('fail on a warning only when told to', () => {
    const run = runGates([everyRequirement], graphOf([requirement('A-1', 'a.md', 1)]), {
      severity: { 'trace/every-requirement': 'warn' },
    });
    expect(judge(run, options)).toMatchObject({ verdict: 'pass', counts: { warn: 1 } });
    expect(judge(run, { ...options, failOn: 'warn' })).toMatchObject({ verdict: 'fail' });
  });

  it('can not verify what an unread source may hide, and say so', () => {
    const problem = (hides: Problem['hides']): Problem => ({
      at: { path: 'x.md', line: 1, column: 1 },
      code: 'binary',
      message: 'The file is binary, not text',
      hides,
    });
    expect(judge(runGates([everyRequirement], graphOf([], [problem(['requirement'])])), options)).toMatchObject({
      verdict: 'unverified',
      exit: 4,
    });
    expect(judge(runGates([everyRequirement], graphOf([], [problem(['table'])])), options)).toMatchObject({
      verdict: 'pass',
    });
  });
});
