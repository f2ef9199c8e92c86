import type { Finding, GraphView, Problem, Report, Severity } from '@iama/model';
import { findingId } from './finding-id.ts';
import type { Gate, RawFinding } from './gate.ts';
import { narrowView } from './narrow-view.ts';

export interface GateRun {
  /** Sorted by path, line, gate, code, subject. */
  readonly findings: Finding[];
  readonly unverified: Report['unverified'];
}

export interface GateOptions {
  /** Severities that configuration sets, by gate id. */
  readonly severity?: Readonly<Record<string, Severity>>;
}

/** Where a gate's page stands, relative to the repository of iama. */
export function gatePage(id: string): string {
  return `docs/gates/${id}.md`;
}

/**
 * Runs gates over one graph. Pure: the same graph gives the same findings in the same order.
 *
 * @implements IAMA-GRAPH-003
 */
export function runGates(gates: readonly Gate[], graph: GraphView, options: GateOptions = {}): GateRun {
  const findings: Finding[] = [];
  const unverified: Report['unverified'] = [];
  const times = new Map<string, number>();
  for (const gate of gates) {
    const severity = options.severity?.[gate.id] ?? gate.severity;
    for (const raw of gate.run(narrowView(graph, gate.reads, gate.id))) {
      if ('unverified' in raw) {
        unverified.push({ gate: gate.id, reason: raw.unverified, ...(raw.at ? { at: raw.at } : {}) });
        continue;
      }
      const keys = [raw.subject, ...raw.keys];
      const same = [gate.id, raw.code, ...keys].join('\u0000');
      const ordinal = times.get(same) ?? 0;
      times.set(same, ordinal + 1);
      findings.push(toFinding(gate, raw, lower(severity, raw.severity), findingId(gate.id, raw.code, keys, ordinal)));
    }
  }
  findings.sort(byPlace);
  unverified.push(...hidden(gates, graph.problems()));
  return { findings, unverified };
}

function toFinding(gate: Gate, raw: RawFinding, severity: Severity, id: string): Finding {
  return {
    id,
    gate: gate.id,
    severity,
    code: raw.code,
    data: { ...raw.data },
    message: raw.message,
    subject: raw.subject,
    ...(raw.stop ? { stop: raw.stop } : {}),
    at: raw.at,
    related: [...raw.related],
    hint: raw.hint ?? gate.hint,
    docs: gatePage(gate.id),
  };
}

const order = { info: 0, warn: 1, error: 2 } as const;

function lower(a: Severity, b: Severity | undefined): Severity {
  return b !== undefined && order[b] < order[a] ? b : a;
}

/** What could not be read, when a gate would have had to read it. */
function hidden(gates: readonly Gate[], problems: readonly Problem[]): Report['unverified'] {
  const found: Report['unverified'] = [];
  for (const problem of problems) {
    const blind = gates.filter((gate) => gate.reads.some((kind) => problem.hides.includes(kind)));
    if (blind.length === 0) continue;
    found.push({
      reason: `${problem.message} (${blind.length} ${blind.length === 1 ? 'gate' : 'gates'} could not see it)`,
      at: problem.at,
    });
  }
  return found;
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.at.path, b.at.path) ||
    a.at.line - b.at.line ||
    compare(a.gate, b.gate) ||
    compare(a.code, b.code) ||
    compare(a.subject, b.subject) ||
    compare(a.id, b.id)
  );
}

/** By code unit: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
