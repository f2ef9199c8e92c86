import type { Report, Severity, Verdict } from '@iama/model';
import { exitCodes } from '@iama/model';
import type { GateRun } from './run-gates.ts';

export interface JudgeOptions {
  readonly command: string;
  /** Key of the graph. */
  readonly graph: string;
  readonly looked: Readonly<Record<string, number>>;
  /** The least severity that fails; default `error`. */
  readonly failOn?: Severity;
  readonly next?: string;
}

const rank = { info: 0, warn: 1, error: 2 } as const;

/**
 * Findings and what was looked at → verdict. A stop outranks a failure, a failure outranks what could not be verified,
 * and nothing looked at is never a pass (exit codes: ARCHITECTURE §6).
 *
 * @implements IAMA-CLI-001
 */
export function judge(run: GateRun, options: JudgeOptions): Report {
  const failOn = rank[options.failOn ?? 'error'];
  const counts = { error: 0, warn: 0, info: 0, waived: 0, baselined: 0 };
  for (const finding of run.findings) counts[finding.severity] += 1;
  const failing = run.findings.some((finding) => rank[finding.severity] >= failOn);
  const verdict: Verdict = run.findings.some((finding) => finding.stop !== undefined)
    ? 'stop'
    : failing
      ? 'fail'
      : run.unverified.length > 0
        ? 'unverified'
        : 'pass';
  return {
    schema: 'iama.report/1',
    command: options.command,
    graph: options.graph,
    looked: { ...options.looked },
    verdict,
    exit: exitCodes[verdict],
    counts,
    findings: run.findings,
    unverified: run.unverified,
    ...(options.next === undefined ? {} : { next: options.next }),
  };
}
