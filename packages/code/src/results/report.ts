export type Outcome = 'passed' | 'failed' | 'skipped';

/** One test as a report names it. */
export interface ReportedTest {
  /** Offset in the report. */
  readonly at: number;
  readonly name: string;
  /** Suites or describe titles around it, outermost first. */
  readonly suites: readonly string[];
  /** Whatever the report says of where it stands: file, class, package. */
  readonly hints: readonly string[];
  readonly outcome: Outcome;
}

/** How far tests went through one file. */
export interface ReportedCoverage {
  readonly at: number;
  readonly file: string;
  readonly lines: number;
  readonly covered: number;
  readonly branches?: number;
  readonly coveredBranches?: number;
}

export interface Report {
  readonly tests: readonly ReportedTest[];
  readonly coverage: readonly ReportedCoverage[];
}

export class ReportFault extends Error {
  readonly at: number;
  constructor(message: string, at = 0) {
    super(message);
    this.at = at;
  }
}
