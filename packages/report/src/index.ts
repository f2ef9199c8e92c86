import { reportCsv } from './report-csv.ts';
import { reportJson } from './report-json.ts';
import { reportMarkdown } from './report-markdown.ts';
import { reportText } from './report-text.ts';
import type { Reporter } from './reporter.ts';

/** Every way to print a report, by the name `--format` takes. */
export const reporters = {
  text: reportText,
  json: reportJson,
  md: reportMarkdown,
  csv: reportCsv,
} as const satisfies Record<string, Reporter>;

export type Format = keyof typeof reporters;
export { ink } from './ink.ts';
export type { Reporter, Style } from './reporter.ts';
export { cellText, viewCsv, viewMarkdown, viewTable } from './view-table.ts';
export { cut, pad, wrap } from './wrap.ts';
