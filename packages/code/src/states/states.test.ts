import { expect, test } from 'vitest';
import { runProgram } from '../routes/program.ts';
import { moduleReaders } from '../typescript/module-readers.ts';
import { typescriptReader } from '../typescript/typescript.ts';
import { observedStates } from './states.ts';

interface Seen {
  readonly states: Record<string, string[]>;
  readonly steps: Record<string, string[]>;
  readonly edges: string[];
}

/** States and transitions by machine, in the order they were found. */
function observe(files: Readonly<Record<string, string>> | string): Seen {
  const reader = typescriptReader(moduleReaders, 1);
  const sources = Object.entries(typeof files === 'string' ? { 'src/a.ts': files } : files);
  const parts = sources.flatMap(([path, text]) => reader.read({ path, text }, { idPatterns: [] }).parts);
  const { nodes, edges } = observedStates(JSON.parse(JSON.stringify(parts)), runProgram(parts).run);
  const states: Record<string, string[]> = {};
  const steps: Record<string, string[]> = {};
  for (const node of nodes) {
    if (node.kind === 'state') {
      const { machine, initial, terminal } = node.attributes;
      states[machine] = [
        ...(states[machine] ?? []),
        `${node.id}${initial ? ' initial' : ''}${terminal ? ' terminal' : ''}`,
      ];
    } else if (node.kind === 'transition') {
      const { machine, trigger } = node.attributes;
      steps[machine] = [...(steps[machine] ?? []), trigger === undefined ? node.id : `${node.id} on ${trigger}`];
    }
  }
  return { states, steps, edges: edges.map(({ kind, from, to, at }) => `${from.id}:${at.line} ${kind} ${to.id}`) };
}

test.each([
  ["export type TrialState = 'DRAFT' | 'QUEUED' | 'DONE';", { TrialState: ['DRAFT', 'QUEUED', 'DONE'] }],
  ["enum OrderStatus { New = 'new', Paid = 'paid' }", { OrderStatus: ['new', 'paid'] }],
  ["const JOB_STATES = ['WAITING', 'RUNNING'] as const;", { JOB_STATES: ['WAITING', 'RUNNING'] }],
  ["const JobPhase = { Start: 'start', End: 'end' } as const;", { JobPhase: ['start', 'end'] }],
  ["const statusSchema = z.enum(['open', 'closed']);", { statusSchema: ['open', 'closed'] }],
  ["interface Invoice { status: 'draft' | 'sent' | null; size: 'sm' | 'lg' }", { 'Invoice.status': ['draft', 'sent'] }],
  ["type Size = 'S' | 'M'; const COLORS = ['red', 'blue'];", {}],
])('a set of states: %s', (text, expected) => {
  expect(observe(text).states).toEqual(expected);
});

test('a map says what may follow, with constants of another file as keys and values', () => {
  const { states, steps } = observe({
    'src/state.ts': `export enum State { Draft = 'DRAFT', Queued = 'QUEUED', Done = 'DONE' }`,
    'src/next.ts': `import { State } from './state';
export const TRANSITIONS: Record<State, State[]> = { [State.Draft]: [State.Queued, State.Done], [State.Queued]: [State.Done], [State.Done]: [] };`,
    'src/flow.ts': `const orderFlow = { OPEN: { PAY: 'PAID', CANCEL: 'CANCELLED' }, PAID: {}, CANCELLED: {} };
const moves = [{ from: ['A_1', 'B_1'], to: 'C_1', event: 'GO' }];
const labels = { OPEN: 'Open', PAID: 'Paid' };
const allowedRoles = { admin: ['read', 'write'], guest: ['read'] };`,
  });
  expect(steps).toEqual({
    TRANSITIONS: ['DRAFT -> QUEUED', 'DRAFT -> DONE', 'QUEUED -> DONE'],
    orderFlow: ['OPEN -> PAID on PAY', 'OPEN -> CANCELLED on CANCEL'],
    moves: ['A_1 -> C_1 on GO', 'B_1 -> C_1 on GO'],
  });
  expect(states.TRANSITIONS).toEqual(['DRAFT', 'QUEUED', 'DONE']);
});

test('a machine definition gives states, first and last ones, and every way out', () => {
  const { states, steps } = observe(`export const order = setup({}).createMachine({
  id: 'order', initial: 'open',
  on: { RESET: '.open' },
  states: {
    open: { on: { PAY: 'paid', DROP: { target: 'gone', actions: 'log' } } },
    paid: { invoke: { src: 'ship', onDone: 'shipped', onError: [{ target: 'open', guard: 'again' }, { target: 'gone' }] } },
    shipped: { after: { 1000: 'gone' } },
    gone: { type: 'final' },
  },
});`);
  expect(states).toEqual({ order: ['open initial', 'paid', 'shipped', 'gone terminal'] });
  expect(steps.order).toEqual([
    'open -> paid on PAY',
    'open -> gone on DROP',
    'paid -> shipped on onDone',
    'paid -> open on onError',
    'paid -> gone on onError',
    'shipped -> gone on 1000',
    '* -> open on RESET',
  ]);
});

test('writes and comparisons join the set that is named after the same thing; a stranger among them is a state too', () => {
  const { states, steps, edges } = observe({
    'src/trial-state.ts': `export type TrialState = 'DRAFT' | 'QUEUED' | 'DONE' | 'FAILED';`,
    'src/use.ts': `if (trial.state === 'DONE' || trial.state === 'LOST') trial.state = late ? 'FAILED' : 'DONE';
await prisma.trial.update({ where: { state: 'DRAFT' }, data: { state: 'QUEUED' } });
setTrialState('QUEUED');
response.status === 'ok';
if (['DRAFT'].includes(trial.state)) {}
switch (trial.state) { case 'QUEUED': break; }`,
    'src/sql.ts':
      "await db.query(`UPDATE trials SET state = 'DONE', at = now() WHERE id = $1 AND state IN ('QUEUED', 'FAILED')`);",
  });
  expect(states).toEqual({ TrialState: ['DRAFT', 'QUEUED', 'DONE', 'FAILED', 'LOST'] });
  expect(steps).toEqual({
    TrialState: ['* -> FAILED', '* -> DONE', '* -> QUEUED', '* -> QUEUED', 'QUEUED -> DONE', 'FAILED -> DONE'],
  });
  expect(edges).toContain('src/sql.ts:1 writes DONE');
  expect(edges).toContain('src/use.ts:2 reads DRAFT');
  expect(edges).toContain('src/use.ts:6 reads QUEUED');
  expect(edges.some((edge) => edge.endsWith(' ok'))).toBe(false);
});

test('sets of the same name in different files stay apart; tests have no states', () => {
  const { states } = observe({
    'a/status.ts': `export enum Status { On = 'ON', Off = 'OFF' }`,
    'b/status.ts': `export enum Status { Up = 'UP', Down = 'DOWN' }`,
    'a/status.test.ts': `type FakeState = 'X_1' | 'Y_1';`,
  });
  expect(states).toEqual({ 'Status (a/status.ts)': ['ON', 'OFF'], 'Status (b/status.ts)': ['UP', 'DOWN'] });
});
