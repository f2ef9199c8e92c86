import type { Report } from '@iama/model';

export interface Style {
  readonly color: boolean;
  /** Columns of the terminal; output to a pipe or a file is laid out for 80. */
  readonly width: number;
}

/** Report in, text out: pure, the same bytes for the same report and style. */
export type Reporter = (report: Report, style: Style) => string;
